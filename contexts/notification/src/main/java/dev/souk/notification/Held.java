package dev.souk.notification;

import dev.souk.contracts.customer.PersonalRecords;
import dev.souk.notification.channel.StandInInbox;
import dev.souk.notification.db.Person;
import dev.souk.notification.db.Recipients;
import dev.souk.notification.db.StockWishes;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// This context's part of what a person is given, and of what is forgotten about them.
final class Held implements PersonalRecords {
    private final Vault vault;
    private final StandInInbox inbox;

    Held(Vault vault, StandInInbox inbox) {
        this.vault = vault;
        this.inbox = inbox;
    }

    @Override
    public Map<String, List<?>> about(UUID person, Tx tx) {
        var lists = new LinkedHashMap<String, List<?>>();
        lists.put("contact", Recipients.find(tx, person).map(this::contact).stream().toList());
        lists.put("orderAddresses", Person.orderAddresses(tx, person).stream()
                .map(email -> Map.of("email", opened(email)))
                .distinct()
                .toList());
        lists.put("devices", Person.devices(tx, person).stream()
                .map(device -> Map.of(
                        "deviceId", device.deviceId(), "token", opened(device.token()), "since", device.since().toString()))
                .toList());
        lists.put("backInStock", StockWishes.of(tx, person));
        lists.put("notifications", Person.told(tx, person));
        return lists;
    }

    private Map<String, Object> contact(Recipients.Recipient recipient) {
        var all = new LinkedHashMap<String, Object>();
        put(all, "email", recipient.email());
        put(all, "newEmail", recipient.newEmail());
        put(all, "phone", recipient.phone());
        all.put("consentToMarketing", recipient.consent());
        put(all, "language", recipient.locale());
        put(all, "preferences", recipient.preferences());
        put(all, "zone", recipient.zone());
        put(all, "quietFrom", recipient.quietFrom());
        put(all, "quietTo", recipient.quietTo());
        return all;
    }

    private void put(Map<String, Object> all, String name, @Nullable Sealed<String> value) {
        put(all, name, value == null ? null : opened(value));
    }

    private static void put(Map<String, Object> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    private String opened(Sealed<String> value) {
        return vault.open(value, String.class).orElse("erased");
    }

    @Override
    public Forgotten forget(UUID person, Tx tx) {
        var forgotten = Person.forget(tx, person);
        tx.afterCommit(() -> inbox.forget(person));
        return new Forgotten(forgotten.deleted() + StockWishes.forget(tx, person), forgotten.nameless(), 0, null);
    }
}
