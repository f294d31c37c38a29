package dev.souk.payment.provider;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import dev.souk.payment.provider.ProviderAnswer.Captured;
import dev.souk.payment.provider.ProviderAnswer.Declined;
import dev.souk.payment.provider.ProviderAnswer.Reason;
import dev.souk.payment.provider.ProviderAnswer.Refunded;
import dev.souk.payment.provider.ProviderAnswer.Released;
import dev.souk.payment.provider.ProviderAnswer.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stripe: PaymentIntents that are confirmed at once and captured later, every call with an idempotency key.
public final class StripeProvider implements PaymentProvider {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int STATE_CONFLICT = 400;

    private final StripeClient client;
    private final String webhookSecret;

    /// At Stripe, or at something that speaks like it.
    ///
    /// @param apiBase null means Stripe itself
    public StripeProvider(String apiKey, String webhookSecret, @Nullable String apiBase) {
        var builder = StripeClient.builder()
                .setApiKey(apiKey)
                .setConnectTimeout(5_000)
                .setReadTimeout(20_000)
                // asking again is done by the caller, durably
                .setMaxNetworkRetries(0);
        this.client = (apiBase == null ? builder : builder.setApiBase(apiBase)).build();
        this.webhookSecret = webhookSecret;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public ProviderAnswer call(ProviderCall call) {
        try {
            return switch (call.operation()) {
                case AUTHORIZE -> authorize(call);
                case LOOK -> StripeAnswers.of(intent(call.knownReference()));
                case CAPTURE -> capture(call);
                case VOID -> release(call);
                case REFUND -> refund(call);
            };
        } catch (CardException e) {
            return StripeAnswers.declined(call.reference(), e);
        } catch (InvalidRequestException e) {
            return StripeAnswers.definite(call, e)
                    ? new Declined(call.reference(), Reason.PROCESSING_ERROR, e.getCode())
                    : new Unknown("stripe " + e.getStatusCode() + " " + e.getCode());
        } catch (StripeException e) {
            return new Unknown("stripe " + e.getClass().getSimpleName());
        }
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private ProviderAnswer authorize(ProviderCall call) throws StripeException {
        try {
            return StripeAnswers.of(create(call));
        } catch (ApiException e) {
            // Stripe keeps even a failure under its idempotency key: look for what may have been made
            var made = search(call);
            if (made == null) {
                throw e;
            }
            return StripeAnswers.of(made);
        }
    }

    private PaymentIntent create(ProviderCall call) throws StripeException {
        var params = PaymentIntentCreateParams.builder()
                .setAmount(call.amount())
                .setCurrency(call.currency().toLowerCase(Locale.ROOT))
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .setConfirm(true)
                .addPaymentMethodType("card")
                .putMetadata("paymentId", call.paymentId().toString())
                .putMetadata("orderId", String.valueOf(call.orderId()))
                .addExpand("latest_charge");
        if (call.returnUrl() != null) {
            params.setReturnUrl(call.returnUrl());
        }
        if (call.token().startsWith("tok_")) {
            params.putExtraParam("payment_method_data[type]", "card");
            params.putExtraParam("payment_method_data[card][token]", call.token());
        } else {
            params.setPaymentMethod(call.token());
        }
        return client.v1().paymentIntents().create(params.build(), key(call.authorizationKey()));
    }

    private PaymentIntent intent(String reference) throws StripeException {
        var params = PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        return client.v1().paymentIntents().retrieve(reference, params);
    }

    private @Nullable PaymentIntent search(ProviderCall call) throws StripeException {
        var params = PaymentIntentSearchParams.builder()
                .setQuery("metadata['paymentId']:'" + call.paymentId() + "'")
                .addExpand("data.latest_charge")
                .build();
        var found = client.v1().paymentIntents().search(params).getData();
        return found.isEmpty() ? null : found.getFirst();
    }

    private ProviderAnswer capture(ProviderCall call) throws StripeException {
        var params = PaymentIntentCaptureParams.builder().setAmountToCapture(call.amount()).build();
        try {
            client.v1().paymentIntents().capture(call.knownReference(), params, key(call.key()));
            return new Captured();
        } catch (InvalidRequestException e) {
            if (e.getStatusCode() == STATE_CONFLICT && intent(call.knownReference()).getStatus().equals("succeeded")) {
                return new Captured();
            }
            throw e;
        }
    }

    /// Sends the authorization again where it is not known whether it arrived: the same key makes it the same one, or
    /// makes it now, and then it is cancelled.
    private Released release(ProviderCall call) throws StripeException {
        var intent = call.reference() == null ? resent(call) : intent(call.reference());
        if (intent == null) {
            return new Released(null, 0, 0, 0);
        }
        long authorized = StripeAnswers.authorized(intent);
        if (intent.getStatus().equals("succeeded")) {
            return giveBack(call, intent);
        }
        if (!intent.getStatus().equals("canceled")) {
            client.v1()
                    .paymentIntents()
                    .cancel(intent.getId(), PaymentIntentCancelParams.builder().build(), key(call.key()));
        }
        return new Released(intent.getId(), authorized, 0, 0);
    }

    private @Nullable PaymentIntent resent(ProviderCall call) throws StripeException {
        try {
            return create(call);
        } catch (CardException e) {
            var error = e.getStripeError();
            return error == null ? null : error.getPaymentIntent();
        }
    }

    private Released giveBack(ProviderCall call, PaymentIntent intent) throws StripeException {
        long captured = intent.getAmountReceived();
        var charge = intent.getLatestChargeObject();
        long refunded = charge == null || charge.getAmountRefunded() == null ? 0 : charge.getAmountRefunded();
        if (refunded < captured) {
            var params = RefundCreateParams.builder()
                    .setPaymentIntent(intent.getId())
                    .setAmount(captured - refunded)
                    .build();
            client.v1().refunds().create(params, key(call.key() + ":refund"));
        }
        return new Released(intent.getId(), intent.getAmount(), captured, captured);
    }

    private ProviderAnswer refund(ProviderCall call) throws StripeException {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(call.knownReference())
                .setAmount(call.amount())
                .putMetadata("refundId", call.subject().toString())
                .build();
        var refund = client.v1().refunds().create(params, key(call.key()));
        var status = refund.getStatus();
        if (!status.equals("succeeded")) {
            // what stands under the key is how it began; ask how it is now
            status = client.v1().refunds().retrieve(refund.getId()).getStatus();
        }
        return switch (status) {
            case "succeeded" -> new Refunded();
            case "failed", "canceled" -> new Declined(call.reference(), Reason.PROCESSING_ERROR, "REFUND_" + status);
            default -> new Unknown("refund " + status);
        };
    }

    @Override
    public void list(Instant from, Instant to, Consumer<ProviderPayment> each) {
        var created = PaymentIntentListParams.Created.builder()
                .setGte(from.getEpochSecond())
                .setLt(to.getEpochSecond())
                .build();
        var params = PaymentIntentListParams.builder()
                .setCreated(created)
                .setLimit(100L)
                .addExpand("data.latest_charge")
                .build();
        try {
            for (var intent : client.v1().paymentIntents().list(params).autoPagingIterable()) {
                each.accept(StripeAnswers.listed(intent));
            }
        } catch (StripeException e) {
            throw new UncheckedIOException(new IOException("the list of payments", e));
        }
    }

    @Override
    public String signatureHeader() {
        return "Stripe-Signature";
    }

    @Override
    public ProviderEvent webhook(byte[] body, String signature, Instant now) throws BadWebhook {
        try {
            var event = Webhook.constructEvent(
                    new String(body, StandardCharsets.UTF_8), signature, webhookSecret, TOLERANCE.toSeconds(),
                    Clock.fixed(now, ZoneOffset.UTC));
            return StripeAnswers.event(event);
        } catch (SignatureVerificationException e) {
            throw new BadWebhook("wrong signature");
        } catch (RuntimeException e) {
            throw new BadWebhook("not an event");
        }
    }
}
