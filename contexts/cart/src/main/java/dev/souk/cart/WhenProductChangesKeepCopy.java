package dev.souk.cart;

import dev.souk.cart.db.Catalogue;
import dev.souk.cart.domain.Product;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductStatusChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.contracts.product.ProductVariantUpdated;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the copies of products. A copy that was asked for may be ahead of the events; those that it already contains
/// are passed over.
final class WhenProductChangesKeepCopy {
    static final List<Class<? extends Message>> EVENTS = List.of(
            ProductCreated.class,
            ProductUpdated.class,
            ProductPriceChanged.class,
            ProductStatusChanged.class,
            ProductDiscontinued.class,
            ProductDeleted.class,
            ProductVariantAdded.class,
            ProductVariantUpdated.class,
            ProductVariantRemoved.class);

    private final Catalogue catalogue;

    WhenProductChangesKeepCopy(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void reactAll(List<Received<Message>> batch, Tx tx) {
        var ids = batch.stream().map(r -> UUID.fromString(r.message().key())).distinct().toList();
        var products = new HashMap<>(catalogue.stored(tx, ids));
        var changed = new HashMap<UUID, Product>();
        for (var received : batch) {
            var id = UUID.fromString(received.message().key());
            var before = products.get(id);
            var version = received.envelope().aggregateVersion();
            if (before != null && before.version() >= version) {
                continue;
            }
            var after = after(before, (Event) received.message());
            if (after != null) {
                products.put(id, after.at(version));
                changed.put(id, after.at(version));
            }
        }
        if (!changed.isEmpty()) {
            catalogue.save(tx, changed.values());
        }
    }

    /// Without an envelope there is no version to compare, so it is applied as it comes: the last event of a product
    /// decides, and none is missing.
    void react(Event event, Tx tx) {
        var id = UUID.fromString(event.key());
        var before = catalogue.stored(tx, List.of(id)).get(id);
        var after = after(before, event);
        if (after != null) {
            catalogue.save(tx, List.of(before == null ? after : after.at(before.version())));
        }
    }

    private static @Nullable Product after(@Nullable Product before, Event event) {
        if (event instanceof ProductCreated created) {
            return product(created.product());
        }
        return before == null
                ? null
                : switch (event) {
                    case ProductUpdated updated -> updated(before, updated.changes());
                    case ProductPriceChanged price when price.variantId() != null ->
                        variant(before, price.variantId(), price.sku(), price.newPrice());
                    case ProductPriceChanged price -> before.priced(price.newPrice(), price.currency());
                    case ProductStatusChanged status -> before.in(status.newStatus());
                    case ProductDiscontinued _ -> before.in("DISCONTINUED");
                    case ProductDeleted _ -> before.in("DELETED");
                    case ProductVariantAdded v -> variant(before, v.variantId(), v.sku(), v.price());
                    case ProductVariantUpdated v -> variant(before, v.variantId(), v.sku(), v.price());
                    case ProductVariantRemoved v -> without(before, v.variantId());
                    default -> null;
                };
    }

    private static Product product(ProductCreated.Product p) {
        var variants = new HashMap<UUID, Product.Variant>();
        p.variants().forEach(v -> variants.put(v.variantId(), new Product.Variant(v.sku(), v.price())));
        return new Product(p.productId(), 1, p.sku(), p.name(), p.price(), p.currency(), p.status(), variants);
    }

    private static Product updated(Product before, ProductUpdated.Changes changes) {
        var price = changes.price() == null ? before.price() : changes.price();
        var currency = changes.currency() == null ? before.currency() : changes.currency();
        return before.named(changes.name() == null ? before.name() : changes.name())
                .priced(price, currency)
                .in(changes.status() == null ? before.status() : changes.status());
    }

    private static Product variant(Product before, @Nullable UUID id, String sku, @Nullable Long price) {
        if (id == null) {
            return before;
        }
        var variants = new HashMap<>(before.variants());
        variants.put(id, new Product.Variant(sku, price));
        return before.with(variants);
    }

    private static Product without(Product before, UUID variantId) {
        Map<UUID, Product.Variant> variants = new HashMap<>(before.variants());
        variants.remove(variantId);
        return before.with(variants);
    }
}
