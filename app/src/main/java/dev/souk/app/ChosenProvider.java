package dev.souk.app;

import dev.souk.payment.provider.PaymentProvider;
import dev.souk.payment.provider.StandInOverHttp;
import dev.souk.payment.provider.StandInProvider;
import dev.souk.payment.provider.StripeProvider;
import dev.souk.standin.payment.ProviderStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The payment provider of this installation: `souk.provider` is `own` (the default: the stand-in of this process), the
/// address of a stand-in elsewhere, or `stripe`.
interface ChosenProvider extends AutoCloseable {
    PaymentProvider port();

    /// For the person who started it.
    String shown();

    /// Its own form for cards, if it has one that pages can show.
    Optional<URI> cardForm();

    /// The stand-in of this process, where its faults may be switched.
    default Optional<ProviderStandIn> standIn(boolean production) {
        return Optional.empty();
    }

    /// Where the shop listens, for a provider that has to be told.
    void tell(URI shop);

    @Override
    void close();

    static ChosenProvider of(ShopConfig config, Path data) {
        var wanted = config.text("souk.provider", "own");
        if (wanted.equals("own")) {
            return new OwnProvider(config, data);
        }
        if (wanted.equals("stripe")) {
            var base = config.optional("souk.stripe.api-base");
            var stripe = new StripeProvider(
                    config.required("souk.stripe.key"), config.required("souk.stripe.webhook-secret"), base);
            return new Elsewhere(stripe, "Stripe", Optional.empty(), () -> {});
        }
        if (wanted.startsWith("http://") || wanted.startsWith("https://")) {
            var wire = new StandInOverHttp(URI.create(wanted), Duration.ofSeconds(10));
            return new Elsewhere(
                    new StandInProvider(wire, config.text("souk.provider.webhook-secret", "")), wanted,
                    Optional.of(URI.create(wanted).resolve("/form")), wire::close);
        }
        throw new StartException("souk.provider is 'own', 'stripe' or an address, not '" + wanted + "'");
    }

    /// A provider with a life of its own.
    record Elsewhere(PaymentProvider port, String shown, Optional<URI> cardForm, Runnable end) implements ChosenProvider {
        @Override
        public void tell(URI shop) {
            // it has been told by whoever runs it
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
