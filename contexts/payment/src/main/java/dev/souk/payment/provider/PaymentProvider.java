package dev.souk.payment.provider;

import java.time.Instant;
import java.util.function.Consumer;

/// The outside provider. It is slow, it fails, and its answers get lost: none of that is an exception here but
/// [ProviderAnswer.Unknown].
public interface PaymentProvider {
    /// `standin`, `stripe`; also the last segment of its webhook path.
    String name();

    /// Does what is asked, or finds out what became of it when it was asked before.
    ProviderAnswer call(ProviderCall call);

    /// Hands every payment that was created in the period to `each`.
    ///
    /// @throws java.io.UncheckedIOException when the list cannot be read to its end
    void list(Instant from, Instant to, Consumer<ProviderPayment> each);

    /// Name of the header that carries the signature of a webhook.
    String signatureHeader();

    /// Reads a webhook after checking its signature on the raw bytes.
    ///
    /// @throws BadWebhook when the signature or the content is not the provider's
    ProviderEvent webhook(byte[] body, String signature, Instant now) throws BadWebhook;

    /// Not from the provider, or too old.
    final class BadWebhook extends Exception {
        private static final long serialVersionUID = 1L;

        public BadWebhook(String message) {
            super(message);
        }
    }
}
