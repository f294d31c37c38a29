package dev.souk.contracts.notification;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Notices in the shop for one customer or one team, newest first, beginning after `cursor`.
@MessageType(name = "GetNotifications", version = "1.0", context = "notification")
public record GetNotifications(UUID recipient, @Nullable UUID cursor, int limit) implements Query<GetNotifications.Page> {
    /// `next` is the `cursor` of the following page.
    public record Page(List<Notice> notices, int unread, @Nullable UUID next) {
        public Page {
            notices = List.copyOf(notices);
        }
    }

    public record Notice(
            UUID notificationId,
            String templateKey,
            String category,
            String title,
            String text,
            @Nullable String link,
            Instant at,
            @Nullable Instant readAt) {}
}
