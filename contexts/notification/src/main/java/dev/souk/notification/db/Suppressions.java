package dev.souk.notification.db;

import dev.souk.notification.domain.Channel;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The `suppression` table.
public final class Suppressions {
    private Suppressions() {}

    public record Suppression(String addressHash, Channel channel, String reason, Instant since) {}

    /// Reasons by channel and address hash, as `EMAIL/hash`.
    public static Map<String, String> find(Tx tx, Collection<String> hashes) {
        var found = new HashMap<String, String>();
        if (!hashes.isEmpty()) {
            tx.sql("select channel, address_hash, reason from suppression where address_hash = any(?)")
                    .array("text", List.copyOf(hashes))
                    .list(row -> found.put(row.text("channel") + "/" + row.text("address_hash"), row.text("reason")));
        }
        return found;
    }

    /// @return false when it was there already
    public static boolean add(Tx tx, Channel channel, String hash, String reason) {
        return tx.sql(
                        """
                insert into suppression (address_hash, channel, reason, since) values (?, ?, ?, ?)
                on conflict (address_hash, channel) do nothing
                """)
                .params(hash, channel, reason, tx.now())
                .update()
                == 1;
    }

    public static boolean lift(Tx tx, Channel channel, String hash) {
        return tx.sql("delete from suppression where address_hash = ? and channel = ?").params(hash, channel).update() == 1;
    }

    public static List<Suppression> page(Tx tx, @Nullable String after, int limit) {
        return tx.sql(
                        """
                select address_hash, channel, reason, since from suppression where address_hash > ?
                order by address_hash, channel limit ?
                """)
                .params(after == null ? "" : after, limit)
                .list(row -> new Suppression(row.text("address_hash"), row.enumOf(Channel.class, "channel"),
                        row.text("reason"), row.instant("since")));
    }
}
