package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Access;
import dev.souk.platform.messaging.Audited;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Sql;
import dev.souk.platform.messaging.Tx;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A transaction, or a view of it with another cause. What is published waits here until just before the commit, so
/// that a journal's positions are drawn after every row lock is held and order per aggregate is order of commit.
final class JdbcTx implements Tx {
    private final Open open;
    private final Cause cause;

    /// What all views of one transaction share.
    static final class Open {
        private final Supplier<Connection> connection;
        private final Instant now;
        private final Declared declared;
        private final List<Journal.Outgoing> outgoing = new ArrayList<>();
        private final List<Runnable> afterCommit = new ArrayList<>();

        /// @param declared null where nothing may be published
        Open(Supplier<Connection> connection, Instant now, @Nullable Declared declared) {
            this.connection = connection;
            this.now = now;
            this.declared = declared == null ? Declared.NOTHING : declared;
        }

        List<Journal.Outgoing> outgoing() {
            return outgoing;
        }

        List<Runnable> afterCommit() {
            return afterCommit;
        }
    }

    JdbcTx(Open open, Cause cause) {
        this.open = open;
        this.cause = cause;
    }

    @Override
    public Sql sql(String sql) {
        return new JdbcSql(open.connection.get(), sql);
    }

    @Override
    public void publish(Event event, long aggregateVersion) {
        if (aggregateVersion < 1) {
            throw new IllegalArgumentException("aggregate version " + aggregateVersion + " of " + event);
        }
        open.declared.checkPublishes(event.getClass());
        add(Ids.next(), null, event, aggregateVersion);
    }

    @Override
    public void send(UUID commandId, Command<?> command) {
        if (command instanceof Confidential<?>) {
            throw new IllegalArgumentException(command.getClass().getSimpleName() + " must not stand in a journal");
        }
        open.declared.checkSends(command.getClass());
        add(commandId, MessageTypes.of(command.getClass()).declared().context(), command, 0);
    }

    private void add(UUID id, @Nullable String target, Message message, long version) {
        var type = MessageTypes.of(message.getClass());
        var envelope = new Envelope(
                id,
                type.declared().name(),
                type.declared().version(),
                open.declared.context(),
                target,
                message.key(),
                version,
                0,
                open.now,
                cause);
        open.outgoing.add(new Journal.Outgoing(envelope, message, type.writer().writeValueAsString(message)));
    }

    @Override
    public Instant now() {
        return open.now;
    }

    @Override
    public UUID newId() {
        return Ids.next();
    }

    @Override
    public Cause cause() {
        return cause;
    }

    @Override
    public Tx because(Received<?> message) {
        return new JdbcTx(open, message.envelope().cause().next(message.envelope().id()));
    }

    @Override
    public Tx because(Cause other) {
        return new JdbcTx(open, other);
    }

    @Override
    public void audit(Audited what) {
        Audit.write(this, what, cause);
    }

    @Override
    public List<Access> accesses(UUID person) {
        return Audit.accesses(this, person);
    }

    @Override
    public int forgetAnswers(UUID person) {
        return sql("delete from idempotency_key where caller = ?").params(person.toString()).update();
    }

    @Override
    public long rising() {
        return sql("select nextval('part_version') as n").one(row -> row.bigint("n"));
    }

    @Override
    public void afterCommit(Runnable action) {
        open.afterCommit.add(action);
    }
}
