package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Provider;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How a shopper follows a checkout.
@ExtendWith(SoukRuns.class)
class FollowingTest {
    private final Given given;
    private final Provider provider;
    private final RunningSouk souk;

    FollowingTest(RunningSouk souk) {
        this.souk = souk;
        given = souk.given();
        provider = new Provider(souk);
    }

    @Test
    void a_long_poll_answers_when_the_checkout_needs_the_shopper_and_when_it_ends() throws Exception {
        var checkout = given.aCheckout(given.aGuestCart(given.aProduct()), "tok_3ds");
        var waiting = checkout.settled();
        assertThat(waiting.string("state")).isEqualTo("ACTION_REQUIRED");
        var seen = waiting.headers().firstValue("ETag").orElseThrow();
        var owner = checkout.cart().owner();

        var poll = CompletableFuture.supplyAsync(
                () -> owner.send("GET", checkout.statusUrl() + "?wait=20", null, Map.of("If-None-Match", seen)));
        provider.act(waiting.json().path("action").path("clientRef").asString(), true);
        owner.post("/checkouts/" + checkout.id() + "/payment-action", Map.of("actionResultRef", "back")).expect(200);

        assertThat(poll.get(25, TimeUnit.SECONDS).string("state")).isEqualTo("COMPLETED");
    }

    @Test
    void an_event_stream_tells_each_change_and_ends_with_the_checkout() throws Exception {
        var checkout = given.aCheckout(given.aGuestCart(given.aProduct()), "tok_3ds");
        var waiting = checkout.settled();
        var owner = checkout.cart().owner();
        var request = owner.request("GET", "/checkouts/" + checkout.id() + "/events", null, Map.of("Accept",
                "text/event-stream"));

        var stream = owner.http().sendAsync(request.build(), BodyHandlers.ofString());
        provider.act(waiting.json().path("action").path("clientRef").asString(), true);
        owner.post("/checkouts/" + checkout.id() + "/payment-action", Map.of("actionResultRef", "back")).expect(200);

        var answer = stream.get(30, TimeUnit.SECONDS);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.body().lines().filter(line -> line.startsWith("event:")).map(line -> line.substring(6).strip()))
                .contains("status");
        assertThat(answer.body().lines().filter(line -> line.startsWith("data:")).toList().getLast()).contains("COMPLETED");
    }

    @Test
    void nobody_follows_the_checkout_of_another_customer() {
        var checkout = given.aCheckout(given.aCart(UUID.randomUUID(), given.aProduct()), Given.CARD);
        checkout.settled();

        for (var stranger : new Api[] {souk.guest(), souk.customer(UUID.randomUUID())}) {
            assertThat(stranger.get("/checkouts/" + checkout.id() + "?wait=1").code()).isEqualTo("CHECKOUT_NOT_FOUND");
            assertThat(stranger.get("/checkouts/" + checkout.id() + "/events").code()).isEqualTo("CHECKOUT_NOT_FOUND");
        }
    }
}
