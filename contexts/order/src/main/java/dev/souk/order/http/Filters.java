package dev.souk.order.http;

import dev.souk.contracts.order.ListOrders;
import dev.souk.contracts.order.SummarizeOrders;
import dev.souk.order.domain.OrderRefusal;
import dev.souk.order.domain.OrderStatus;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Call;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the filters of lists from the query string.
final class Filters {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Filters() {}

    /// A filter that says something impossible.
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient OrderRefusal refusal;

        Wrong(String name, String meaning) {
            super(name);
            refusal = new OrderRefusal.InvalidInput("FILTER_INVALID", "\"" + name + "\" is " + meaning + ".");
        }
    }

    static Outcome<ListOrders> list(Call<?> call) {
        try {
            return Outcome.done(new ListOrders(
                    customer(call), status(call), instant(call, "from"), instant(call, "to"), confirmation(call),
                    cursor(call), call.limit(25, 100)));
        } catch (Wrong wrong) {
            return Outcome.refused(wrong.refusal);
        }
    }

    static Outcome<SummarizeOrders> summary(Call<?> call) {
        try {
            return Outcome.done(new SummarizeOrders(
                    instant(call, "from"), instant(call, "to"), given(call, "channel").orElse(null)));
        } catch (Wrong wrong) {
            return Outcome.refused(wrong.refusal);
        }
    }

    /// The hold after which a page begins.
    static Outcome<Optional<UUID>> hold(Call<?> call) {
        try {
            return Outcome.done(Optional.ofNullable(id(call, "cursor")));
        } catch (Wrong wrong) {
            return Outcome.refused(wrong.refusal);
        }
    }

    /// Customers see their own, whatever they ask for.
    private static @Nullable UUID customer(Call<?> call) throws Wrong {
        var caller = call.caller();
        return caller.has(OrderRoutes.READERS) ? id(call, "customerId") : caller.subject();
    }

    private static @Nullable UUID id(Call<?> call, String name) throws Wrong {
        var id = given(call, name);
        if (id.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(id.get());
        } catch (IllegalArgumentException e) {
            throw new Wrong(name, "a UUID");
        }
    }

    private static @Nullable String status(Call<?> call) throws Wrong {
        var status = given(call, "status").orElse(null);
        if (status == null || status.equals("CREATED")) {
            return status;
        }
        for (var each : OrderStatus.values()) {
            if (each.name().equals(status)) {
                return status;
            }
        }
        throw new Wrong("status", "CREATED, CONFIRMED, ON_HOLD, AWAITING_FULFILMENT, FULFILLING or CANCELLED");
    }

    private static @Nullable Instant instant(Call<?> call, String name) throws Wrong {
        var text = given(call, name).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            var instant = Instant.parse(text);
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // answered below, like an instant out of range
        }
        throw new Wrong(name, "an instant such as 2011-01-31T00:00:00Z");
    }

    private static @Nullable String confirmation(Call<?> call) throws Wrong {
        var number = given(call, "confirmation").orElse(null);
        if (number != null && !number.matches("ORD-[0-9]{8}")) {
            throw new Wrong("confirmation", "a confirmation number such as ORD-01234567");
        }
        return number;
    }

    private static @Nullable String cursor(Call<?> call) throws Wrong {
        var cursor = given(call, "cursor").orElse(null);
        if (cursor != null && !cursor.matches("[0-9]{8}")) {
            throw new Wrong("cursor", "the nextCursor of a page");
        }
        return cursor;
    }

    private static Optional<String> given(Call<?> call, String name) {
        return call.query(name).filter(text -> !text.isEmpty());
    }
}
