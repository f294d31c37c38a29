package dev.souk.standin.payment;

/// Where webhooks go: an address, or a piece of code in the same process.
@FunctionalInterface
public interface WebhookTarget {
    /// Answers whether the receiver acknowledged it; otherwise it is sent again later.
    boolean deliver(String body, String signature) throws InterruptedException;
}
