package dev.souk.bench.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// No event lost, none out of order: I8, I9.
final class JournalChecks {
    /// Events that tell the latest state and may pass over versions.
    private static final String COALESCED = "'StockLevelChanged'";

    private final Databases databases;

    JournalChecks(Databases databases) {
        this.databases = databases;
    }

    /// I8: message ids are unique, and nothing is parked.
    Finding everythingHandled() throws SQLException {
        var broken = new ArrayList<String>();
        long messages = 0;
        for (var context : Databases.CONTEXTS) {
            messages += databases.number(context, "select count(*) from journal");
            for (var parked : databases.violations(context, "select source, type, key, attempts, dead, error from parked")) {
                broken.add(context + " parked: " + parked);
            }
            for (var twice : databases.violations(context,
                    "select id, count(*) from journal where target is null group by id having count(*) > 1")) {
                broken.add(context + " published twice: " + twice);
            }
        }
        return new Finding("I8", "%,d messages in %d journals, none parked".formatted(messages, Databases.CONTEXTS.size()), broken);
    }

    /// I9: per key, versions rise by one from event to event, in the order of the journal.
    Finding versionsWithoutGaps() throws SQLException {
        var broken = new ArrayList<String>();
        long keys = 0;
        for (var context : List.of("product", "inventory", "promotion", "cart", "checkout", "payment", "order", "customer")) {
            keys += databases.number(context, "select count(distinct key) from journal where target is null");
            for (var gap : databases.violations(context, """
                    select type, key, aggregate_version, before from (
                        select type, key, position, aggregate_version,
                               lag(aggregate_version) over (partition by key order by position) as before
                        from journal where target is null and type not in (%s)) as v
                    where aggregate_version <= before""".formatted(COALESCED))) {
                broken.add(context + ": " + gap);
            }
        }
        return new Finding("I9", "%,d aggregates".formatted(keys), broken);
    }
}
