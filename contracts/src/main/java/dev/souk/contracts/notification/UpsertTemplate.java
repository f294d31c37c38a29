package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;

/// Replaces the text of a template in one locale. `expectedVersion` is the version that was read; what is shipped is
/// version 1. `subject` heads a mail, `notice` is the short text of the other channels, `body` is Markdown.
@MessageType(name = "UpsertTemplate", version = "1.0", context = "notification")
public record UpsertTemplate(
        String templateKey, String locale, String subject, String notice, String body, long expectedVersion) implements Command<Long> {
    @Override
    public String key() {
        return templateKey() + "/" + locale();
    }
}
