package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Messages that failed, on their way down the retry ladder, and those that wait behind them with the same key. After
/// the last rung a message is dead: it stays, blocks its key and waits for an operator.
final class Parked {
    static final List<Duration> LADDER = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    private final Set<Blocked> blocked = new HashSet<>();

    private record Blocked(String source, String key) {}

    /// A parked message that may be tried now.
    record Due(JournalEntry entry, int attempts) {}

    void load(Tx tx) {
        blocked.clear();
        blocked.addAll(tx.sql("select distinct source, key from parked")
                .list(row -> new Blocked(row.text("source"), row.text("key"))));
    }

    boolean blocks(JournalEntry entry) {
        return !blocked.isEmpty()
                && blocked.contains(new Blocked(entry.envelope().context(), entry.envelope().key()));
    }

    boolean none() {
        return blocked.isEmpty();
    }

    /// Puts a message aside: one that failed (with its error), or one behind it (null).
    void park(Tx tx, JournalEntry entry, @Nullable String error) {
        var e = entry.envelope();
        var c = e.cause();
        tx.sql(
                        """
                        insert into parked (source, position, key, id, target, type, version, aggregate_version,
                                            occurred_at, correlation_id, causation_id, actor_kind, actor_id, traceparent,
                                            payload, attempts, due_at, error, parked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(e.context(), e.position(), e.key(), e.id(), e.target(), e.type(), e.version())
                .params(e.aggregateVersion(), e.occurredAt(), c.correlationId(), c.causationId())
                .params(c.actor().kind(), c.actor().id(), c.traceparent(), entry.payload())
                .params(error == null ? 0 : 1, error == null ? null : tx.now().plus(LADDER.getFirst()), error, tx.now())
                .update();
        var block = new Blocked(e.context(), e.key());
        tx.afterCommit(() -> blocked.add(block));
    }

    Optional<Due> nextDue(Tx tx) {
        return tx.sql(
                        """
                        select *, clock_timestamp() as recorded_at from parked
                        where due_at is not null and not dead and due_at <= ?
                        order by due_at limit 1 for update skip locked
                        """)
                .params(tx.now())
                .optional(row -> new Due(entry(row), row.integer("attempts")));
    }

    private static JournalEntry entry(Row row) {
        return new JournalEntry(
                Journal.envelope(row, row.text("source"), row.bigint("position")),
                row.text("payload"),
                row.instant("recorded_at"));
    }

    /// It went well at last: the next with its key may follow at once.
    void done(Tx tx, Received<?> received) {
        var e = received.envelope();
        remove(tx, e.context(), e.position(), e.key());
    }

    /// Gives a message up for good; answers what it was. Only one that has been tried.
    Optional<DeadLetter> discard(Tx tx, UUID messageId, String reason) {
        var found = tx.sql("select * from parked where id = ? and attempts > 0 for update")
                .params(messageId)
                .optional(row -> new Given(DeadLetter.from(row), row.uuid("correlation_id")));
        found.ifPresent(given -> {
            var letter = given.letter();
            tx.sql(
                            """
                            insert into discarded (source, position, id, type, key, correlation_id, at, actor, reason)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(letter.source(), letter.position(), letter.id(), letter.type(), letter.key())
                    .params(given.correlation(), tx.now(), tx.cause().actor().id(), reason)
                    .update();
            remove(tx, letter.source(), letter.position(), letter.key());
        });
        return found.map(Given::letter);
    }

    private record Given(DeadLetter letter, UUID correlation) {}

    private void remove(Tx tx, String source, long position, String key) {
        tx.sql("delete from parked where source = ? and position = ?").params(source, position).update();
        int behind = tx.sql(
                        """
                        update parked set due_at = ?
                        where (source, position) in (select source, position from parked where source = ? and key = ?
                                                     order by position limit 1)
                        """)
                .params(tx.now(), source, key)
                .update();
        if (behind == 0) {
            var block = new Blocked(source, key);
            tx.afterCommit(() -> blocked.remove(block));
        }
    }

    /// It failed again: one rung down. Answers whether it is dead now.
    boolean failed(Tx tx, Due due, String error) {
        int attempts = due.attempts() + 1;
        boolean dead = attempts > LADDER.size();
        @Nullable Instant next = dead ? null : tx.now().plus(LADDER.get(attempts - 1));
        tx.sql("update parked set attempts = ?, due_at = ?, dead = ?, error = ? where source = ? and position = ?")
                .params(attempts, next, dead, error)
                .params(due.entry().envelope().context(), due.entry().envelope().position())
                .update();
        return dead;
    }

    /// What stands in `parked`, for operators.
    static List<DeadLetter> letters(Tx tx, int limit) {
        return tx.sql("select * from parked order by parked_at desc limit ?").params(limit).list(DeadLetter::from);
    }

    /// Lets the first message of a key start the ladder anew.
    static boolean replay(Tx tx, UUID messageId) {
        return tx.sql("update parked set attempts = 0, due_at = ?, dead = false where id = ? and attempts > 0")
                        .params(tx.now(), messageId)
                        .update()
                > 0;
    }
}
