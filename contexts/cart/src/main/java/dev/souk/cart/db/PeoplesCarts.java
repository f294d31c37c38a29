package dev.souk.cart.db;

import dev.souk.contracts.Address;
import dev.souk.contracts.customer.PersonalRecords;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carts of one person, whether as a customer or as a guest. Nothing of a cart has to be kept. These statements read the
/// whole table where a guest is looked for: that happens rarely, and an index would have to be kept up by every shopper.
public final class PeoplesCarts implements PersonalRecords {
    private final Vault vault;

    public PeoplesCarts(Vault vault) {
        this.vault = vault;
    }

    private record Found(
            UUID cartId,
            String status,
            String channel,
            String currency,
            @Nullable String promotionCode,
            @Nullable String shippingMethodId,
            @Nullable Address address,
            @Nullable String email,
            Instant createdAt,
            Instant lastActivityAt) {}

    private record Inside(UUID cartId, String sku, String name, int quantity, long unitPrice) {}

    private record Ordered(UUID cartId, UUID orderId, Instant orderedAt) {}

    @Override
    public Map<String, List<?>> about(UUID person, Tx tx) {
        var carts = tx.sql("select * from carts where customer_id = ? or guest_id = ? order by created_at")
                .params(person, person)
                .list(this::found);
        var lines = tx.sql(
                        """
                        select cart_id, sku, name, quantity, unit_price from cart_lines
                        where cart_id = any(?) order by cart_id, added_version, line_id
                        """)
                .array("uuid", carts, Found::cartId)
                .list(row -> new Inside(
                        row.uuid("cart_id"), row.text("sku"), row.text("name"), row.integer("quantity"),
                        row.bigint("unit_price")));
        var ordered = tx.sql("select cart_id, order_id, ordered_at from ordered_carts where customer_id = ?")
                .params(person)
                .list(row -> new Ordered(row.uuid("cart_id"), row.uuid("order_id"), row.instant("ordered_at")));
        return Map.of("carts", carts, "cartLines", lines, "orderedCarts", ordered);
    }

    private Found found(Row row) {
        var address = row.textOrNull("address");
        var email = row.textOrNull("email");
        return new Found(
                row.uuid("id"),
                row.text("status"),
                row.text("channel"),
                row.text("currency"),
                row.textOrNull("promotion_code"),
                row.textOrNull("shipping_method_id"),
                address == null ? null : vault.open(new Sealed<Address>(address), Address.class).orElse(null),
                email == null ? null : vault.open(new Sealed<String>(email), String.class).orElse(null),
                row.instant("created_at"),
                row.instant("last_activity_at"));
    }

    @Override
    public Forgotten forget(UUID person, Tx tx) {
        var carts = tx.sql("delete from carts where customer_id = ? or guest_id = ? returning id")
                .params(person, person)
                .list(row -> row.uuid("id"));
        int lines = tx.sql("delete from cart_lines where cart_id = any(?)").array("uuid", carts).update();
        int ordered = tx.sql("delete from ordered_carts where customer_id = ?").params(person).update();
        return new Forgotten(carts.size() + lines + ordered, 0, 0, null);
    }
}
