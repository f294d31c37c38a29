package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Message;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of a journal. Read by several listeners, decoded once.
final class JournalEntry {
    private final Envelope envelope;
    private final String payload;
    private final Instant recordedAt;
    private volatile @Nullable Message message;
    /// When its transaction had committed, by this process's monotonic clock; 0 for a row that was read.
    private long committed;

    /// @param payload JSON; empty where the reader did not ask for this type
    /// @param recordedAt when the row was written
    JournalEntry(Envelope envelope, String payload, Instant recordedAt) {
        this.envelope = envelope;
        this.payload = payload;
        this.recordedAt = recordedAt;
    }

    /// A row that this process has just committed: its message needs no decoding.
    static JournalEntry written(Journal.Outgoing outgoing, long position) {
        var entry = new JournalEntry(
                outgoing.envelope().at(position), outgoing.payload(), outgoing.envelope().occurredAt());
        entry.message = outgoing.message();
        entry.committed = System.nanoTime();
        return entry;
    }

    Envelope envelope() {
        return envelope;
    }

    String payload() {
        return payload;
    }

    /// The time since its commit; of a row that was read, since it was written, which is a little longer.
    Duration since(Instant now) {
        return committed == 0 ? Duration.between(recordedAt, now).abs() : Duration.ofNanos(System.nanoTime() - committed);
    }

    /// @throws MessageTypes.UnreadableMessage when the payload does not fit
    Message message(Class<? extends Message> type) {
        var known = message;
        if (known == null) {
            known = MessageTypes.read(type, payload);
            message = known;
        }
        return known;
    }
}
