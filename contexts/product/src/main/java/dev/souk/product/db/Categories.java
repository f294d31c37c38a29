package dev.souk.product.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.domain.Category;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The category trees.
public final class Categories {
    private static final String SELECT =
            "select id, slug, display_name, parent_id, path, depth, version from category ";

    /// One change of the trees at a time: otherwise two moves, each right for itself, could close a circle. Readers
    /// and products are not kept waiting.
    public void lockTrees(Tx tx) {
        tx.sql("lock table category in share row exclusive mode").update();
    }

    public Optional<Category> find(Tx tx, UUID id) {
        return tx.sql(SELECT + "where id = ?").params(id).optional(Categories::category);
    }

    public Optional<Category> bySlug(Tx tx, String slug) {
        return tx.sql(SELECT + "where slug = ?").params(slug).optional(Categories::category);
    }

    /// The category whose id reads like this.
    public Optional<Category> byIdText(Tx tx, String text) {
        return tx.sql(SELECT + "where id::text = ?").params(text).optional(Categories::category);
    }

    public List<Category> all(Tx tx) {
        return tx.sql(SELECT + "order by path").list(Categories::category);
    }

    /// The category itself and all below it.
    public List<UUID> withAllBelow(Tx tx, Category top) {
        return tx.sql("select id from category where path = ? or path like ? order by path")
                .params(top.path(), top.path() + "/%")
                .list(row -> row.uuid("id"));
    }

    /// Those with one of these slugs or names, kept from being deleted until this transaction ends.
    public List<Category> hold(Tx tx, List<String> slugsOrNames) {
        var names = slugsOrNames.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return tx.sql(
                        SELECT
                                + """
                        where id in (select id from category where slug = any(?)
                                     union select id from category where lower(display_name) = any(?))
                        order by id for key share
                        """)
                .array("text", slugsOrNames)
                .array("text", names)
                .list(Categories::category);
    }

    public int levelsBelow(Tx tx, Category top) {
        return tx.sql("select max(depth) as deepest from category where path = ? or path like ?")
                        .params(top.path(), top.path() + "/%")
                        .one(row -> row.integer("deepest"))
                - top.depth();
    }

    public void insert(Tx tx, Category c) {
        tx.sql(
                        """
                        insert into category (id, slug, display_name, parent_id, path, depth, version, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(c.id(), c.slug(), c.displayName(), c.parentId(), c.path(), c.depth(), c.version(), tx.now())
                .update();
    }

    /// Saves `next`; the paths and depths below follow.
    public void save(Tx tx, Category before, Category next) {
        tx.sql("update category set slug = ?, display_name = ?, parent_id = ?, path = ?, depth = ?, version = ? where id = ?")
                .params(next.slug(), next.displayName(), next.parentId(), next.path(), next.depth(), next.version())
                .params(next.id())
                .update();
        if (!before.path().equals(next.path())) {
            tx.sql("update category set path = ? || substr(path, ?), depth = depth + ? where path like ?")
                    .params(next.path(), before.path().length() + 1, next.depth() - before.depth())
                    .params(before.path() + "/%")
                    .update();
        }
    }

    /// Whether a category or a product that is not deleted hangs below; waits for whoever is just adding a product.
    public boolean empty(Tx tx, UUID id) {
        tx.sql("select 1 as held from category where id = ? for update").params(id).optional(row -> row.integer("held"));
        return tx.sql(
                        """
                        select not exists (select 1 from category where parent_id = ?)
                           and not exists (select 1 from product where category_id = ? and deleted_at is null) as empty
                        """)
                .params(id, id)
                .one(row -> row.bool("empty"));
    }

    public void delete(Tx tx, UUID id) {
        tx.sql("update product set category_id = null where category_id = ? and deleted_at is not null")
                .params(id)
                .update();
        tx.sql("delete from category where id = ?").params(id).update();
    }

    private static Category category(Row row) {
        return new Category(
                row.uuid("id"),
                row.text("slug"),
                row.text("display_name"),
                row.uuidOrNull("parent_id"),
                row.text("path"),
                row.integer("depth"),
                row.bigint("version"));
    }
}
