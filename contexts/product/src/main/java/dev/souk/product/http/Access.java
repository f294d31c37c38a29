package dev.souk.product.http;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.product.db.ProductView;
import dev.souk.product.db.Products;
import dev.souk.product.domain.ProductRefusal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who may see and change what. A seller is known by the subject of the token; another seller's product does not exist
/// for it.
final class Access {
    private final Products products;

    Access(Products products) {
        this.products = products;
    }

    static boolean keepsCatalogue(Caller caller) {
        return caller.has(Role.MERCHANDISER, Role.ADMIN);
    }

    /// Why this caller may not change the product, if so.
    Optional<Refusal> change(Caller caller, Tx tx, UUID productId) {
        if (keepsCatalogue(caller)) {
            return Optional.empty();
        }
        boolean own = products.owner(tx, productId)
                .map(owner -> caller.is(owner.sellerId()))
                .orElse(false);
        return own ? Optional.empty() : Optional.of(new ProductRefusal.UnknownProduct(productId));
    }

    /// Drafts are for staff and for their seller.
    static boolean sees(Caller caller, ProductView product) {
        return !product.draft() || caller.staff() || (caller.has(Role.SELLER) && caller.is(product.sellerId()));
    }

    /// The version that the caller believes in: `If-Match`, or the body's.
    static @Nullable Long expected(Call<?> call, @Nullable Long inBody) {
        return call.ifMatch().orElse(inBody);
    }

    static Refusal versionMissing() {
        return new Refusal.Plain(
                Refusal.Kind.PRECONDITION,
                "EXPECTED_VERSION_REQUIRED",
                "Say which version this changes, in If-Match or expectedVersion.");
    }
}
