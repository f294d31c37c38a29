package dev.souk.notification.webhook;

import dev.souk.notification.db.Deliveries;
import dev.souk.notification.db.Subscriptions;
import dev.souk.notification.domain.NotificationId;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the events that subscribers want. Costs nothing while nobody wants any.
public final class Keeping {
    private volatile @Nullable Set<String> wanted;

    /// Looks again at what is wanted.
    public void load(Tx tx) {
        wanted = Set.copyOf(Subscriptions.wanted(tx));
    }

    /// What is kept from now on is decided after this transaction.
    public void changed(Tx tx) {
        tx.afterCommit(() -> wanted = null);
    }

    /// One event with its id.
    public record Come(UUID id, Event event) {}

    public void keep(List<Come> events, Tx tx) {
        var types = wanted;
        if (types == null) {
            load(tx);
            types = wanted;
        }
        if (types == null || types.isEmpty()) {
            return;
        }
        var kept = new ArrayList<Deliveries.Kept>();
        for (var one : events) {
            var type = one.event().getClass().getAnnotation(MessageType.class).name();
            if (types.contains(type)) {
                var at = NotificationId.written(one.id()).orElse(tx.now());
                kept.add(new Deliveries.Kept(
                        one.id(), type, one.event().key(), PublicJson.of(one.event(), one.id(), at), at));
            }
        }
        if (!kept.isEmpty()) {
            Deliveries.keep(tx, kept);
        }
    }
}
