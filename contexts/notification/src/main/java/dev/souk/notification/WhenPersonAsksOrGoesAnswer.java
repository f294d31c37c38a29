package dev.souk.notification;

import dev.souk.contracts.customer.CustomerErased;
import dev.souk.contracts.customer.DataExportPartReady;
import dev.souk.contracts.customer.DataExportRequested;
import dev.souk.contracts.customer.ErasurePartCompleted;
import dev.souk.notification.channel.StandInInbox;
import dev.souk.notification.db.Person;
import dev.souk.notification.db.Recipients;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// This context's part of what a person is given, and of what is forgotten about them.
final class WhenPersonAsksOrGoesAnswer implements Rule {
    private static final String CONTEXT = "notification";

    private final Vault vault;
    private final StandInInbox inbox;

    WhenPersonAsksOrGoesAnswer(Vault vault, StandInInbox inbox) {
        this.vault = vault;
        this.inbox = inbox;
    }

    @Override
    public List<Class<? extends Event>> types() {
        return List.of(DataExportRequested.class, CustomerErased.class);
    }

    @Override
    public void apply(List<Happened> batch, Tx tx) {
        for (var one : batch) {
            switch (one.event()) {
                case DataExportRequested e -> write(e, tx);
                case CustomerErased e -> forget(e, tx);
                default -> {}
            }
        }
    }

    private void write(DataExportRequested asked, Tx tx) {
        var lists = new LinkedHashMap<String, List<?>>();
        lists.put("contact", Recipients.find(tx, asked.customerId()).map(this::contact).stream().toList());
        lists.put("orderAddresses", Person.orderAddresses(tx, asked.customerId()).stream()
                .map(email -> Map.of("email", opened(email)))
                .distinct()
                .toList());
        lists.put("devices", Person.devices(tx, asked.customerId()).stream()
                .map(device -> Map.of(
                        "deviceId", device.deviceId(), "token", opened(device.token()), "since", device.since().toString()))
                .toList());
        lists.put("notifications", Person.told(tx, asked.customerId()));
        var json = Values.json(lists);
        tx.publish(
                new DataExportPartReady(
                        asked.requestId(), asked.customerId(), CONTEXT, lists.values().stream().mapToInt(List::size).sum(),
                        sha256(json), vault.seal(asked.customerId(), json)),
                1);
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

    private void forget(CustomerErased erased, Tx tx) {
        UUID person = erased.customerId();
        var forgotten = Person.forget(tx, person);
        tx.afterCommit(() -> inbox.forget(person));
        tx.publish(
                new ErasurePartCompleted(
                        erased.requestId(), person, CONTEXT, forgotten.deleted(), forgotten.nameless(), 0, null,
                        sha256(CONTEXT + "/" + person + "/" + forgotten.deleted() + "/" + forgotten.nameless())),
                1);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
