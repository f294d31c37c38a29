package dev.souk.platform.postgres;

import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one journal in order of position without ever passing over a row that can still appear.
///
/// Positions come from a sequence, so a later one can commit first and a rolled-back one never appears. The rule: take
/// rows as long as their positions follow one another. At a gap, remember `highest`, the last position that was
/// visible, and afterwards draw a transaction id, the `horizon`. Every writer draws its transaction id before its first
/// position ([Journal]), so whoever owns a missing position below `highest` has an id below `horizon`. Once
/// `pg_snapshot_xmin(now) >= horizon`, all of them have ended: what is still missing below `highest` in a read that
/// begins after that was rolled back and is passed over. (`pg_snapshot_xmax` would not do as a horizon: it is the last
/// id that has ended, plus one, and a writer that is still running can be beyond it.)
///
/// Most gaps close by themselves within a millisecond, so the horizon is drawn only for one that lasts.
final class JournalReader {
    private static final int LOOKS_BEFORE_HORIZON = 5;

    private final String context;
    private long position;
    private long deadUpTo;
    private @Nullable Gap gap;
    private int looks;

    private record Gap(long highest, long horizon) {}

    JournalReader(String context, long position) {
        this.context = context;
        this.position = position;
        this.deadUpTo = position;
    }

    /// The last position taken; everything up to here has been taken or will never exist.
    long position() {
        return position;
    }

    /// Everything up to `last` was taken without being read here.
    void passed(long last) {
        position = last;
        looks = 0;
    }

    /// Whether the last read stopped at a gap, so that reading again soon is worth while.
    boolean atGap() {
        return looks > 0;
    }

    /// After an outage: what is known of open gaps may rest on transaction ids that no longer mean anything.
    void forgetGap() {
        gap = null;
        looks = 0;
        deadUpTo = position;
    }

    /// The next rows that are safe to take, at most `limit`.
    List<JournalEntry> next(Connection connection, int limit, Collection<String> types) {
        closeGap(connection);
        var rows = Journal.after(connection, context, position, limit, types);
        int safe = 0;
        long last = position;
        for (var row : rows) {
            long at = row.envelope().position();
            if (at != last + 1 && at > deadUpTo + 1) {
                break;
            }
            last = at;
            safe++;
        }
        look(connection, safe < rows.size(), rows);
        position = last;
        return rows.subList(0, safe);
    }

    private void look(Connection connection, boolean stopped, List<JournalEntry> rows) {
        looks = stopped ? looks + 1 : 0;
        if (looks >= LOOKS_BEFORE_HORIZON && gap == null) {
            gap = new Gap(rows.getLast().envelope().position(), horizon(connection));
        }
    }

    private void closeGap(Connection connection) {
        var open = gap;
        if (open != null && (position >= open.highest() || oldestRunning(connection) >= open.horizon())) {
            deadUpTo = Math.max(deadUpTo, open.highest());
            gap = null;
        }
    }

    private static long horizon(Connection connection) {
        return number(connection, "select pg_current_xact_id()::text::bigint as xid");
    }

    private static long oldestRunning(Connection connection) {
        return number(connection, "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as xid");
    }

    private static long number(Connection connection, String sql) {
        return new JdbcSql(connection, sql).one(row -> row.bigint("xid"));
    }
}
