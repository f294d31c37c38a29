package dev.souk.payment.http;

import dev.souk.contracts.payment.ReceiveProviderWebhook;
import dev.souk.payment.provider.PaymentProvider;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Route;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the provider says that something happened. Only the provider that is in use has a door here.
public final class WebhookRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookRoutes.class);

    private final PaymentProvider provider;
    private final Clock clock;

    public WebhookRoutes(PaymentProvider provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    public record Received(boolean received) {}

    public List<Route<?, ?>> routes() {
        return List.of(route("stripe"), route("standin"));
    }

    private Route<?, ?> route(String name) {
        return Route.post("//webhooks/" + name)
                .body(byte[].class)
                .answers(200, Received.class)
                .everyone()
                .key(Route.Key.NONE)
                .rate(Route.Rate.UNLIMITED)
                .bodyLimit(256 * 1024)
                .summary("Webhooks of the payment provider, signed")
                .writes((call, _) -> provider.name().equals(name)
                        ? receive(call)
                        : Answer.refused(Refusal.notFound("PROVIDER_NOT_IN_USE", "This provider is not in use.")));
    }

    private Answer<Received> receive(Call<byte[]> call) {
        var signature = call.header(provider.signatureHeader()).orElse("");
        try {
            var event = provider.webhook(call.body(), signature, clock.instant());
            var stored = call.handle(new ReceiveProviderWebhook(
                    provider.name(), event.eventId(), event.type(), event.paymentId(), event.reference(),
                    event.capturedTotal(), event.refundedTotal(), event.createdAt()));
            return Answer.from(stored, _ -> new Received(true));
        } catch (PaymentProvider.BadWebhook e) {
            LOG.debug("webhook refused: {}", e.getMessage());
            return Answer.refused(Refusal.invalid("WEBHOOK_REFUSED", "The signature or the content is not the provider's."));
        }
    }
}
