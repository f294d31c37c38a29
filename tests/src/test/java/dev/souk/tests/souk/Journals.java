package dev.souk.tests.souk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What all contexts have done so far: the ends of their journals and their kept idempotency keys. Read past the
/// contexts, with the administrator's eyes.
public final class Journals implements AutoCloseable {
    /// Longer than any timer waits before it tells what a test has caused.
    private static final Duration CALM = Duration.ofSeconds(3);

    private final List<Connection> databases = new ArrayList<>();

    public Journals(RunningSouk souk) throws SQLException {
        var behind = souk.behind();
        for (var context : souk.contexts()) {
            databases.add(behind.database("souk_" + context.name()));
        }
    }

    /// The state of all once nothing has moved for a while.
    public static String of(RunningSouk souk) {
        try (var journals = new Journals(souk)) {
            return journals.calm();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String calm() {
        var seen = new Object() {
            private String state = now();
            private long since = System.nanoTime();
        };
        Await.until("nothing moves any more", () -> {
            var state = now();
            if (!state.equals(seen.state)) {
                seen.state = state;
                seen.since = System.nanoTime();
            }
            return System.nanoTime() - seen.since > CALM.toNanos();
        });
        return seen.state;
    }

    public String now() {
        var state = new StringBuilder();
        for (var database : databases) {
            try (var statement = database.createStatement();
                    var row = statement.executeQuery("""
                            select current_database(), (select coalesce(max(position), 0) from journal),
                                   (select count(*) from idempotency_key)""")) {
                row.next();
                state.append(row.getString(1)).append(' ').append(row.getLong(2)).append(' ').append(row.getLong(3)).append('\n');
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return state.toString();
    }

    @Override
    public void close() throws SQLException {
        for (var database : databases) {
            database.close();
        }
    }
}
