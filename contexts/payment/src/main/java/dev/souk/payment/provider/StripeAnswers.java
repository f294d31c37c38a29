package dev.souk.payment.provider;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import dev.souk.payment.provider.ProviderAnswer.ActionRequired;
import dev.souk.payment.provider.ProviderAnswer.Authorized;
import dev.souk.payment.provider.ProviderAnswer.Declined;
import dev.souk.payment.provider.ProviderAnswer.Reason;
import dev.souk.payment.provider.ProviderAnswer.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stripe's words in ours.
final class StripeAnswers {
    private static final Duration LIFE = Duration.ofDays(7);
    private static final Set<String> PASSING = Set.of("lock_timeout", "idempotency_key_in_use", "rate_limit");

    private StripeAnswers() {}

    static ProviderAnswer of(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "requires_capture", "succeeded" -> authorizedBy(intent);
            case "requires_action", "requires_confirmation" -> new ActionRequired(
                    intent.getId(), kind(intent), String.valueOf(intent.getClientSecret()));
            case "requires_payment_method", "canceled" -> declined(intent);
            default -> new Unknown("stripe " + intent.getStatus());
        };
    }

    private static String kind(PaymentIntent intent) {
        var next = intent.getNextAction();
        return next != null && "redirect_to_url".equals(next.getType()) ? "REDIRECT" : "THREE_DS";
    }

    private static Authorized authorizedBy(PaymentIntent intent) {
        var charge = intent.getLatestChargeObject();
        var details = charge == null ? null : charge.getPaymentMethodDetails();
        var card = details == null ? null : details.getCard();
        var until = card == null || card.getCaptureBefore() == null
                ? Instant.ofEpochSecond(intent.getCreated()).plus(LIFE)
                : Instant.ofEpochSecond(card.getCaptureBefore());
        return new Authorized(
                intent.getId(), "CARD", card == null ? null : card.getBrand(), card == null ? null : card.getLast4(),
                until);
    }

    private static Declined declined(PaymentIntent intent) {
        var error = intent.getLastPaymentError();
        return error == null
                ? new Declined(intent.getId(), Reason.PROCESSING_ERROR, intent.getStatus().toUpperCase(Locale.ROOT))
                : new Declined(intent.getId(), reason(error.getCode(), error.getDeclineCode()), error.getCode());
    }

    static Declined declined(@Nullable String reference, CardException e) {
        var error = e.getStripeError();
        var intent = error == null ? null : error.getPaymentIntent();
        return new Declined(
                intent == null ? reference : intent.getId(), reason(e.getCode(), e.getDeclineCode()), e.getCode());
    }

    private static Reason reason(@Nullable String code, @Nullable String declineCode) {
        if ("insufficient_funds".equals(declineCode)) {
            return Reason.INSUFFICIENT_FUNDS;
        }
        return switch (String.valueOf(code)) {
            case "expired_card" -> Reason.EXPIRED_CARD;
            case "card_declined" -> Reason.CARD_DECLINED;
            default -> Reason.PROCESSING_ERROR;
        };
    }

    /// Whether a refused request says that nothing was done. A void is asked for again until it is done.
    static boolean definite(ProviderCall call, InvalidRequestException e) {
        return call.operation() != Operation.VOID
                && call.operation() != Operation.LOOK
                && Objects.requireNonNullElse(e.getStatusCode(), 500) < 500
                && Objects.requireNonNullElse(e.getStatusCode(), 500) != 409
                && !PASSING.contains(String.valueOf(e.getCode()));
    }

    /// What was set aside, also when it has been let go of since.
    static long authorized(PaymentIntent intent) {
        return intent.getLatestCharge() != null
                        && !intent.getStatus().equals("requires_payment_method")
                        && intent.getLastPaymentError() == null
                ? intent.getAmount()
                : 0;
    }

    static ProviderPayment listed(PaymentIntent intent) {
        var charge = intent.getLatestChargeObject();
        long refunded = charge == null || charge.getAmountRefunded() == null || intent.getAmountReceived() == 0
                ? 0
                : charge.getAmountRefunded();
        var paymentId = intent.getMetadata() == null ? null : intent.getMetadata().get("paymentId");
        return new ProviderPayment(
                intent.getId(), StandInProvider.uuid(paymentId), intent.getCurrency().toUpperCase(Locale.ROOT),
                authorized(intent), intent.getAmountReceived(), refunded, Instant.ofEpochSecond(intent.getCreated()));
    }

    /// Reads the raw object, whatever the API version of the event.
    static ProviderEvent event(Event event) {
        var data = JsonParser.parseString(event.getDataObjectDeserializer().getRawJson()).getAsJsonObject();
        var intent = "payment_intent".equals(text(data, "object")) ? text(data, "id") : text(data, "payment_intent");
        return new ProviderEvent(
                event.getId(), event.getType(), StandInProvider.uuid(text(data.getAsJsonObject("metadata"), "paymentId")),
                intent, number(data, "amount_received"), number(data, "amount_refunded"),
                Instant.ofEpochSecond(event.getCreated()));
    }

    private static @Nullable String text(@Nullable JsonObject object, String name) {
        var value = object == null ? null : object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
    }

    private static @Nullable Long number(JsonObject object, String name) {
        var value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsLong() : null;
    }
}
