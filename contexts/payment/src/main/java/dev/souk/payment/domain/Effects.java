package dev.souk.payment.domain;

import dev.souk.payment.provider.Operation;
import dev.souk.platform.messaging.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// What follows from a decision about one payment: collected while deciding, written in the same transaction.
public interface Effects {
    Instant now();

    void publish(Event event, long version);

    void post(Posting posting);

    /// Asks the provider, once this is committed and `in` has passed.
    void call(Operation operation, UUID subject, long amount, Duration in);

    /// Does not ask any more. An answer that is already on its way will be ignored.
    void withdraw(Operation operation);

    void refund(Refund refund);

    void check(FraudCheck check);

    /// A person of Finance must look.
    void alarm(String kind, String detail);
}
