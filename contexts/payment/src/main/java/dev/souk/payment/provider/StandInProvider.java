package dev.souk.payment.provider;

import dev.souk.payment.provider.ProviderAnswer.ActionRequired;
import dev.souk.payment.provider.ProviderAnswer.Authorized;
import dev.souk.payment.provider.ProviderAnswer.Captured;
import dev.souk.payment.provider.ProviderAnswer.Declined;
import dev.souk.payment.provider.ProviderAnswer.Reason;
import dev.souk.payment.provider.ProviderAnswer.Refunded;
import dev.souk.payment.provider.ProviderAnswer.Released;
import dev.souk.payment.provider.ProviderAnswer.Unknown;
import dev.souk.payment.provider.StandInWire.Reply;
import dev.souk.payment.provider.StandInWire.View;
import dev.souk.payment.provider.StandInWire.WireException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The built-in stand-in provider, over whatever wire.
public final class StandInProvider implements PaymentProvider {
    private static final int PAGE = 500;

    private final StandInWire wire;
    private final StandInSignature signature;

    public StandInProvider(StandInWire wire, String webhookSecret) {
        this.wire = wire;
        this.signature = new StandInSignature(webhookSecret);
    }

    @Override
    public String name() {
        return "standin";
    }

    @Override
    public ProviderAnswer call(ProviderCall call) {
        try {
            return switch (call.operation()) {
                case AUTHORIZE -> authorization(wire.authorize(
                        call.key(), call.amount(), call.currency(), call.token(),
                        call.orderId() == null ? null : call.orderId().toString(), call.paymentId().toString()));
                case LOOK -> state(wire.get(call.knownReference()));
                case CAPTURE -> wire.capture(call.key(), call.knownReference(), call.amount()).result().equals("CAPTURED")
                        ? new Captured()
                        : new Declined(call.reference(), Reason.PROCESSING_ERROR, "CAPTURE_DECLINED");
                case VOID -> release(call);
                case REFUND -> {
                    wire.refund(call.key(), call.knownReference(), call.amount());
                    yield new Refunded();
                }
            };
        } catch (WireException e) {
            return e.refused() && call.operation() != Operation.VOID && call.operation() != Operation.LOOK
                    ? new Declined(call.reference(), Reason.PROCESSING_ERROR, e.code())
                    : new Unknown(e.code());
        }
    }

    private static ProviderAnswer authorization(Reply reply) {
        var view = reply.view();
        return switch (reply.result()) {
            case "AUTHORIZED" -> authorized(Objects.requireNonNull(view));
            case "ACTION_REQUIRED" -> state(Objects.requireNonNull(view));
            case "KEY_CANCELLED" -> new Declined(null, Reason.PROCESSING_ERROR, "CANCELLED");
            default -> declined(Objects.requireNonNull(view).id(), reply.reason());
        };
    }

    private static ProviderAnswer state(View view) {
        return switch (view.status()) {
            case "ACTION_REQUIRED" -> new ActionRequired(view.id(), "THREE_DS", Objects.requireNonNull(view.clientRef()));
            case "AUTHORIZED", "CAPTURED" -> authorized(view);
            case "VOIDED" -> new Declined(view.id(), Reason.PROCESSING_ERROR, "CANCELLED");
            default -> declined(view.id(), view.reason());
        };
    }

    private static Authorized authorized(View view) {
        return new Authorized(view.id(), "CARD", view.brand(), view.last4(), view.expiresAt());
    }

    private static Declined declined(String reference, @Nullable String reason) {
        return new Declined(
                reference,
                switch (String.valueOf(reason)) {
                    case "card_declined" -> Reason.CARD_DECLINED;
                    case "insufficient_funds" -> Reason.INSUFFICIENT_FUNDS;
                    case "expired_card" -> Reason.EXPIRED_CARD;
                    default -> Reason.PROCESSING_ERROR;
                },
                reason);
    }

    /// Cancels by the key of the authorization, which works whether or not it ever arrived; captured money goes back.
    private Released release(ProviderCall call) {
        try {
            var view = wire.cancelKey(call.authorizationKey()).view();
            return view == null
                    ? new Released(null, 0, 0, 0)
                    : new Released(view.id(), authorized(view.status(), view), view.captured(), view.refunded());
        } catch (WireException e) {
            if (!e.code().equals("already_captured")) {
                throw e;
            }
            return giveBack(call);
        }
    }

    private Released giveBack(ProviderCall call) {
        var view = wire.findByKey(call.authorizationKey())
                .orElseThrow(() -> WireException.noAnswer("captured payment not found", null));
        long rest = view.captured() - view.refunded();
        if (rest > 0) {
            view = Objects.requireNonNull(wire.refund(call.key(), view.id(), rest).view());
        }
        return new Released(view.id(), view.amount(), view.captured(), view.refunded());
    }

    /// A payment whose shopper never acted, or that was declined, held nothing.
    private static long authorized(String status, View view) {
        return status.equals("DECLINED") || view.clientRef() != null ? 0 : view.amount();
    }

    @Override
    public void list(Instant from, Instant to, Consumer<ProviderPayment> each) {
        String after = null;
        while (true) {
            var page = wire.list(from, to, after, PAGE);
            for (var view : page) {
                each.accept(new ProviderPayment(
                        view.id(), uuid(view.paymentId()), view.currency(), authorized(view.status(), view),
                        view.captured(), view.refunded(), view.createdAt()));
            }
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().id();
        }
    }

    static @Nullable UUID uuid(@Nullable String text) {
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
    public ProviderEvent webhook(byte[] body, String header, Instant now) throws BadWebhook {
        signature.check(body, header, now);
        return StandInJson.event(body);
    }
}
