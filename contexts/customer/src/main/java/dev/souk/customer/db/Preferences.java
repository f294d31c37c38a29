package dev.souk.customer.db;

import dev.souk.contracts.customer.GetCustomer;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;

/// What customers prefer.
public final class Preferences {
    private static final TypeReference<Map<String, List<String>>> CHANNELS = new TypeReference<>() {};
    private static final GetCustomer.Preferences NONE = new GetCustomer.Preferences(null, null, Map.of(), 0);

    public GetCustomer.Preferences of(Tx tx, UUID customer) {
        return tx.sql("select language, currency, notifications, version from customer_preference where customer_id = ?")
                .params(customer)
                .optional(r -> new GetCustomer.Preferences(
                        r.textOrNull("language"), r.textOrNull("currency"),
                        Json.MAPPER.readValue(r.text("notifications"), CHANNELS), r.bigint("version")))
                .orElse(NONE);
    }

    public void save(Tx tx, UUID customer, GetCustomer.Preferences p) {
        tx.sql("""
                insert into customer_preference (customer_id, language, currency, notifications, version)
                values (?, ?, ?, ?, ?)
                on conflict (customer_id) do update set language = excluded.language, currency = excluded.currency,
                    notifications = excluded.notifications, version = excluded.version""")
                .params(customer, p.language(), p.currency(), Json.MAPPER.writeValueAsString(p.notifications()), p.version())
                .update();
    }

    public int remove(Tx tx, UUID customer) {
        return tx.sql("delete from customer_preference where customer_id = ?").params(customer).update();
    }
}
