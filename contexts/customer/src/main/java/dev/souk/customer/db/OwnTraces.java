package dev.souk.customer.db;

import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Looks for values in every table of this context, its journal included.
public final class OwnTraces {
    /// Where one of them is.
    public List<String> find(Collection<String> values, Tx tx) {
        var places = new ArrayList<String>();
        var tables = tx.sql("""
                select quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = current_schema() and c.relkind = 'r' and c.relname not like 'flyway%' order by 1""")
                .list(r -> r.text("name"));
        for (var table : tables) {
            boolean found = tx.sql("""
                    select exists (select from %s t, unnest(?) as v (value)
                        where position(lower(v.value) in lower(t::text)) > 0) as found""".formatted(table))
                    .array("text", List.copyOf(values))
                    .one(r -> r.bool("found"));
            if (found) {
                places.add(table);
            }
        }
        return places;
    }
}
