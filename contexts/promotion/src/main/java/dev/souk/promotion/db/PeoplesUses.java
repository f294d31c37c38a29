package dev.souk.promotion.db;

import dev.souk.contracts.customer.PersonalRecords;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one person has used of promotions: ids and amounts only. They stay, because budgets and limits are counted from
/// them. The statements over redemptions read the whole table: they are rare.
public final class PeoplesUses implements PersonalRecords {
    private static final String BASIS =
            "Uses of promotions under an id without a name: accounting of budgets and limits (GDPR art. 17(3)(e))";

    private record Use(UUID promotionId, @Nullable String code, String kind, long discount, String currency, Instant at) {}

    private record Count(UUID promotionId, int used, int held) {}

    private record Level(String level) {}

    private final MemberLevels levels;

    public PeoplesUses(MemberLevels levels) {
        this.levels = levels;
    }

    @Override
    public Map<String, List<?>> about(UUID person, Tx tx) {
        var level = levels.of(tx, person);
        return Map.of(
                "promotionUses", uses(person, tx), "promotionCounts", counts(person, tx),
                "levels", level == null ? List.of() : List.of(new Level(level)));
    }

    private static List<Use> uses(UUID person, Tx tx) {
        return tx.sql("select promotion_id, code, kind, discount, currency, at from redemption where customer_id = ? order by at")
                .params(person)
                .list(row -> new Use(
                        row.uuid("promotion_id"), row.textOrNull("code"), row.text("kind"), row.bigint("discount"),
                        row.text("currency"), row.instant("at")));
    }

    private static List<Count> counts(UUID person, Tx tx) {
        return tx.sql("select promotion_id, used, held from customer_use where customer_id = ? order by promotion_id")
                .params(person)
                .list(row -> new Count(row.uuid("promotion_id"), row.integer("used"), row.integer("held")));
    }

    @Override
    public Forgotten forget(UUID person, Tx tx) {
        int kept = uses(person, tx).size() + counts(person, tx).size();
        return new Forgotten(levels.forget(tx, person), 0, kept, kept == 0 ? null : BASIS);
    }
}
