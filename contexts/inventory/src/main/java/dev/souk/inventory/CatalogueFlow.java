package dev.souk.inventory;

import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.inventory.db.Articles;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Follows the catalogue: every sku gets an article and an empty stock row, what is withdrawn is not reserved any more.
/// A whole import arrives in few passes.
final class CatalogueFlow {
    static final List<Class<? extends Message>> TYPES = List.of(
            ProductCreated.class,
            ProductVariantAdded.class,
            ProductVariantRemoved.class,
            ProductDiscontinued.class,
            ProductDeleted.class);

    private final Articles articles = new Articles();
    private final Availability availability;

    CatalogueFlow(Availability availability) {
        this.availability = availability;
    }

    /// Consecutive changes of the same direction, written together.
    private static final class Run {
        private final Map<String, Articles.Listed> listed = new LinkedHashMap<>();
        private final Set<UUID> closedProducts = new LinkedHashSet<>();
        private final Set<String> closedSkus = new LinkedHashSet<>();

        boolean closes() {
            return !closedProducts.isEmpty() || !closedSkus.isEmpty();
        }
    }

    void batch(List<Received<Message>> batch, Tx tx) {
        run(batch.stream().map(Received::message).toList(), tx);
    }

    void event(Event event, Tx tx) {
        run(List.of(event), tx);
    }

    private void run(List<Message> messages, Tx tx) {
        for (var run : runs(messages)) {
            if (!run.listed.isEmpty()) {
                articles.list(tx, List.copyOf(run.listed.values()));
                availability.forget(run.listed.keySet(), tx);
            }
            if (run.closes()) {
                availability.forget(articles.close(tx, run.closedProducts, run.closedSkus), tx);
            }
        }
    }

    private static List<Run> runs(List<Message> messages) {
        var runs = new ArrayList<Run>();
        var run = new Run();
        for (var message : messages) {
            boolean lists = message instanceof ProductCreated || message instanceof ProductVariantAdded;
            if (lists ? run.closes() : !run.listed.isEmpty()) {
                runs.add(run);
                run = new Run();
            }
            add(message, run);
        }
        runs.add(run);
        return runs;
    }

    private static void add(Message message, Run run) {
        switch (message) {
            case ProductCreated(var _, var _, var product) -> {
                list(run, new Articles.Listed(product.sku(), product.productId(), null, product.sellerId()));
                for (var variant : product.variants()) {
                    list(run, new Articles.Listed(
                            variant.sku(), product.productId(), variant.variantId(), product.sellerId()));
                }
            }
            case ProductVariantAdded event ->
                list(run, new Articles.Listed(event.sku(), event.productId(), event.variantId(), null));
            case ProductVariantRemoved event -> run.closedSkus.add(event.sku());
            case ProductDiscontinued event -> run.closedProducts.add(event.productId());
            case ProductDeleted event -> run.closedProducts.add(event.productId());
            default -> throw new IllegalArgumentException("not about the catalogue: " + message.getClass());
        }
    }

    private static void list(Run run, Articles.Listed listed) {
        run.listed.put(listed.sku(), listed);
    }
}
