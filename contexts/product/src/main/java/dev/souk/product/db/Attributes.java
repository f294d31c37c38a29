package dev.souk.product.db;

import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Attributes of products and of variants.
public final class Attributes {
    /// Makes `attributes` the ones of `owner`: a variant, or the product itself.
    public void set(Tx tx, UUID productId, UUID owner, Map<String, String> attributes) {
        tx.sql("delete from product_attribute where product_id = ? and owner_id = ?").params(productId, owner).update();
        if (!attributes.isEmpty()) {
            var names = List.copyOf(attributes.keySet());
            tx.sql(
                            """
                            insert into product_attribute (product_id, owner_id, name, value)
                            select ?::uuid, ?::uuid, n.* from unnest(?::text[], ?::text[]) as n
                            """)
                    .params(productId, owner)
                    .array("text", names)
                    .array("text", names, attributes::get)
                    .update();
        }
    }

    public Map<String, String> of(Tx tx, UUID productId, UUID owner) {
        var all = new HashMap<String, String>();
        tx.sql("select name, value from product_attribute where product_id = ? and owner_id = ?")
                .params(productId, owner)
                .list(row -> all.put(row.text("name"), row.text("value")));
        return all;
    }
}
