package dev.souk.notification;

import dev.souk.notification.db.Queued;
import dev.souk.notification.domain.Channel;
import dev.souk.notification.domain.Kind;
import dev.souk.notification.domain.Kinds;
import dev.souk.notification.domain.NotificationId;
import dev.souk.notification.domain.Team;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that somebody is to be told; on which channel is not decided yet.
///
/// @param data values for the template, JSON
/// @param notBefore null: at once
/// @param only this channel and no other
record Notice(
        Kind kind,
        Queued.Cause cause,
        UUID recipient,
        Queued.Sort sort,
        @Nullable Sealed<String> address,
        @Nullable UUID order,
        @Nullable String data,
        @Nullable Instant notBefore,
        @Nullable Channel only) {
    static Notice customer(String template, Happened because, UUID customer, Map<String, Object> data) {
        return new Notice(
                Kinds.of(template), because.cause(), customer, Queued.Sort.CUSTOMER, null, null, json(data), null, null);
    }

    /// To a member of staff, whose address came along, or else to a customer.
    static Notice login(
            String template, Happened because, UUID identity, @Nullable Sealed<String> address, Map<String, Object> data) {
        return address == null
                ? customer(template, because, identity, data)
                : new Notice(
                        Kinds.of(template), because.cause(), identity, Queued.Sort.ADDRESS, address, null, json(data), null, Channel.EMAIL);
    }

    static Notice team(String template, Queued.Cause because, Team team, Map<String, Object> data) {
        return new Notice(
                Kinds.of(template), because, team.recipient(), Queued.Sort.TEAM, null, null, json(data), null, null);
    }

    private static @Nullable String json(Map<String, Object> data) {
        return data.isEmpty() ? null : Values.json(data);
    }

    Notice order(UUID id) {
        return new Notice(kind, cause, recipient, sort, address, id, data, notBefore, only);
    }

    Notice notBefore(Instant at) {
        return new Notice(kind, cause, recipient, sort, address, order, data, at, only);
    }

    Queued on(Channel channel, Instant now) {
        return new Queued(
                NotificationId.of(cause.eventId(), kind.key(), channel, recipient),
                cause, kind.key(), kind.category(), channel, recipient, sort, order, address, data, 0, 0, now);
    }
}
