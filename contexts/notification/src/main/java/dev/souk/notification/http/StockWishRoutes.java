package dev.souk.notification.http;

import dev.souk.contracts.product.GetProduct;
import dev.souk.notification.db.StockWishes;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Customers ask to hear when something is in stock again.
public final class StockWishRoutes {
    private static final String ONE = "/notifications/back-in-stock/{productId}";
    private static final int MOST = 100;

    private final Bus bus;

    public record Wish(UUID productId, String productName, Instant askedAt) {}

    /// What the caller waits for, newest first.
    public record Wishes(List<Wish> products) {}

    public StockWishRoutes(Bus bus) {
        this.bus = bus;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/notifications/back-in-stock")
                        .roles(Role.CUSTOMER)
                        .answers(200, Wishes.class)
                        .summary("Products of which the caller wants to hear when they are in stock again")
                        .reads((call, tx) -> Answer.of(new Wishes(StockWishes.of(tx, own(call)).stream()
                                .map(wish -> new Wish(wish.productId(), wish.productName(), wish.askedAt()))
                                .toList()))),
                Route.put(ONE)
                        .roles(Role.CUSTOMER)
                        .answers(204, Void.class)
                        .summary("Tell the caller once, when the product is in stock again")
                        .writes(this::ask),
                Route.delete(ONE)
                        .roles(Role.CUSTOMER)
                        .answers(204, Void.class)
                        .summary("The caller does not want to hear of the product any more")
                        .writes((call, tx) -> StockWishes.remove(tx, own(call), call.pathId("productId"))
                                ? Answer.nothing()
                                : Answer.refused(Refusal.notFound("NOT_ASKED", "Nobody has asked for this product here."))));
    }

    private static UUID own(Call<?> call) {
        return Objects.requireNonNull(call.caller().subject(), "a customer has a subject");
    }

    private Answer<Void> ask(Call<Void> call, Tx tx) {
        var product = bus.ask(new GetProduct(call.pathId("productId"))).filter(p -> p.status().equals("ACTIVE"));
        if (product.isEmpty()) {
            return Answer.refused(Refusal.notFound("UNKNOWN_PRODUCT", "There is no such product for sale."));
        }
        if (StockWishes.of(tx, own(call)).size() >= MOST) {
            return Answer.refused(Refusal.conflict("TOO_MANY_WISHES", "At most " + MOST + " products."));
        }
        StockWishes.add(tx, own(call), product.get().productId(), product.get().name());
        return Answer.nothing();
    }
}
