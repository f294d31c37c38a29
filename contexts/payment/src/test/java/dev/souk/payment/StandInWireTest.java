package dev.souk.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.payment.provider.StandInInProcess;
import dev.souk.payment.provider.StandInOverHttp;
import dev.souk.payment.provider.StandInWire;
import dev.souk.payment.provider.StandInWire.WireException;
import dev.souk.standin.payment.Faults;
import dev.souk.standin.payment.ProviderServer;
import dev.souk.standin.payment.ProviderStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stand-in provider says the same over either wire.
class StandInWireTest {
    @TempDir
    Path directory = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ProviderStandIn provider;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ProviderServer server;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private StandInOverHttp http;

    @BeforeEach
    void open() {
        provider = new ProviderStandIn(directory.resolve("ledger.jsonl"));
        server = new ProviderServer(provider, 0);
        http = new StandInOverHttp(URI.create("http://127.0.0.1:" + server.port()), Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
        provider.close();
    }

    private List<StandInWire> wires() {
        return List.of(new StandInInProcess(provider), http);
    }

    private static void ends(ThrowingCallable call, boolean refused, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WireException.class, e -> {
            assertThat(e.refused()).isEqualTo(refused);
            assertThat(e.code()).isEqualTo(code);
        });
    }

    @Test
    void a_payment_that_does_not_exist_is_a_refusal_because_nothing_was_done() {
        for (var wire : wires()) {
            ends(() -> wire.capture("c", "pay_404", 1), true, "not_found");
            ends(() -> wire.refund("r", "pay_404", 1), true, "not_found");
            ends(() -> wire.get("pay_404"), true, "not_found");
            assertThat(wire.findByKey("never used")).isEmpty();
        }
    }

    @Test
    void what_is_not_possible_is_refused_with_its_reason() {
        for (var wire : wires()) {
            var key = "a " + wire.getClass().getSimpleName();
            var payment = java.util.Objects.requireNonNull(
                    wire.authorize(key, 500, "EUR", "tok_visa", null, "p").view()).id();
            ends(() -> wire.capture("c " + key, payment, 501), true, "amount_too_large");
        }
    }

    @Test
    void an_outage_says_nothing_about_what_happened() {
        provider.faults(Faults.NONE.withFailBefore(1));
        assertThatThrownBy(() -> wires().getFirst().get("pay_1"))
                .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.refused()).isFalse());
        assertThatThrownBy(() -> http.get("pay_1"))
                .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.refused()).isFalse());
    }
}
