package dev.souk.payment.provider;

import dev.souk.standin.payment.Answer;
import dev.souk.standin.payment.Authorize;
import dev.souk.standin.payment.ProviderException;
import dev.souk.standin.payment.ProviderStandIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The stand-in provider as an object of this process: nothing travels, but keys, ledger and faults are the same as
/// over HTTP.
public final class StandInInProcess implements StandInWire {
    private final ProviderStandIn standIn;

    public StandInInProcess(ProviderStandIn standIn) {
        this.standIn = standIn;
    }

    @Override
    public Reply authorize(
            String key, long amount, String currency, String token, @Nullable String orderId, String paymentId) {
        return reply(() -> standIn.authorize(key, new Authorize(amount, currency, token, orderId, paymentId)));
    }

    @Override
    public Reply capture(String key, String reference, long amount) {
        return reply(() -> standIn.capture(key, reference, amount));
    }

    @Override
    public Reply refund(String key, String reference, long amount) {
        return reply(() -> standIn.refund(key, reference, amount));
    }

    @Override
    public Reply cancelKey(String authorizationKey) {
        return reply(() -> standIn.cancelKey(authorizationKey));
    }

    @Override
    public View get(String reference) {
        return view(answered(() -> standIn.get(reference)));
    }

    @Override
    public Optional<View> findByKey(String authorizationKey) {
        return answered(() -> standIn.findByKey(authorizationKey)).map(this::view);
    }

    @Override
    public List<View> list(Instant from, Instant to, @Nullable String after, int limit) {
        return answered(() -> standIn.list(from, to, after, limit)).stream().map(this::view).toList();
    }

    private Reply reply(Supplier<Answer> act) {
        var answer = answered(act);
        var seen = answer.view();
        return new Reply(answer.result().name(), answer.reason(), seen == null ? null : view(seen));
    }

    private static <T> T answered(Supplier<T> act) {
        try {
            return act.get();
        } catch (ProviderException e) {
            throw switch (e.kind()) {
                case REFUSED, NOT_FOUND -> WireException.refused(e.code());
                case UNAVAILABLE, ANSWER_LOST -> WireException.noAnswer(e.code(), e);
            };
        }
    }

    private View view(Answer.View seen) {
        return new View(
                seen.id(), seen.status().name(), seen.amount(), seen.captured(), seen.refunded(), seen.currency(),
                seen.paymentId(), seen.brand(), seen.last4(), seen.reason(), seen.clientRef(), seen.createdAt(),
                seen.expiresAt());
    }
}
