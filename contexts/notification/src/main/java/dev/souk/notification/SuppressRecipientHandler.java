package dev.souk.notification;

import dev.souk.contracts.notification.RecipientSuppressed;
import dev.souk.contracts.notification.SuppressRecipient;
import dev.souk.notification.db.Suppressions;
import dev.souk.notification.domain.Channel;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.Set;

/// Nothing goes to an address any more.
final class SuppressRecipientHandler {
    private static final Set<String> CHANNELS = Set.of("EMAIL", "SMS", "PUSH");
    private static final Set<String> REASONS = Set.of("HARD_BOUNCE", "COMPLAINT", "MANUAL");

    private final Vault vault;
    private final Addresses addresses;

    SuppressRecipientHandler(Vault vault, Addresses addresses) {
        this.vault = vault;
        this.addresses = addresses;
    }

    Outcome<String> handle(SuppressRecipient command, Tx tx) {
        if (!CHANNELS.contains(command.channel()) || !REASONS.contains(command.reason())) {
            return Outcome.refused(Refusals.invalid(
                    "INVALID_SUPPRESSION", "channel is EMAIL, SMS or PUSH, reason HARD_BOUNCE, COMPLAINT or MANUAL."));
        }
        return vault.open(command.address(), String.class)
                .map(address -> suppressed(Channel.valueOf(command.channel()), address, command.reason(), tx))
                .orElseGet(() -> Outcome.refused(Refusals.invalid("ADDRESS_GONE", "The address belongs to nobody any more.")));
    }

    private Outcome<String> suppressed(Channel channel, String address, String reason, Tx tx) {
        var hash = addresses.hash(channel, address);
        if (Suppressions.add(tx, channel, hash, reason)) {
            tx.publish(new RecipientSuppressed(hash, channel.name(), reason), 1);
        }
        return Outcome.done(hash);
    }
}
