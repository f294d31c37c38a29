package dev.souk.promotion.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The tables of generated codes.
public final class Coupons {
    private static final String SELECT = "select code, promotion_id, single_use, used, held from coupon ";

    /// One generated code.
    public record Coupon(String code, UUID promotionId, boolean singleUse, int used, int held) {
        public boolean usedUp() {
            return singleUse && used + held >= 1;
        }
    }

    private static Coupon coupon(Row r) {
        return new Coupon(
                r.text("code"), r.uuid("promotion_id"), r.bool("single_use"), r.integer("used"), r.integer("held"));
    }

    public Optional<Coupon> find(Tx tx, String code) {
        return tx.sql(SELECT + "where code = ?").params(code).optional(Coupons::coupon);
    }

    static Map<String, Coupon> lock(Tx tx, List<String> codes) {
        var found = new HashMap<String, Coupon>();
        tx.sql(SELECT + "where code = any(?) order by code for update")
                .array("text", codes)
                .list(r -> found.put(r.text("code"), coupon(r)));
        return found;
    }

    static void add(Tx tx, List<String> codes, List<Long> used, List<Long> held) {
        tx.sql("""
                update coupon c set used = c.used + d.used, held = c.held + d.held
                from unnest(?, ?, ?) as d (code, used, held) where c.code = d.code""")
                .array("text", codes)
                .array("int", used, Long::intValue)
                .array("int", held, Long::intValue)
                .update();
    }

    /// False when the batch is there already.
    public boolean insertBatch(Tx tx, UUID batchId, UUID promotionId, int count, boolean singleUse) {
        return tx.sql("""
                        insert into coupon_batch (batch_id, promotion_id, count, single_use, created_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(batchId, promotionId, count, singleUse, tx.now())
                        .update()
                == 1;
    }

    /// Answers how many of these codes were new.
    public int insert(Tx tx, UUID batchId, UUID promotionId, boolean singleUse, List<String> codes) {
        return tx.sql("""
                insert into coupon (code, promotion_id, batch_id, single_use)
                select v, cast(? as uuid), cast(? as uuid), cast(? as boolean) from unnest(?) as v
                on conflict do nothing""")
                .params(promotionId, batchId, singleUse)
                .array("text", codes)
                .update();
    }

    /// Of one batch, from the first after `after` on.
    public List<Coupon> list(Tx tx, UUID batchId, String after, int limit) {
        return tx.sql(SELECT + "where batch_id = ? and code > ? order by code limit ?")
                .params(batchId, after, limit)
                .list(Coupons::coupon);
    }

    public Optional<UUID> promotionOf(Tx tx, UUID batchId) {
        return tx.sql("select promotion_id from coupon_batch where batch_id = ?")
                .params(batchId)
                .optional(r -> r.uuid("promotion_id"));
    }

    /// How many codes were made for a promotion.
    public long count(Tx tx, UUID promotionId) {
        return tx.sql("select coalesce(sum(count), 0) as n from coupon_batch where promotion_id = ?")
                .params(promotionId)
                .one(r -> r.bigint("n"));
    }
}
