package dev.souk.contracts.notification;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;

/// A template reads differently from now on.
@MessageType(name = "TemplateChanged", version = "1.0", context = "notification")
public record TemplateChanged(String templateKey, String locale, long version) implements Event {
    @Override
    public String key() {
        return templateKey() + "/" + locale();
    }
}
