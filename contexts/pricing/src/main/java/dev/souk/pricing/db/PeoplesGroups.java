package dev.souk.pricing.db;

import dev.souk.contracts.customer.PersonalRecords;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// To which group of customers one person belongs. Nothing of it has to be kept.
public final class PeoplesGroups implements PersonalRecords {
    private final CustomerGroups groups;

    private record Member(@Nullable String group, @Nullable String level) {}

    public PeoplesGroups(CustomerGroups groups) {
        this.groups = groups;
    }

    @Override
    public Map<String, List<?>> about(UUID person, Tx tx) {
        return Map.of("customerGroups", groups.find(tx, person).stream()
                .filter(assigned -> assigned.counts() != null)
                .map(assigned -> new Member(assigned.group(), assigned.level()))
                .toList());
    }

    @Override
    public Forgotten forget(UUID person, Tx tx) {
        return new Forgotten(groups.forget(tx, person), 0, 0, null);
    }
}
