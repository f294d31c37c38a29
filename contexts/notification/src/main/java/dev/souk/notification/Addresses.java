package dev.souk.notification;

import dev.souk.notification.db.OrderViews.OrderView;
import dev.souk.notification.db.Queued;
import dev.souk.notification.db.Recipients.Recipient;
import dev.souk.notification.domain.Channel;
import dev.souk.notification.domain.Team;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Settings;
import dev.souk.platform.messaging.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where somebody is reached: opened for the moment of sending, and gone once the person is erased.
final class Addresses {
    private final Vault vault;
    private final Supplier<String> shop;
    private final Map<Team, String> teams = new EnumMap<>(Team.class);

    /// @param hash keyed, to look up what must not be written to
    record Address(String text, String hash) {
        @Override
        public String toString() {
            return "Address[" + hash + "]";
        }
    }

    Addresses(Vault vault, Settings settings, Supplier<String> shop) {
        this.vault = vault;
        this.shop = shop;
        for (var team : Team.values()) {
            teams.put(team, settings.text("team." + team.name().toLowerCase(Locale.ROOT), ""));
        }
    }

    @Nullable Address of(Queued row, @Nullable Recipient recipient, @Nullable OrderView order) {
        return switch (row.sort()) {
            case TEAM -> team(row.recipient());
            case ADDRESS -> opened(row.channel(), row.address());
            case CUSTOMER -> opened(row.channel(), customer(row, recipient, order));
        };
    }

    private static @Nullable Sealed<String> customer(
            Queued row, @Nullable Recipient recipient, @Nullable OrderView order) {
        if (recipient != null && recipient.newEmail() != null && row.template().equals("verify-email")) {
            return recipient.newEmail();
        }
        return switch (row.channel()) {
            case EMAIL -> order != null && order.email() != null
                    ? order.email()
                    : recipient == null ? null : recipient.email();
            case SMS -> recipient == null ? null : recipient.phone();
            case PUSH -> recipient == null ? null : recipient.device();
            case IN_APP -> null;
        };
    }

    private @Nullable Address opened(Channel channel, @Nullable Sealed<String> sealed) {
        if (sealed == null) {
            return null;
        }
        return vault.open(sealed, String.class).map(text -> new Address(text, hash(channel, text))).orElse(null);
    }

    private @Nullable Address team(UUID recipient) {
        for (var team : Team.values()) {
            var address = teams.getOrDefault(team, "");
            if (team.recipient().equals(recipient) && !address.isEmpty()) {
                return new Address(address, hash(Channel.EMAIL, address));
            }
        }
        return null;
    }

    /// Whether a team has an address.
    boolean reaches(UUID team) {
        return team(team) != null;
    }

    /// What is kept of an address that must not be written to.
    String hash(Channel channel, String address) {
        return vault.blind(channel + "/" + address.strip().toLowerCase(Locale.ROOT));
    }

    /// Where a customer ends advertising with one click; only who got the mail knows it.
    String unsubscribe(UUID customer) {
        return shop.get() + "/unsubscribe/" + customer + "." + vault.blind("unsubscribe/" + customer);
    }

    Optional<UUID> unsubscribing(String token) {
        int dot = token.indexOf('.');
        if (dot != 36) {
            return Optional.empty();
        }
        try {
            var customer = UUID.fromString(token.substring(0, dot));
            var expected = vault.blind("unsubscribe/" + customer).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(expected, token.substring(dot + 1).getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(customer)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
