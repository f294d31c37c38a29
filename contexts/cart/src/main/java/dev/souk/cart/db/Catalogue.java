package dev.souk.cart.db;

import dev.souk.cart.domain.CartRefusal;
import dev.souk.cart.domain.Offer;
import dev.souk.cart.domain.Product;
import dev.souk.contracts.product.GetProduct;
import dev.souk.contracts.product.GetProducts;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of products: first in memory, then in the copies, and at last by asking. The owner is asked too
/// before anything is refused, since the copies lag behind: what was published a moment ago can be bought at once.
public final class Catalogue {
    private final ProductView view = new ProductView();
    private final Bus bus;
    private final Map<UUID, Product> memory;

    /// Begins with nothing in memory.
    ///
    /// @param size how many products are kept in memory
    public Catalogue(Bus bus, int size) {
        this.bus = bus;
        this.memory = new Recent(size);
    }

    private static final class Recent extends LinkedHashMap<UUID, Product> {
        private static final long serialVersionUID = 1L;
        private final int most;

        Recent(int most) {
            super(1024, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Product> eldest) {
            return size() > most;
        }
    }

    /// A product or variant that is wanted.
    public record Wanted(UUID productId, @Nullable UUID variantId) {}

    /// What can be put into a cart, or why not.
    public Outcome<Offer> offer(Tx tx, Wanted wanted) {
        Product product;
        synchronized (memory) {
            product = memory.get(wanted.productId());
        }
        var offer = product == null ? null : product.offer(wanted.variantId()).orElse(null);
        return offer != null && offer.forSale()
                ? Outcome.done(offer)
                : offerOf(offers(tx, List.of(wanted)), wanted);
    }

    /// One of [#offers].
    public static Outcome<Offer> offerOf(Map<Wanted, Offer> offers, Wanted wanted) {
        var offer = offers.get(wanted);
        return offer == null
                ? Outcome.refused(new CartRefusal.UnknownProduct(wanted.productId()))
                : Outcome.done(offer);
    }

    /// The same for many; what does not exist is left out.
    public Map<Wanted, Offer> offers(Tx tx, Collection<Wanted> wanted) {
        var known = known(tx, wanted.stream().map(Wanted::productId).toList());
        var offers = new HashMap<Wanted, Offer>();
        var doubtful = new HashSet<UUID>();
        for (var one : wanted) {
            var offer = offer(known, one);
            if (offer != null) {
                offers.put(one, offer);
            }
            if (offer == null || !offer.forSale()) {
                doubtful.add(one.productId());
            }
        }
        if (!doubtful.isEmpty()) {
            var asked = ask(tx, doubtful);
            for (var one : wanted) {
                var offer = offer(asked, one);
                if (offer != null) {
                    offers.put(one, offer);
                }
            }
        }
        return offers;
    }

    private static @Nullable Offer offer(Map<UUID, Product> products, Wanted wanted) {
        var product = products.get(wanted.productId());
        return product == null ? null : product.offer(wanted.variantId()).orElse(null);
    }

    /// What is known here without asking the owner.
    public Map<UUID, Product> known(Tx tx, Collection<UUID> ids) {
        var found = new HashMap<UUID, Product>();
        var missing = new ArrayList<UUID>();
        synchronized (memory) {
            for (var id : Set.copyOf(ids)) {
                var product = memory.get(id);
                if (product == null) {
                    missing.add(id);
                } else {
                    found.put(id, product);
                }
            }
        }
        if (!missing.isEmpty()) {
            var read = view.find(tx, missing);
            remember(read.values());
            found.putAll(read);
        }
        return found;
    }

    private Map<UUID, Product> ask(Tx tx, Set<UUID> ids) {
        List<GetProduct.Product> answer;
        try {
            answer = bus.ask(new GetProducts(List.copyOf(ids))).products();
        } catch (Bus.ContextAbsent _) {
            return Map.of();
        }
        var fresh = new HashMap<UUID, Product>();
        answer.forEach(product -> fresh.put(product.productId(), copy(product)));
        if (!fresh.isEmpty()) {
            save(tx, fresh.values());
        }
        return fresh;
    }

    private static Product copy(GetProduct.Product product) {
        var variants = new HashMap<UUID, Product.Variant>();
        product.variants().forEach(v -> variants.put(v.variantId(), new Product.Variant(v.sku(), v.price())));
        return new Product(
                product.productId(),
                product.version(),
                product.sku(),
                product.name(),
                product.price(),
                product.currency(),
                product.status(),
                variants);
    }

    /// For events: the copies as they are in the table.
    public Map<UUID, Product> stored(Tx tx, Collection<UUID> ids) {
        return view.find(tx, ids);
    }

    public void save(Tx tx, Collection<Product> products) {
        // in one order, so that two writers never wait for each other
        var saved = products.stream().sorted(Comparator.comparing(Product::id)).toList();
        view.save(tx, saved);
        tx.afterCommit(() -> remember(saved));
    }

    private void remember(Collection<Product> products) {
        synchronized (memory) {
            for (var product : products) {
                memory.merge(product.id(), product, (old, now) -> now.version() >= old.version() ? now : old);
            }
        }
    }
}
