package dev.souk.promotion.db;

import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.domain.Promotion;
import dev.souk.promotion.domain.Promotion.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The table of rules.
final class RuleRows {
    static final Rules NONE = new Rules(null, Set.of(), Set.of(), Set.of(), 0, 0);

    private RuleRows() {}

    private record One(String kind, String value, @Nullable Long amount, @Nullable Integer buy, @Nullable Integer get) {}

    static void insert(Tx tx, Promotion p) {
        var rules = p.rules();
        var all = new ArrayList<One>();
        if (rules.minSpend() != null) {
            all.add(new One("MIN_SPEND", "", rules.minSpend(), null, null));
        }
        if (rules.buy() > 0) {
            all.add(new One("QUANTITY", "", null, rules.buy(), rules.get()));
        }
        rules.products().forEach(v -> all.add(new One("PRODUCTS", v, null, null, null)));
        rules.groups().forEach(v -> all.add(new One("CUSTOMER_GROUP", v, null, null, null)));
        rules.channels().forEach(v -> all.add(new One("CHANNEL", v, null, null, null)));
        tx.sql("""
                insert into promotion_rule (promotion_id, kind, value, amount, buy, get)
                select cast(? as uuid), v.* from unnest(?, ?, ?, ?, ?) as v""")
                .params(p.promotionId())
                .array("text", all, One::kind)
                .array("text", all, One::value)
                .array("bigint", all, One::amount)
                .array("int", all, One::buy)
                .array("int", all, One::get)
                .update();
    }

    /// Adds to each campaign the rules that belong to it.
    static List<Campaign> complete(Tx tx, List<Campaign> bare) {
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<One>> rules = new HashMap<>();
        tx.sql("select promotion_id, kind, value, amount, buy, get from promotion_rule where promotion_id = any(?)")
                .array("uuid", bare, c -> c.promotion().promotionId())
                .list(r -> rules.computeIfAbsent(r.uuid("promotion_id"), _ -> new ArrayList<>())
                        .add(new One(
                                r.text("kind"), r.text("value"), r.bigintOrNull("amount"), r.integerOrNull("buy"),
                                r.integerOrNull("get"))));
        return bare.stream()
                .map(c -> with(c, rules(rules.getOrDefault(c.promotion().promotionId(), List.of()))))
                .toList();
    }

    private static Rules rules(List<One> rows) {
        Long minSpend = null;
        int buy = 0;
        int get = 0;
        Map<String, Set<String>> values = new HashMap<>();
        for (var one : rows) {
            minSpend = one.amount() == null ? minSpend : one.amount();
            buy = one.buy() == null ? buy : one.buy();
            get = one.get() == null ? get : one.get();
            values.computeIfAbsent(one.kind(), _ -> new HashSet<>()).add(one.value());
        }
        return new Rules(
                minSpend, values.getOrDefault("PRODUCTS", Set.of()), values.getOrDefault("CUSTOMER_GROUP", Set.of()),
                values.getOrDefault("CHANNEL", Set.of()), buy, get);
    }

    private static Campaign with(Campaign c, Rules rules) {
        var p = c.promotion();
        var whole = new Promotion(
                p.promotionId(), p.name(), p.type(), p.value(), p.currency(), p.code(), p.codeRequired(), rules,
                p.limits(), p.stackable(), p.priority(), p.startsAt(), p.endsAt());
        return new Campaign(
                whole, c.status(), c.endedBecause(), c.pointsAtDiscontinued(), c.usage(), c.orders(), c.givenBack(),
                c.version());
    }
}
