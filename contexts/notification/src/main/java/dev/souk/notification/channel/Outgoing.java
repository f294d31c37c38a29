package dev.souk.notification.channel;

import dev.souk.notification.domain.Channel;
import dev.souk.notification.text.Letters.Letter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message, ready to be handed over.
///
/// @param id stays the same when it is handed over again after a crash
/// @param address in clear, only here and only now
/// @param unsubscribe for marketing: a POST there ends it (RFC 8058)
public record Outgoing(
        UUID id, Channel channel, UUID recipient, String template, String address, Letter letter,
        @Nullable String unsubscribe) {
    /// Nothing of what a person reads.
    @Override
    public String toString() {
        return "Outgoing[" + channel + " " + template + " " + id + "]";
    }
}
