package dev.souk.inventory.db;

import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Optional;

/// The table `location`.
public final class Locations {
    public record Location(String locationId, String name, int priority) {}

    public Optional<Location> find(Tx tx, String id) {
        return tx.sql("select id, name, priority from location where id = ?")
                .params(id)
                .optional(row -> new Location(row.text("id"), row.text("name"), row.integer("priority")));
    }

    public List<Location> all(Tx tx) {
        return tx.sql("select id, name, priority from location order by priority, id")
                .list(row -> new Location(row.text("id"), row.text("name"), row.integer("priority")));
    }

    /// Answers false when there is one with this id already.
    public boolean insert(Tx tx, Location location) {
        return tx.sql("insert into location (id, name, priority, created_at) values (?, ?, ?, ?) on conflict do nothing")
                        .params(location.locationId(), location.name(), location.priority(), tx.now())
                        .update()
                == 1;
    }
}
