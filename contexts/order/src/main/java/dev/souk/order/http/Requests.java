package dev.souk.order.http;

import dev.souk.contracts.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What clients send. Everything may be missing; the routes and commands say what must not.
public final class Requests {
    private Requests() {}

    /// `reason` is CUSTOMER_REQUESTED unless staff says otherwise.
    public record Cancel(@Nullable String reason, @Nullable String reasonDetail, @Nullable String note) {}

    public record Hold(@Nullable String reason, @Nullable Instant reviewBy, @Nullable String customerMessage) {}

    public record Release(@Nullable String resolution) {}

    public record Note(@Nullable String note) {
        @Override
        public String toString() {
            return "Note"; // people write personal things in it
        }
    }

    public record ChangeAddress(@Nullable Address deliveryAddress, @Nullable Long expectedVersion) {}
}
