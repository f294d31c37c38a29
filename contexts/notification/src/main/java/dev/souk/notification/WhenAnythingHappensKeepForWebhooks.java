package dev.souk.notification;

import dev.souk.notification.webhook.Keeping;
import dev.souk.notification.webhook.Offered;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Set;

/// Events that somebody outside has subscribed to.
final class WhenAnythingHappensKeepForWebhooks implements Rule {
    private static final Set<Class<? extends Event>> OFFERED = Set.copyOf(Offered.TYPES);

    private final Keeping keeping;

    WhenAnythingHappensKeepForWebhooks(Keeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public List<Class<? extends Event>> types() {
        return Offered.TYPES;
    }

    @Override
    public void apply(List<Happened> batch, Tx tx) {
        keeping.keep(
                batch.stream()
                        .filter(one -> OFFERED.contains(one.event().getClass()))
                        .map(one -> new Keeping.Come(one.id(), one.event()))
                        .toList(),
                tx);
    }
}
