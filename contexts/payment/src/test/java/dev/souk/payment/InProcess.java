package dev.souk.payment;

import dev.souk.payment.provider.StandInWire;
import dev.souk.standin.payment.Answer;
import dev.souk.standin.payment.Authorize;
import dev.souk.standin.payment.ProviderException;
import dev.souk.standin.payment.ProviderStandIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The stand-in provider as an object of this process.
record InProcess(ProviderStandIn provider) implements StandInWire {
    @Override
    public Reply authorize(
            String key, long amount, String currency, String token, @Nullable String orderId, String paymentId) {
        return reply(() -> provider.authorize(key, new Authorize(amount, currency, token, orderId, paymentId)));
    }

    @Override
    public Reply capture(String key, String reference, long amount) {
        return reply(() -> provider.capture(key, reference, amount));
    }

    @Override
    public Reply refund(String key, String reference, long amount) {
        return reply(() -> provider.refund(key, reference, amount));
    }

    @Override
    public Reply cancelKey(String authorizationKey) {
        return reply(() -> provider.cancelKey(authorizationKey));
    }

    @Override
    public View get(String reference) {
        return view(asked(() -> provider.get(reference)));
    }

    @Override
    public Optional<View> findByKey(String authorizationKey) {
        return asked(() -> provider.findByKey(authorizationKey)).map(InProcess::view);
    }

    @Override
    public List<View> list(Instant from, Instant to, @Nullable String after, int limit) {
        return asked(() -> provider.list(from, to, after, limit)).stream().map(InProcess::view).toList();
    }

    private static Reply reply(Supplier<Answer> operation) {
        var answer = asked(operation);
        return new Reply(
                answer.result().name(), answer.reason(), answer.view() == null ? null : view(answer.view()));
    }

    private static <T> T asked(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (ProviderException e) {
            throw switch (e.kind()) {
                case REFUSED, NOT_FOUND -> WireException.refused(e.code());
                case UNAVAILABLE, ANSWER_LOST -> WireException.noAnswer(e.code(), e);
            };
        }
    }

    private static View view(Answer.View view) {
        return new View(
                view.id(), view.status().name(), view.amount(), view.captured(), view.refunded(), view.currency(),
                view.paymentId(), view.brand(), view.last4(), view.reason(), view.clientRef(), view.createdAt(),
                view.expiresAt());
    }
}
