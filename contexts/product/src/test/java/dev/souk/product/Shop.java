package dev.souk.product;

import dev.souk.contracts.product.CreateCategory;
import dev.souk.contracts.product.CreateProduct;
import dev.souk.contracts.product.GetProduct;
import dev.souk.contracts.product.UpdateProduct;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A shop with a catalogue, and the words to change it.
final class Shop implements AutoCloseable {
    static final Caller MERCHANDISER = TestPlatform.staff(Role.MERCHANDISER);

    final TestPlatform souk;
    final UUID mugs = UUID.randomUUID();

    private Shop(Map<String, String> settings) {
        souk = TestPlatform.of(new ProductContext(), settings);
        done(souk.handle(new CreateCategory(mugs, "mugs", "Mugs and cups", null)));
    }

    static Shop open() {
        return new Shop(Map.of());
    }

    static Shop open(String setting, String value) {
        return new Shop(Map.of(setting, value));
    }

    static Caller aSeller(UUID id) {
        return new Caller(id, Set.of(Role.SELLER));
    }

    static CreateProduct aMug(String sku) {
        return aMug(UUID.randomUUID(), sku, "ACTIVE", List.of());
    }

    static CreateProduct aMug(UUID id, String sku, String status, List<CreateProduct.Variant> variants) {
        return new CreateProduct(
                id, sku, "A mug", "A mug for tea and coffee", 1_250, "EUR", "mugs", status, null, variants,
                Map.of("colour", "blue"), List.of(), "STANDARD", 350);
    }

    static CreateProduct priced(CreateProduct p, long price, @Nullable String category) {
        return new CreateProduct(
                p.productId(), p.sku(), p.name(), p.description(), price, p.currency(), category, p.status(),
                p.sellerId(), p.variants(), p.attributes(), p.images(), p.taxCategory(), p.weightGrams());
    }

    static UpdateProduct rename(UUID id, String name, @Nullable Long version) {
        return new UpdateProduct(id, name, null, null, null, null, null, null, null, null, version);
    }

    static UpdateProduct status(UUID id, String status) {
        return new UpdateProduct(id, null, null, null, null, null, status, null, null, null, null);
    }

    /// On sale.
    UUID mug(String sku) {
        var mug = aMug(sku);
        done(souk.handle(mug));
        return mug.productId();
    }

    UUID draft(String sku) {
        var draft = aMug(UUID.randomUUID(), sku, "DRAFT", List.of());
        done(souk.handle(draft));
        return draft.productId();
    }

    GetProduct.Product ask(UUID id) {
        return souk.ask(new GetProduct(id)).orElseThrow();
    }

    static <R> R done(Outcome<R> outcome) {
        return switch (outcome) {
            case Outcome.Done<R>(var result) -> result;
            case Outcome.Refused<R>(var why) -> throw new AssertionError(why.code() + " " + why.detail());
        };
    }

    static String code(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?>(var result) -> "done " + result;
            case Outcome.Refused<?>(var why) -> why.code();
        };
    }

    @Override
    public void close() {
        souk.close();
    }
}
