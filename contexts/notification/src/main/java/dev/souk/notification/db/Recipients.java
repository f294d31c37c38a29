package dev.souk.notification.db;

import dev.souk.notification.domain.QuietHours;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The `recipient` and `device` tables: how customers are reached and what they want.
public final class Recipients {
    private Recipients() {}

    /// @param newEmail not verified yet
    /// @param preferences JSON: template or category to channels
    /// @param device one of the customer's apps
    public record Recipient(
            UUID customerId,
            boolean registered,
            @Nullable Sealed<String> email,
            @Nullable Sealed<String> newEmail,
            @Nullable Sealed<String> phone,
            @Nullable Sealed<String> device,
            @Nullable String locale,
            @Nullable String preferences,
            boolean consent,
            @Nullable String zone,
            @Nullable String quietFrom,
            @Nullable String quietTo) {
        static Recipient of(Row row) {
            return new Recipient(
                    row.uuid("customer_id"), row.bool("registered"), sealed(row, "email"),
                    sealed(row, "new_email"), sealed(row, "phone"), sealed(row, "device"), row.textOrNull("locale"), row.textOrNull("preferences"),
                    row.bool("consent"), row.textOrNull("zone"), row.textOrNull("quiet_from"),
                    row.textOrNull("quiet_to"));
        }

        private static @Nullable Sealed<String> sealed(Row row, String column) {
            var text = row.textOrNull(column);
            return text == null ? null : new Sealed<>(text);
        }

        /// The customer's own hours, where given, over those of the shop.
        public QuietHours quiet(QuietHours otherwise) {
            return new QuietHours(
                    quietFrom == null ? otherwise.from() : LocalTime.parse(quietFrom),
                    quietTo == null ? otherwise.to() : LocalTime.parse(quietTo),
                    zone(otherwise.zone()));
        }

        private ZoneId zone(ZoneId otherwise) {
            try {
                return zone == null ? otherwise : ZoneId.of(zone);
            } catch (DateTimeException e) {
                return otherwise; // a zone that this Java does not know any more
            }
        }
    }

    public static Map<UUID, Recipient> find(Tx tx, Collection<UUID> customers) {
        var found = new HashMap<UUID, Recipient>();
        if (!customers.isEmpty()) {
            tx.sql(
                            """
                    select r.*, (select d.token from device d where d.customer_id = r.customer_id
                                 order by d.device_id limit 1) as device
                    from recipient r where r.customer_id = any(?)
                    """)
                    .array("uuid", List.copyOf(customers))
                    .list(row -> found.put(row.uuid("customer_id"), Recipient.of(row)));
        }
        return found;
    }

    public static Optional<Recipient> find(Tx tx, UUID customer) {
        return Optional.ofNullable(find(tx, List.of(customer)).get(customer));
    }

    public static void registered(
            Tx tx, UUID customer, Sealed<String> email, @Nullable Sealed<String> phone, @Nullable String locale,
            boolean consent) {
        tx.sql(
                        """
                insert into recipient (customer_id, registered, email, phone, locale, consent) values (?, true, ?, ?, ?, ?)
                on conflict (customer_id) do update set registered = true, email = excluded.email,
                    phone = excluded.phone, locale = coalesce(excluded.locale, recipient.locale), consent = excluded.consent
                """)
                .params(customer, email.text(), phone == null ? null : phone.text(), locale, consent)
                .update();
    }

    /// Only what changed is given, except that a phone may have been taken away.
    public static void profile(
            Tx tx, UUID customer, @Nullable Sealed<String> email, boolean phoneChanged, @Nullable Sealed<String> phone,
            @Nullable String locale, long version) {
        tx.sql(
                        """
                insert into recipient as r (customer_id, registered, email, phone, locale, profile_version)
                values (?, true, ?, ?, ?, ?)
                on conflict (customer_id) do update set email = coalesce(excluded.email, r.email),
                    new_email = case when excluded.email is null then r.new_email end,
                    phone = case when ? then excluded.phone else r.phone end,
                    locale = coalesce(excluded.locale, r.locale), profile_version = excluded.profile_version
                where r.profile_version < excluded.profile_version
                """)
                .params(customer, email == null ? null : email.text(), phone == null ? null : phone.text(), locale,
                        version, phoneChanged)
                .update();
    }

    /// An address that its owner has yet to verify; only that question goes there.
    public static void newEmail(Tx tx, UUID customer, Sealed<String> email) {
        tx.sql(
                        """
                insert into recipient (customer_id, new_email) values (?, ?)
                on conflict (customer_id) do update set new_email = excluded.new_email
                """)
                .params(customer, email.text())
                .update();
    }

    public static void preferences(
            Tx tx, UUID customer, @Nullable String locale, String preferences, long version) {
        tx.sql(
                        """
                insert into recipient as r (customer_id, locale, preferences, preference_version) values (?, ?, ?, ?)
                on conflict (customer_id) do update set locale = coalesce(excluded.locale, r.locale),
                    preferences = excluded.preferences, preference_version = excluded.preference_version
                where r.preference_version < excluded.preference_version
                """)
                .params(customer, locale, preferences, version)
                .update();
    }

    public static void consent(Tx tx, UUID customer, boolean granted) {
        tx.sql(
                        """
                insert into recipient (customer_id, consent) values (?, ?)
                on conflict (customer_id) do update set consent = excluded.consent
                """)
                .params(customer, granted)
                .update();
    }

    public static void quiet(
            Tx tx, UUID customer, @Nullable String zone, @Nullable String from, @Nullable String to) {
        tx.sql(
                        """
                insert into recipient (customer_id, zone, quiet_from, quiet_to) values (?, ?, ?, ?)
                on conflict (customer_id) do update
                set zone = excluded.zone, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
                """)
                .params(customer, zone, from, to)
                .update();
    }

    public static void device(Tx tx, UUID customer, String device, Sealed<String> token) {
        tx.sql(
                        """
                insert into device (customer_id, device_id, token, since) values (?, ?, ?, ?)
                on conflict (customer_id, device_id) do update set token = excluded.token
                """)
                .params(customer, device, token.text(), tx.now())
                .update();
    }

    public static int devices(Tx tx, UUID customer) {
        return tx.sql("select count(*) as n from device where customer_id = ?").params(customer).one(row -> row.integer("n"));
    }

    public static boolean forgetDevice(Tx tx, UUID customer, String device) {
        return tx.sql("delete from device where customer_id = ? and device_id = ?").params(customer, device).update() > 0;
    }
}
