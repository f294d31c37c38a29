package dev.souk.app;

import dev.souk.payment.provider.PaymentProvider;
import dev.souk.payment.provider.ProviderAnswer;
import dev.souk.payment.provider.ProviderCall;
import dev.souk.payment.provider.ProviderEvent;
import dev.souk.payment.provider.ProviderPayment;
import dev.souk.standin.payment.Answer;
import dev.souk.standin.payment.Authorize;
import dev.souk.standin.payment.ProviderException;
import dev.souk.standin.payment.ProviderStandIn;
import dev.souk.standin.payment.Signature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Joins payment's port to the stand-in provider of this process: nothing travels between them, but keys, ledger and
/// faults are the same as over HTTP.
final class InProcessProvider implements PaymentProvider {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration WEBHOOK_AGE = Duration.ofMinutes(5);
    private static final int PAGE = 500;

    private final ProviderStandIn standIn;
    private final String webhookSecret;
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();

    InProcessProvider(ProviderStandIn standIn, String webhookSecret) {
        this.standIn = standIn;
        this.webhookSecret = webhookSecret;
    }

    @Override
    public String name() {
        return "standin";
    }

    @Override
    public ProviderAnswer call(ProviderCall call) {
        try {
            return switch (call.operation()) {
                case AUTHORIZE -> authorization(standIn.authorize(call.authorizationKey(), wanted(call)).view());
                case LOOK -> authorization(standIn.findByKey(call.authorizationKey()).orElse(null));
                case CAPTURE -> captured(standIn.capture(call.key(), call.knownReference(), call.amount()));
                case VOID -> released(standIn.cancelKey(call.authorizationKey()).view());
                case REFUND -> refunded(standIn.refund(call.key(), call.knownReference(), call.amount()));
            };
        } catch (ProviderException e) {
            return switch (e.kind()) {
                case REFUSED -> new ProviderAnswer.Declined(call.reference(), ProviderAnswer.Reason.PROCESSING_ERROR, e.code());
                case NOT_FOUND, UNAVAILABLE, ANSWER_LOST -> new ProviderAnswer.Unknown(e.code());
            };
        }
    }

    private static Authorize wanted(ProviderCall call) {
        var order = call.orderId() == null ? null : call.orderId().toString();
        return new Authorize(call.amount(), call.currency(), call.token(), order, call.paymentId().toString());
    }

    /// The state of the payment and not of the first answer: an act of the shopper may have come in between.
    private ProviderAnswer authorization(Answer.@Nullable View view) {
        if (view == null) {
            return new ProviderAnswer.Unknown("the provider has not heard of it");
        }
        return switch (view.status()) {
            case AUTHORIZED, CAPTURED ->
                new ProviderAnswer.Authorized(view.id(), "CARD", view.brand(), view.last4(), view.expiresAt());
            case ACTION_REQUIRED -> {
                awaited.add(view.id());
                yield new ProviderAnswer.ActionRequired(view.id(), "THREE_DS", String.valueOf(view.clientRef()));
            }
            case DECLINED -> declined(view.id(), view.reason());
            case VOIDED -> declined(view.id(), "voided");
        };
    }

    private static ProviderAnswer declined(@Nullable String reference, @Nullable String reason) {
        var known = switch (reason == null ? "" : reason) {
            case "card_declined" -> ProviderAnswer.Reason.CARD_DECLINED;
            case "insufficient_funds" -> ProviderAnswer.Reason.INSUFFICIENT_FUNDS;
            case "expired_card" -> ProviderAnswer.Reason.EXPIRED_CARD;
            default -> ProviderAnswer.Reason.PROCESSING_ERROR;
        };
        return new ProviderAnswer.Declined(reference, known, reason);
    }

    private static ProviderAnswer captured(Answer answer) {
        return switch (answer.result()) {
            case CAPTURED -> new ProviderAnswer.Captured();
            default -> declined(null, answer.reason());
        };
    }

    private static ProviderAnswer refunded(Answer answer) {
        return switch (answer.result()) {
            case REFUNDED -> new ProviderAnswer.Refunded();
            default -> declined(null, answer.reason());
        };
    }

    private static ProviderAnswer released(Answer.@Nullable View view) {
        return view == null
                ? new ProviderAnswer.Released(null, 0, 0, 0)
                : new ProviderAnswer.Released(view.id(), authorized(view), view.captured(), view.refunded());
    }

    private static long authorized(Answer.View view) {
        return switch (view.status()) {
            case AUTHORIZED, CAPTURED, VOIDED -> view.amount();
            case ACTION_REQUIRED, DECLINED -> 0;
        };
    }

    @Override
    public void list(Instant from, Instant to, Consumer<ProviderPayment> each) {
        String after = null;
        while (true) {
            var page = standIn.list(from, to, after, PAGE);
            for (var view : page) {
                each.accept(new ProviderPayment(
                        view.id(), uuid(view.paymentId()), view.currency(), authorized(view), view.captured(),
                        view.refunded(), view.createdAt()));
            }
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().id();
        }
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String signatureHeader() {
        return "Provider-Signature";
    }

    @Override
    public ProviderEvent webhook(byte[] body, String signature, Instant now) throws BadWebhook {
        var text = new String(body, StandardCharsets.UTF_8);
        if (!signature.matches("t=\\d{1,12},v1=[0-9a-f]{64}")) {
            throw new BadWebhook("not a signature");
        }
        var seconds = Long.parseLong(signature.substring(2, signature.indexOf(',')));
        var expected = Signature.of(webhookSecret, seconds, text).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII))) {
            throw new BadWebhook("the signature is not the provider's");
        }
        if (Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(WEBHOOK_AGE) > 0) {
            throw new BadWebhook("too old");
        }
        try {
            return event(JSON.readTree(text));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new BadWebhook("unreadable");
        }
    }

    /// Whether a webhook tells something that no answer has told: that a shopper has acted.
    boolean isNews(String body) {
        var event = event(JSON.readTree(body));
        return !event.type().equals("payment.action_required")
                && event.reference() != null
                && awaited.remove(event.reference());
    }

    private static ProviderEvent event(JsonNode body) {
        var data = body.path("data");
        return new ProviderEvent(
                body.path("id").asString(),
                body.path("type").asString(),
                uuid(data.path("paymentId").asString(null)),
                data.path("id").asString(null),
                data.path("captured").asLong(0),
                data.path("refunded").asLong(0),
                Instant.ofEpochSecond(body.path("created").asLong()));
    }
}
