package dev.souk.notification;

import dev.souk.notification.db.Recipients.Recipient;
import dev.souk.notification.domain.Channel;
import dev.souk.notification.domain.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a customer has said about channels: by kind of notice (`ORDER_CONFIRMED`), or for a whole category.
final class Wishes {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<String>>> CHANNELS = new TypeReference<>() {};

    private Wishes() {}

    static boolean allow(@Nullable Recipient recipient, Kind kind, Channel channel) {
        if (kind.mandatory()) {
            return true;
        }
        return wanted(recipient, kind).map(channels -> channels.contains(channel.name())).orElse(!kind.onRequest());
    }

    private static Optional<List<String>> wanted(@Nullable Recipient recipient, Kind kind) {
        if (recipient == null || recipient.preferences() == null) {
            return Optional.empty();
        }
        var said = JSON.readValue(recipient.preferences(), CHANNELS);
        var channels = said.get(kind.preference());
        return Optional.ofNullable(channels == null && !kind.onRequest() ? said.get(kind.category().name()) : channels);
    }

    /// The first channel that is wanted and leads somewhere; otherwise the first of all, so that what was not sent is
    /// on record.
    static Channel first(@Nullable Recipient recipient, Kind kind, boolean order) {
        return kind.channels().stream()
                .filter(channel -> allow(recipient, kind, channel) && reaches(recipient, channel, order))
                .findFirst()
                .orElse(kind.channels().getFirst());
    }

    /// The one after `channel`.
    static Optional<Channel> next(@Nullable Recipient recipient, Kind kind, Channel channel, boolean order) {
        var channels = kind.channels();
        return channels.subList(channels.indexOf(channel) + 1, channels.size()).stream()
                .filter(other -> allow(recipient, kind, other) && reaches(recipient, other, order))
                .findFirst();
    }

    /// @param order whether an order's own address may serve
    private static boolean reaches(@Nullable Recipient recipient, Channel channel, boolean order) {
        return switch (channel) {
            case EMAIL -> order || (recipient != null && recipient.email() != null);
            case SMS -> recipient != null && recipient.phone() != null;
            case PUSH -> recipient != null && recipient.device() != null;
            case IN_APP -> recipient != null && recipient.registered();
        };
    }
}
