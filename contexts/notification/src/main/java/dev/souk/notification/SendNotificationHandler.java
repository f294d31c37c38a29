package dev.souk.notification;

import dev.souk.contracts.notification.SendNotification;
import dev.souk.notification.db.Queued;
import dev.souk.notification.domain.Category;
import dev.souk.notification.domain.Channel;
import dev.souk.notification.domain.Kinds;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Queues one notification for somebody else. The dedup key stands for the cause.
final class SendNotificationHandler {
    private static final UUID KEYS = UUID.fromString("6f0a6e58-3b0f-4c7c-9d53-0f2a2f1c7a11");
    private static final int KEY_LENGTH = 200;
    private static final int VALUES = 20;
    private static final int VALUE_LENGTH = 4_000;

    private final Outbox outbox;

    SendNotificationHandler(Outbox outbox) {
        this.outbox = outbox;
    }

    Outcome<UUID> handle(SendNotification command, Tx tx) {
        var refusal = problem(command);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var kind = Kinds.of(command.templateKey()).as(Category.valueOf(command.category()));
        var cause = new Queued.Cause(
                NameBasedId.of(KEYS, command.dedupKey()), "SendNotification", tx.cause().correlationId());
        var only = command.channel() == null ? null : Channel.valueOf(command.channel());
        var customer = command.customerId();
        var address = command.address();
        var recipient = customer != null || address == null ? customer : NameBasedId.of(KEYS, address.text());
        if (recipient == null) {
            return Outcome.refused(Refusals.invalid("INVALID_RECIPIENT", "customerId or address is required."));
        }
        var ids = outbox.add(tx, List.of(new Notice(
                kind, cause, recipient, customer == null ? Queued.Sort.ADDRESS : Queued.Sort.CUSTOMER, address, null,
                Values.json(command.data()), command.notBefore(), customer == null && only == null ? Channel.EMAIL : only)));
        return ids.isEmpty() ? Outcome.refused(Refusals.NOT_WANTED) : Outcome.done(ids.getFirst());
    }

    private static Optional<Refusal> problem(SendNotification command) {
        if (Kinds.find(command.templateKey()).isEmpty()) {
            return Optional.of(Refusals.UNKNOWN_TEMPLATE);
        }
        if ((command.customerId() == null) == (command.address() == null)) {
            return invalid("INVALID_RECIPIENT", "Either customerId or address is required.");
        }
        if (!names(Category.values(), command.category())) {
            return invalid("INVALID_CATEGORY", "category is TRANSACTIONAL, SECURITY, DELIVERY or MARKETING.");
        }
        if (command.channel() != null && !names(Channel.values(), command.channel())) {
            return invalid("INVALID_CHANNEL", "channel is EMAIL, SMS, PUSH or IN_APP.");
        }
        if (command.dedupKey().isBlank() || command.dedupKey().length() > KEY_LENGTH) {
            return invalid("INVALID_DEDUP_KEY", "dedupKey has 1 to " + KEY_LENGTH + " characters.");
        }
        boolean toomuch = command.data().size() > VALUES
                || command.data().values().stream().anyMatch(value -> value.length() > VALUE_LENGTH);
        return toomuch ? invalid("INVALID_DATA", "data has at most " + VALUES + " short values.") : Optional.empty();
    }

    private static boolean names(Enum<?>[] values, String name) {
        return Arrays.stream(values).anyMatch(value -> value.name().equals(name));
    }

    private static Optional<Refusal> invalid(String code, String detail) {
        return Optional.of(Refusals.invalid(code, detail));
    }
}
