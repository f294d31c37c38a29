package dev.souk.pricing.db;

import dev.souk.contracts.customer.PersonalRecords;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// To which group of customers one person belongs. Nothing of it has to be kept.
public final class PeoplesGroups implements PersonalRecords {
    private record Member(String group) {}

    @Override
    public Map<String, List<?>> about(UUID person, Tx tx) {
        return Map.of("customerGroups", tx.sql("select group_name from customer_group where customer_id = ? and group_name is not null")
                .params(person)
                .list(row -> new Member(row.text("group_name"))));
    }

    @Override
    public Forgotten forget(UUID person, Tx tx) {
        return new Forgotten(tx.sql("delete from customer_group where customer_id = ?").params(person).update(), 0, 0, null);
    }
}
