package dev.souk.product.imports;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.product.Tables;
import dev.souk.product.db.Media;
import dev.souk.product.db.Skus;
import dev.souk.product.domain.Product;
import dev.souk.product.domain.ProductRefusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The products that a chunk is about, as they were and as its rows make them.
final class Shelved {
    private final Tx tx;
    private final Map<String, Work> works = new LinkedHashMap<>();
    private final Map<String, Skus.Holder> holders = new HashMap<>();

    /// One product of the chunk.
    ///
    /// @param before null when the chunk adds it
    /// @param known addresses of the chunk that it had pictures at
    /// @param images pictures that the chunk adds
    record Work(@Nullable Product before, Product now, Set<String> known, List<Media.Image> images, UUID nextImage) {
        boolean has(String url) {
            return known.contains(url) || images.stream().anyMatch(i -> i.url().equals(url));
        }

        /// The first picture is the one to be shown first.
        Work with(Product after, @Nullable String image) {
            if (image == null) {
                return new Work(before, after, known, images, nextImage);
            }
            var more = new ArrayList<>(images);
            int place = after.images() - 1;
            more.add(new Media.Image(nextImage, after.id(), image, null, place == 0, place));
            return new Work(before, after, known, more, nextImage);
        }
    }

    private Shelved(Tx tx) {
        this.tx = tx;
    }

    static Shelved of(Tx tx, Tables tables, List<Row> rows) {
        var shelved = new Shelved(tx);
        if (rows.isEmpty()) {
            return shelved;
        }
        var skus = rows.stream().map(Row::sku).distinct().toList();
        tables.skus().holders(tx, skus).forEach(holder -> shelved.holders.put(holder.sku(), holder));
        if (shelved.holders.isEmpty()) {
            return shelved;
        }
        var present = tables.products().lockBySku(tx, skus);
        var known = known(tx, tables, rows, present);
        for (var product : present) {
            shelved.put(new Work(
                    product, product, known.getOrDefault(product.id(), Set.of()), List.of(), tx.newId()));
        }
        return shelved;
    }

    private static Map<UUID, Set<String>> known(Tx tx, Tables tables, List<Row> rows, List<Product> present) {
        var ids = new HashMap<String, UUID>();
        present.forEach(product -> ids.put(product.sku(), product.id()));
        var owners = new ArrayList<UUID>();
        var urls = new ArrayList<String>();
        for (var row : rows) {
            var id = ids.get(row.sku());
            if (id != null && row.imageUrl() != null) {
                owners.add(id);
                urls.add(row.imageUrl());
            }
        }
        var known = new HashMap<UUID, Set<String>>();
        if (!urls.isEmpty()) {
            tables.media()
                    .at(tx, owners, urls)
                    .forEach(i -> known.computeIfAbsent(i.productId(), _ -> new HashSet<>()).add(i.url()));
        }
        return known;
    }

    @Nullable Work find(String sku) {
        return works.get(sku);
    }

    /// Why no new product can have this sku, if so.
    Optional<Refusal> whyNotNew(String sku) {
        return holders.containsKey(sku) ? Optional.of(new ProductRefusal.SkuTaken(sku)) : Optional.empty();
    }

    void add(Product product, @Nullable String image) {
        put(new Work(null, product, Set.of(), List.of(), tx.newId()).with(product, image));
    }

    /// A further picture of the same product gets an id of its own.
    void put(Work work) {
        works.put(
                work.now().sku(), new Work(work.before(), work.now(), work.known(), work.images(), tx.newId()));
    }

    Collection<Work> all() {
        return works.values();
    }

    List<Product> added() {
        return works.values().stream().filter(w -> w.before() == null).map(Work::now).toList();
    }

    List<Work> changed() {
        return works.values().stream()
                .filter(w -> w.before() != null && !w.now().equals(w.before()))
                .toList();
    }
}
