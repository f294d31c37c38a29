package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Access;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Audited;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Sql;
import dev.souk.platform.messaging.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The audit log of one context. Rows are written with what they are about, without waiting for one another; a sweep
/// gives them their place in the chain within a second or so. From then on each holds the hash of itself and all before.
public final class Audit {
    private static final String START = "0".repeat(64);
    private static final int BATCH = 1_000;
    private static final String COLUMNS =
            "id, at, actor_kind, actor_id, roles, action, target, person, purpose, correlation_id, place, hash";

    private Audit() {}

    private record Link(long place, String hash) {}

    static void write(Tx tx, Audited what, Cause cause) {
        tx.sql(
                        """
                        insert into audit (at, actor_kind, actor_id, roles, action, target, person, purpose, correlation_id)
                        values (?, ?, ?, ?, ?, ?, ?::uuid, ?::text, ?)
                        """)
                .params(tx.now(), cause.actor().kind(), cause.actor().id(), what.roles(), what.action(), what.target())
                .params(what.person(), what.purpose() == null ? null : what.purpose().text(), cause.correlationId())
                .update();
    }

    static List<Access> accesses(Tx tx, UUID person) {
        return tx.sql("select at, actor_id, roles, action, target, purpose from audit where person = ? order by id")
                .params(person)
                .list(row -> new Access(
                        row.instant("at"), row.text("actor_id"), row.text("roles"), row.text("action"),
                        row.text("target"), purpose(row)));
    }

    private static @org.jspecify.annotations.Nullable Sealed<String> purpose(Row row) {
        var text = row.textOrNull("purpose");
        return text == null ? null : new Sealed<>(text);
    }

    /// Puts rows that have no place yet at the end of the chain; answers how many.
    public static int link(Tx tx) {
        var rows = tx.sql("select " + COLUMNS + " from audit where place is null order by id limit ? for update")
                .params(BATCH)
                .list(Audit::entry);
        if (rows.isEmpty()) {
            return 0;
        }
        var last = last(tx).orElse(new Link(0, START));
        var ids = new ArrayList<Long>();
        var places = new ArrayList<Long>();
        var hashes = new ArrayList<String>();
        for (var row : rows) {
            last = new Link(last.place() + 1, row.hash(last.place() + 1, last.hash()));
            ids.add(row.id());
            places.add(last.place());
            hashes.add(last.hash());
        }
        return tx.sql(
                        """
                        update audit a set place = n.place, hash = n.hash
                        from unnest(?, ?, ?) as n (id, place, hash) where a.id = n.id
                        """)
                .array("bigint", ids)
                .array("bigint", places)
                .array("text", hashes)
                .update();
    }

    private static Optional<Link> last(Tx tx) {
        return tx.sql("select place, hash from audit where place is not null order by place desc limit 1")
                .optional(row -> new Link(row.bigint("place"), row.text("hash")));
    }

    private record Entry(long id, String content, long place, String hash) {
        String hash(long at, String before) {
            return Audit.sha256(before + "\n" + at + "\n" + content);
        }
    }

    private static Entry entry(Row row) {
        var content = String.join(
                "\u001f",
                Long.toString(row.bigint("id")),
                micros(row.instant("at")),
                row.text("actor_kind"),
                row.text("actor_id"),
                row.text("roles"),
                row.text("action"),
                row.text("target"),
                String.valueOf(row.uuidOrNull("person")),
                String.valueOf(row.textOrNull("purpose")),
                row.uuid("correlation_id").toString());
        var place = row.bigintOrNull("place");
        var hash = row.textOrNull("hash");
        return new Entry(row.bigint("id"), content, place == null ? 0 : place, hash == null ? "" : hash);
    }

    private static String micros(Instant at) {
        return Long.toString(Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000));
    }

    /// What a look at the whole chain said.
    ///
    /// @param rows that hold together
    /// @param head hash of the last of them; noted elsewhere, it also shows whether the end was cut off later
    /// @param unlinked rows without a place yet
    /// @param broken the first place that does not follow from what is before it; 0 when all do
    public record Verdict(long rows, String head, long unlinked, long broken) {}

    public static Verdict verify(Tx tx) {
        return verify(tx::sql);
    }

    /// The same with a session of one's own, for a tool.
    public static Verdict verify(Connection session) {
        return verify(sql -> new JdbcSql(session, sql));
    }

    private static Verdict verify(Function<String, Sql> session) {
        var before = new Link(0, START);
        while (true) {
            var rows = session.apply("select " + COLUMNS + " from audit where place > ? order by place limit ?")
                    .params(before.place(), BATCH)
                    .list(Audit::entry);
            for (var row : rows) {
                if (row.place() != before.place() + 1 || !row.hash().equals(row.hash(row.place(), before.hash()))) {
                    return new Verdict(before.place(), before.hash(), unlinked(session), before.place() + 1);
                }
                before = new Link(row.place(), row.hash());
            }
            if (rows.size() < BATCH) {
                return new Verdict(before.place(), before.hash(), unlinked(session), 0);
            }
        }
    }

    /// Whether the database that is open there keeps an audit log.
    public static boolean kept(Connection session) {
        return new JdbcSql(session, "select to_regclass('audit') is not null as kept").one(row -> row.bool("kept"));
    }

    /// Notes what somebody did with a command, past the platform.
    public static void note(Connection session, String action, String target) {
        new JdbcSql(session,
                        """
                        insert into audit (at, actor_kind, actor_id, roles, action, target, correlation_id)
                        values (now(), ?, 'command', '', ?, ?, gen_random_uuid())
                        """)
                .params(Actor.Kind.SYSTEM, action, target)
                .update();
    }

    private static long unlinked(Function<String, Sql> session) {
        return session.apply("select count(*) as n from audit where place is null").one(row -> row.bigint("n"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
