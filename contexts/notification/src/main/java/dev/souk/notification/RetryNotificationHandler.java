package dev.souk.notification;

import dev.souk.contracts.notification.RetryNotification;
import dev.souk.notification.db.Notifications;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.UUID;

/// Sends a failed notification again.
final class RetryNotificationHandler {
    private RetryNotificationHandler() {}

    static Outcome<UUID> handle(RetryNotification command, Tx tx) {
        if (Notifications.retry(tx, command.notificationId())) {
            return Outcome.done(command.notificationId());
        }
        return Outcome.refused(
                Notifications.find(tx, command.notificationId()).isPresent()
                        ? Refusals.NOT_FAILED
                        : Refusals.UNKNOWN_NOTIFICATION);
    }
}
