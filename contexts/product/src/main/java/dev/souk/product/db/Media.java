package dev.souk.product.db;

import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the pictures of products are. Whoever adds one holds the lock of its product.
public final class Media {
    public record Image(
            UUID id, UUID productId, String url, @Nullable String sha256, boolean primary, int position) {}

    /// The picture with this id, or the product's picture at this address.
    public Optional<Image> find(Tx tx, UUID imageId, UUID productId, String url) {
        return tx.sql(
                        """
                        select id, product_id, url, sha256, is_primary, position from product_media where id = ?
                        union
                        select id, product_id, url, sha256, is_primary, position from product_media
                        where product_id = ? and url = ?
                        order by position limit 1
                        """)
                .params(imageId, productId, url)
                .optional(row -> new Image(
                        row.uuid("id"),
                        row.uuid("product_id"),
                        row.text("url"),
                        row.textOrNull("sha256"),
                        row.bool("is_primary"),
                        row.integer("position")));
    }

    /// The next one is to be the picture that is shown first.
    public void demote(Tx tx, UUID productId) {
        tx.sql("update product_media set is_primary = false where product_id = ? and is_primary")
                .params(productId)
                .update();
    }

    /// Answers how many of the ids were free.
    public int insert(Tx tx, List<Image> images) {
        return tx.sql(
                        """
                        insert into product_media (id, product_id, url, sha256, is_primary, position)
                        select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::int[])
                        on conflict (id) do nothing
                        """)
                .array("uuid", images, Image::id)
                .array("uuid", images, Image::productId)
                .array("text", images, Image::url)
                .array("text", images, Image::sha256)
                .array("boolean", images, Image::primary)
                .array("int", images, Image::position)
                .update();
    }

    /// Of these products' pictures, those at one of `urls`.
    public List<Image> at(Tx tx, List<UUID> productIds, List<String> urls) {
        return tx.sql(
                        """
                        select m.id, m.product_id, m.url, m.is_primary, m.position
                        from unnest(?::uuid[], ?::text[]) as n (product_id, url)
                        join product_media m on m.product_id = n.product_id and m.url = n.url
                        """)
                .array("uuid", productIds)
                .array("text", urls)
                .list(row -> new Image(
                        row.uuid("id"),
                        row.uuid("product_id"),
                        row.text("url"),
                        null,
                        row.bool("is_primary"),
                        row.integer("position")));
    }
}
