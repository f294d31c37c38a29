package dev.souk.backoffice.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was sent or is to be.
public record Mail(Notice notification, List<Attempt> attempts) {
    public record Notice(
            UUID notificationId,
            UUID recipient,
            String recipientKind,
            String templateKey,
            String category,
            String channel,
            String status,
            @Nullable String reason,
            int attempts,
            @Nullable UUID orderId,
            Instant createdAt,
            @Nullable Instant dueAt,
            @Nullable Instant sentAt) {
        public boolean failed() {
            return status.equals("FAILED");
        }
    }

    public record Attempt(int number, Instant at, String outcome) {}

    public record Log(List<Notice> notifications, @Nullable UUID next) {}

    public record Templates(List<Listed> templates) {}

    public record Listed(String key, String category, boolean mandatory, List<String> channels, List<String> locales) {}

    public record Template(
            String key,
            String locale,
            long version,
            boolean shipped,
            String subject,
            String notice,
            String body,
            List<String> values,
            @Nullable Instant changedAt) {}

    public record Preview(String subject, String notice, String text, String html) {}

    public record Suppressions(List<Suppression> suppressions, @Nullable String next) {}

    public record Suppression(String addressHash, String channel, String reason, Instant since) {}
}
