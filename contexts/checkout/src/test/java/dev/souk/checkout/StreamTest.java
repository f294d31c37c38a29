package dev.souk.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.checkout.db.Sagas;
import dev.souk.checkout.http.CheckoutRoutes;
import dev.souk.checkout.http.CheckoutStatus;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Route;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Server-sent events, with a hand-held stream.
class StreamTest {
    private final TestPlatform souk = TestPlatform.of(new CheckoutContext());
    private final Sagas sagas = new Sagas();
    private final Watch watch = new Watch();
    private final Replies cart = Replies.toACart();
    private final Sent sent = new Sent();

    @AfterEach
    void close() {
        souk.close();
    }

    /// What the client has received.
    private static final class Sent implements Route.EventStream {
        private final BlockingQueue<String> states = new LinkedBlockingQueue<>();

        @Override
        public boolean send(String event, Object body) {
            return states.add(body instanceof CheckoutStatus status ? status.state() : event);
        }

        @Override
        public void refuse(Refusal reason) {
            states.add(reason.code());
        }

        String next() throws InterruptedException {
            var state = states.poll(10, TimeUnit.SECONDS);
            return state == null ? "nothing" : state;
        }
    }

    private record Asking(Caller caller, UUID checkoutId) implements Call<Void> {
        @Override
        public Void body() {
            throw new IllegalStateException("a GET has no body");
        }

        @Override
        public String path(String name) {
            return checkoutId.toString();
        }

        @Override
        public UUID pathId(String name) {
            return checkoutId;
        }

        @Override
        public Optional<String> query(String name) {
            return Optional.empty();
        }

        @Override
        public int limit(int otherwise, int most) {
            return otherwise;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> cookie(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> rawQuery() {
            throw new UnsupportedOperationException();
        }

        @Override
        public dev.souk.platform.messaging.Cause cause() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String address() {
            return "127.0.0.1";
        }

        @Override
        public Optional<Long> ifMatch() {
            return Optional.empty();
        }

        @Override
        public <R> Outcome<R> handle(Command<R> command) {
            throw new IllegalStateException("a stream handles nothing");
        }
    }

    private Thread stream(Caller caller) {
        var transactions = new Transactions() {
            @Override
            public <T> T write(Cause cause, Function<Tx, T> work) {
                return souk.write(work);
            }

            @Override
            public <T> T read(Function<Tx, T> work) {
                return souk.read(work);
            }
        };
        var following = new Following(watch, sagas, transactions, Duration.ofMillis(200), _ -> true);
        var routes = new CheckoutRoutes(sagas, following);
        var handler = routes.routes().stream()
                .map(Route::action)
                .filter(Route.Action.Streams.class::isInstance)
                .map(StreamTest::handler)
                .findFirst()
                .orElseThrow();
        return Thread.ofVirtual().start(() -> run(handler, caller));
    }

    @SuppressWarnings("unchecked")
    private static Route.StreamHandler<Void> handler(Object action) {
        return ((Route.Action.Streams<Void, ?>) action).handler();
    }

    private void run(Route.StreamHandler<Void> handler, Caller caller) {
        try {
            handler.handle(new Asking(caller, cart.id()), sent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void committed() {
        watch.raise(souk.<List<dev.souk.checkout.domain.Saga>>read(
                tx -> sagas.find(tx, cart.id()).stream().toList()));
    }

    @Test
    void every_change_is_sent_until_the_end() throws InterruptedException {
        souk.deliver(cart.cart(), cart.reserved());
        var streaming = stream(TestPlatform.customer(cart.cart().customerId()));
        assertThat(sent.next()).isEqualTo("PENDING");
        souk.deliver(cart.actionRequired());
        committed();
        assertThat(sent.next()).isEqualTo("ACTION_REQUIRED");
        souk.deliver(cart.authorized());
        committed();
        assertThat(sent.next()).isEqualTo("PENDING");
        souk.deliver(cart.committed(), cart.ordered());
        committed();
        assertThat(sent.next()).isEqualTo("COMPLETED");
        streaming.join();
        assertThat(sent.states).isEmpty();
    }

    @Test
    void a_change_that_nobody_signals_is_found_too() throws InterruptedException {
        souk.deliver(cart.cart());
        stream(TestPlatform.customer(cart.cart().customerId()));
        assertThat(sent.next()).isEqualTo("PENDING");
        souk.deliver(cart.unavailable());
        assertThat(sent.next()).isEqualTo("FAILED");
    }

    @Test
    void strangers_get_no_stream() throws InterruptedException {
        souk.deliver(cart.cart());
        stream(TestPlatform.customer(UUID.randomUUID())).join();
        assertThat(sent.next()).isEqualTo("CHECKOUT_NOT_FOUND");
    }
}
