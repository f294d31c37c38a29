package dev.souk.product;

import dev.souk.contracts.product.CreateProduct;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.db.Media;
import dev.souk.product.db.Prices;
import dev.souk.product.db.Products.Present;
import dev.souk.product.db.Skus;
import dev.souk.product.db.Variants.Variant;
import dev.souk.product.domain.Category;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import dev.souk.product.domain.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class CreateProductHandler {
    private final Tables tables;
    private final boolean imageRequired;

    CreateProductHandler(Tables tables, boolean imageRequired) {
        this.tables = tables;
        this.imageRequired = imageRequired;
    }

    Outcome<Long> handle(CreateProduct command, Tx tx) {
        var wrong = CreateProductCheck.wrong(command);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        var present = tables.products().present(tx, command.productId());
        if (present.isPresent()) {
            return again(command, present.get());
        }
        var category = command.category();
        if (category == null) {
            return product(command, null).then(product -> add(command, product, null, tx));
        }
        return Category.meant(tables.categories().hold(tx, List.of(category)), category)
                .map(c -> product(command, c).then(product -> add(command, product, c, tx)))
                .orElseGet(() -> Outcome.refused(new ProductRefusal.UnknownCategory(category)));
    }

    private static Outcome<Long> again(CreateProduct command, Present present) {
        return present.sku().equals(command.sku())
                ? Outcome.done(present.version())
                : Outcome.refused(new ProductRefusal.IdTaken(command.productId()));
    }

    private Outcome<Product> product(CreateProduct c, @Nullable Category category) {
        var status = c.status() == null ? Status.DRAFT : Status.valueOf(c.status());
        return new Product(
                        c.productId(),
                        c.sku(),
                        c.name(),
                        c.description(),
                        c.price(),
                        c.currency(),
                        category == null ? null : category.id(),
                        status,
                        c.sellerId(),
                        c.taxCategory(),
                        c.weightGrams(),
                        c.images().size(),
                        0,
                        1)
                .sellable(imageRequired);
    }

    private Outcome<Long> add(CreateProduct command, Product product, @Nullable Category category, Tx tx) {
        var variants = variants(command, tx);
        var holders = new ArrayList<Skus.Holder>();
        holders.add(new Skus.Holder(product.sku(), product.id(), null));
        variants.forEach(v -> holders.add(new Skus.Holder(v.sku(), product.id(), v.id())));
        var taken = tables.skus().claim(tx, holders);
        if (taken.isPresent()) {
            // whoever took it may have been this same command, a moment ago
            return tables.products()
                    .present(tx, product.id())
                    .map(present -> again(command, present))
                    .orElseGet(() -> Outcome.refused(new ProductRefusal.SkuTaken(taken.get())));
        }
        if (tables.products().insert(tx, List.of(product)) == 0) {
            return Outcome.refused(new ProductRefusal.IdTaken(product.id()));
        }
        write(command, product, variants, tx);
        CatalogueNews.created(tx, product, category == null ? null : category.slug(), told(command, variants));
        return Outcome.done(product.version());
    }

    private void write(CreateProduct command, Product product, List<Variant> variants, Tx tx) {
        attributes(tx, product, product.id(), command.attributes());
        var prices = new ArrayList<Prices.Change>();
        prices.add(new Prices.Change(product.id(), null, null, product.price(), product.currency(), null));
        if (!variants.isEmpty()) {
            tables.variants().insert(tx, variants);
            for (int i = 0; i < variants.size(); i++) {
                var v = variants.get(i);
                attributes(tx, product, v.id(), command.variants().get(i).attributes());
                if (v.price() != null) {
                    prices.add(new Prices.Change(product.id(), v.id(), null, v.price(), product.currency(), null));
                }
            }
        }
        tables.prices().record(tx, prices, tx.cause().actor().id());
        if (!command.images().isEmpty()) {
            tables.media().insert(tx, images(command, tx));
        }
    }

    private void attributes(Tx tx, Product product, UUID owner, Map<String, String> attributes) {
        if (!attributes.isEmpty()) {
            tables.attributes().set(tx, product.id(), owner, attributes);
        }
    }

    private static List<Variant> variants(CreateProduct command, Tx tx) {
        var variants = new ArrayList<Variant>();
        for (var v : command.variants()) {
            variants.add(new Variant(tx.newId(), command.productId(), v.sku(), v.price(), variants.size(), false));
        }
        return variants;
    }

    private static List<Media.Image> images(CreateProduct command, Tx tx) {
        int primary = 0;
        for (int i = command.images().size() - 1; i >= 0; i--) {
            primary = Boolean.TRUE.equals(command.images().get(i).primary()) ? i : primary;
        }
        var images = new ArrayList<Media.Image>();
        for (var i : command.images()) {
            int place = images.size();
            var order = i.order() == null ? place : i.order();
            images.add(new Media.Image(tx.newId(), command.productId(), i.url(), null, place == primary, order));
        }
        return images;
    }

    private static List<ProductCreated.Variant> told(CreateProduct command, List<Variant> variants) {
        var told = new ArrayList<ProductCreated.Variant>();
        for (int i = 0; i < variants.size(); i++) {
            var v = variants.get(i);
            told.add(new ProductCreated.Variant(
                    v.id(), v.sku(), command.variants().get(i).attributes(), v.price()));
        }
        return told;
    }
}
