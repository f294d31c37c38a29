package dev.souk.platform.postgres;

import java.time.Instant;

/// One journal that a worker hears, and whose reader feeds it.
record Listening(Subscription subscription, JournalFeed feed) {
    Arrow arrow(String to, MessageMeters meters, Instant now) {
        var oldest = subscription.oldest();
        return new Arrow(
                subscription.source(),
                to,
                subscription.types().stream().sorted().toList(),
                meters.lastMinute(subscription.source()),
                Math.max(0, feed.position() - subscription.position()),
                oldest == null ? null : oldest.since(now).toMillis());
    }
}
