package dev.souk.storefront.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the shop has told a customer, newest first.
public record Notices(List<Notice> notices, int unread, @Nullable UUID next) {
    public record Notice(UUID notificationId, String title, String text, @Nullable String link, Instant at, @Nullable Instant readAt) {}
}
