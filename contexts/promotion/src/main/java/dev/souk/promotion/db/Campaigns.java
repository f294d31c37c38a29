package dev.souk.promotion.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.Campaign.Status;
import dev.souk.promotion.domain.Promotion;
import dev.souk.promotion.domain.Promotion.Limits;
import dev.souk.promotion.domain.Usage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The tables of promotions and their rules.
public final class Campaigns {
    private static final String SELECT = """
            select promotion_id, name, type, value, currency, code, code_required, stackable, priority, starts_at,
                ends_at, usage_limit_total, usage_limit_per_customer, budget, status, ended_because,
                points_at_discontinued, used, held, spent, held_amount, orders, given_back, version, revision
            from promotion\s""";

    private final ActivePromotions active;

    public Campaigns(ActivePromotions active) {
        this.active = active;
    }

    static List<Campaign> active(Tx tx) {
        return RuleRows.complete(tx, tx.sql(SELECT + "where status = 'ACTIVE'").list(Campaigns::withoutRules));
    }

    public Optional<Campaign> find(Tx tx, UUID id) {
        return RuleRows.complete(tx, tx.sql(SELECT + "where promotion_id = ?").params(id).list(Campaigns::withoutRules)).stream()
                .findFirst();
    }

    public Optional<Campaign> lock(Tx tx, UUID id) {
        return Optional.ofNullable(lock(tx, List.of(id)).get(id));
    }

    /// All of them, locked in the order of their ids.
    public Map<UUID, Campaign> lock(Tx tx, Collection<UUID> ids) {
        var rows = tx.sql(SELECT + "where promotion_id = any(?) order by promotion_id for update")
                .array("uuid", ids.stream().distinct().sorted().toList())
                .list(Campaigns::withoutRules);
        var found = new HashMap<UUID, Campaign>();
        RuleRows.complete(tx, rows).forEach(c -> found.put(c.promotion().promotionId(), c));
        return found;
    }

    /// The one that had this code last, whatever its status.
    public Optional<Campaign> byCode(Tx tx, String code) {
        return RuleRows.complete(tx, tx.sql(SELECT + "where code = ? order by starts_at desc limit 1").params(code).list(Campaigns::withoutRules))
                .stream()
                .findFirst();
    }

    /// From the first after `after` on, by id.
    public List<Campaign> list(Tx tx, UUID after, int limit) {
        return RuleRows.complete(tx, tx.sql(SELECT + "where promotion_id > ? order by promotion_id limit ?")
                .params(after, limit)
                .list(Campaigns::withoutRules));
    }

    /// Those whose time has come, locked; others that work on them are not waited for.
    public List<Campaign> due(Tx tx, int limit) {
        return RuleRows.complete(tx, tx.sql(SELECT + """
                where next_change_at <= ? order by next_change_at limit ? for update skip locked""")
                .params(tx.now(), limit)
                .list(Campaigns::withoutRules));
    }

    /// False when another live promotion has the code.
    public boolean insert(Tx tx, Promotion p) {
        var limits = p.limits();
        var added = tx.sql("""
                insert into promotion (promotion_id, name, type, value, currency, code, code_required, stackable,
                    priority, starts_at, ends_at, usage_limit_total, usage_limit_per_customer, budget, status,
                    next_change_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SCHEDULED', ?, 1)
                on conflict do nothing""")
                .params(p.promotionId(), p.name(), p.type(), p.value(), p.currency(), p.code(), p.codeRequired(),
                        p.stackable(), p.priority(), p.startsAt(), p.endsAt(), limits.total(), limits.perCustomer(),
                        limits.budget(), p.startsAt())
                .update();
        if (added == 1) {
            RuleRows.insert(tx, p);
        }
        return added == 1;
    }

    private static Campaign withoutRules(Row r) {
        var limits = new Limits(
                r.integerOrNull("usage_limit_total"), r.integerOrNull("usage_limit_per_customer"),
                r.bigintOrNull("budget"));
        var bare = new Promotion(
                r.uuid("promotion_id"), r.text("name"), r.enumOf(Promotion.Type.class, "type"), r.bigint("value"),
                r.textOrNull("currency"), r.textOrNull("code"), r.bool("code_required"), RuleRows.NONE, limits,
                r.bool("stackable"), r.integer("priority"), r.instant("starts_at"), r.instantOrNull("ends_at"));
        var usage = new Usage(
                r.bigint("used"), r.bigint("held"), r.bigint("spent"), r.bigint("held_amount"), r.bigint("revision"));
        return new Campaign(
                bare, r.enumOf(Status.class, "status"), r.textOrNull("ended_because"),
                r.bool("points_at_discontinued"), usage, r.bigint("orders"), r.bigint("given_back"),
                r.bigint("version"));
    }

    /// Begins now.
    public void activate(Tx tx, Promotion p, long version) {
        tx.sql("""
                update promotion set status = 'ACTIVE', starts_at = ?, next_change_at = ?, version = ?
                where promotion_id = ?""")
                .params(p.startsAt(), p.endsAt(), version, p.promotionId())
                .update();
        active.changedBy(tx);
    }

    public void end(Tx tx, UUID id, String because, long version) {
        tx.sql("""
                update promotion set status = 'ENDED', ended_because = ?, next_change_at = null, version = ?
                where promotion_id = ?""")
                .params(because, version, id)
                .update();
        active.changedBy(tx);
    }

    /// Answers how many promotions name one of these products and were not yet marked.
    public int pointAtDiscontinued(Tx tx, List<String> products) {
        return tx.sql("""
                update promotion set points_at_discontinued = true
                where not points_at_discontinued and promotion_id = any(array(
                    select promotion_id from promotion_rule where kind = 'PRODUCTS' and value = any(?)))""")
                .array("text", products)
                .update();
    }
}
