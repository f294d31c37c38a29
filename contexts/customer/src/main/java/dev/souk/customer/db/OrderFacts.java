package dev.souk.customer.db;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What some messages say about one order, folded into one row: what is null they do not say.
public final class OrderFacts {
    /// How far an order has come; a later one replaces an earlier one and never the other way round.
    public enum Status {
        CREATED,
        CONFIRMED,
        COMPLETED,
        CANCELLED
    }

    final UUID orderId;
    @Nullable UUID customerId;
    @Nullable String confirmationNumber;
    Status status = Status.CREATED;
    @Nullable Long total;
    @Nullable String currency;
    @Nullable Long units;
    @Nullable Instant placedAt;
    long captured;
    @Nullable Instant capturedAt;
    long refunded;

    public OrderFacts(UUID orderId) {
        this.orderId = orderId;
    }

    public void created(UUID customer, String number, long amount, String inCurrency, long pieces, Instant at) {
        customerId = customer;
        confirmationNumber = number;
        total = amount;
        currency = inCurrency;
        units = pieces;
        placedAt = at;
    }

    public void reached(Status next) {
        status = next.compareTo(status) > 0 ? next : status;
    }

    public void captured(@Nullable UUID customer, long inAll, String inCurrency, Instant at) {
        customerId = customerId == null ? customer : customerId;
        currency = currency == null ? inCurrency : currency;
        captured = Math.max(captured, inAll);
        capturedAt = capturedAt == null ? at : capturedAt;
    }

    public void refunded(@Nullable UUID customer, long inAll, String inCurrency) {
        customerId = customerId == null ? customer : customerId;
        currency = currency == null ? inCurrency : currency;
        refunded = Math.max(refunded, inAll);
    }
}
