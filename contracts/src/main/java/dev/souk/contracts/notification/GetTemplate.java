package dev.souk.contracts.notification;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One template as it is in use, in one locale.
@MessageType(name = "GetTemplate", version = "1.0", context = "notification")
public record GetTemplate(String key, String locale) implements Query<Optional<GetTemplate.Template>> {
    /// `shipped` is the text that came with the platform; `values` names what a text may use.
    public record Template(
            String key,
            String locale,
            String category,
            long version,
            boolean shipped,
            String subject,
            String notice,
            String body,
            List<String> values,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {
        public Template {
            values = List.copyOf(values);
        }
    }
}
