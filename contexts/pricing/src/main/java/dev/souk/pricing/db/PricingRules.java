package dev.souk.pricing.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.domain.PricingRule;
import dev.souk.pricing.domain.PricingRule.Kind;
import dev.souk.pricing.domain.PricingRule.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The tables of pricing rules.
public final class PricingRules {
    private static final String COLUMNS = """
            select rule_id, kind, name, customer_group, channel, price_list_id, priority, from_at, to_at, active, version
            from pricing_rule\s""";

    private final RuleBook book;

    public PricingRules(RuleBook book) {
        this.book = book;
    }

    /// A rule as it is stored.
    public record Stored(PricingRule rule, boolean active, long version) {}

    static List<PricingRule> active(Tx tx) {
        return read(tx, tx.sql(COLUMNS + "where active").list(Draft::of)).stream()
                .map(Stored::rule)
                .toList();
    }

    /// From the first after `after` on, by id.
    public List<Stored> list(Tx tx, UUID after, int limit) {
        return read(tx, tx.sql(COLUMNS + "where rule_id > ? order by rule_id limit ?")
                .params(after, limit)
                .list(Draft::of));
    }

    public Optional<Stored> find(Tx tx, UUID ruleId) {
        return read(tx, tx.sql(COLUMNS + "where rule_id = ?").params(ruleId).list(Draft::of)).stream()
                .findFirst();
    }

    /// The same, after all other changes of rules and before any further one.
    public Optional<Stored> lock(Tx tx, UUID ruleId) {
        RuleBook.lock(tx);
        return find(tx, ruleId);
    }

    private record Draft(PricingRule bare, boolean active, long version) {
        static Draft of(Row row) {
            var rule = new PricingRule(
                    row.uuid("rule_id"), row.enumOf(Kind.class, "kind"), row.text("name"), Set.of(),
                    row.textOrNull("customer_group"), row.textOrNull("channel"), row.uuidOrNull("price_list_id"),
                    List.of(), row.integer("priority"), row.instantOrNull("from_at"), row.instantOrNull("to_at"));
            return new Draft(rule, row.bool("active"), row.bigint("version"));
        }

        Stored with(Set<String> skus, List<Tier> tiers) {
            var r = bare;
            var whole = new PricingRule(
                    r.ruleId(), r.kind(), r.name(), skus, r.customerGroup(), r.channel(), r.priceListId(), tiers,
                    r.priority(), r.from(), r.to());
            return new Stored(whole, active, version);
        }
    }

    private static List<Stored> read(Tx tx, List<Draft> drafts) {
        var ids = drafts.stream().map(d -> d.bare().ruleId()).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Set<String>> skus = new HashMap<>();
        Map<UUID, List<Tier>> tiers = new HashMap<>();
        tx.sql("select rule_id, sku from pricing_rule_sku where rule_id = any(?)")
                .array("uuid", ids)
                .list(row -> skus.computeIfAbsent(row.uuid("rule_id"), _ -> new HashSet<>()).add(row.text("sku")));
        tx.sql("""
                select rule_id, min_quantity, discount::text as discount, unit_price, currency
                from pricing_rule_tier where rule_id = any(?) order by rule_id, min_quantity""")
                .array("uuid", ids)
                .list(row -> tiers.computeIfAbsent(row.uuid("rule_id"), _ -> new ArrayList<>()).add(tier(row)));
        return drafts.stream()
                .map(d -> d.with(
                        skus.getOrDefault(d.bare().ruleId(), Set.of()),
                        tiers.getOrDefault(d.bare().ruleId(), List.of())))
                .toList();
    }

    private static Tier tier(Row row) {
        var discount = row.textOrNull("discount");
        var currency = row.text("currency");
        return new Tier(
                row.integer("min_quantity"),
                discount == null ? null : new BigDecimal(discount),
                row.bigintOrNull("unit_price"),
                currency.isEmpty() ? null : currency);
    }

    public void save(Tx tx, Stored stored, String changedBy) {
        var r = stored.rule();
        tx.sql("""
                insert into pricing_rule (rule_id, kind, name, customer_group, channel, price_list_id, priority,
                    from_at, to_at, active, version, changed_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (rule_id) do update set
                    name = excluded.name, customer_group = excluded.customer_group, channel = excluded.channel,
                    price_list_id = excluded.price_list_id, priority = excluded.priority, from_at = excluded.from_at,
                    to_at = excluded.to_at, active = excluded.active, version = excluded.version,
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .params(r.ruleId(), r.kind(), r.name(), r.customerGroup(), r.channel(), r.priceListId(), r.priority(),
                        r.from(), r.to(), stored.active(), stored.version(), changedBy, tx.now())
                .update();
        tx.sql("delete from pricing_rule_sku where rule_id = ?").params(r.ruleId()).update();
        tx.sql("insert into pricing_rule_sku (rule_id, sku) select ?, v from unnest(?) as v")
                .params(r.ruleId())
                .array("text", List.copyOf(r.skus()))
                .update();
        tx.sql("delete from pricing_rule_tier where rule_id = ?").params(r.ruleId()).update();
        for (var t : r.tiers()) {
            tx.sql("""
                    insert into pricing_rule_tier (rule_id, min_quantity, discount, unit_price, currency)
                    values (?, ?, ?, ?, ?)""")
                    .params(r.ruleId(), t.minQuantity(), t.discount(), t.unitPrice(),
                            t.currency() == null ? "" : t.currency())
                    .update();
        }
        book.rules.changedBy(tx);
    }
}
