package dev.souk.product.http;

import static dev.souk.platform.route.Role.ADMIN;
import static dev.souk.platform.route.Role.MERCHANDISER;
import static dev.souk.platform.route.Role.SELLER;

import dev.souk.contracts.product.ChangeProductPrice;
import dev.souk.contracts.product.DeleteProduct;
import dev.souk.contracts.product.DiscontinueProduct;
import dev.souk.contracts.product.PublishProduct;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Route;
import dev.souk.product.db.ProductView;
import dev.souk.product.db.Products;
import dev.souk.product.db.Shelf;
import dev.souk.product.domain.ProductRefusal;
import java.util.List;
import java.util.UUID;

/// Changes of whole products.
public final class ProductRoutes {
    private final Access access;
    private final Shelf shelf;

    public ProductRoutes(Products products, Shelf shelf) {
        this.access = new Access(products);
        this.shelf = shelf;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/products")
                        .body(Requests.Create.class)
                        .answers(201, ProductView.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .summary("Adds a product; a seller's belongs to that seller")
                        .writes(this::create),
                Route.patch("/products/{productId}")
                        .body(Requests.Update.class)
                        .answers(200, ProductView.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .summary("Changes the members that are sent")
                        .writes(this::update),
                Route.put("/products/{productId}/price")
                        .body(Requests.Price.class)
                        .answers(200, ProductView.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .summary("Sets a base price, now or at effectiveAt; needs If-Match")
                        .writes(this::price),
                Route.post("/products/{productId}/publish")
                        .body(Requests.Publish.class)
                        .answers(200, ProductView.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .summary("Puts a draft on sale; needs If-Match")
                        .writes(this::publish),
                Route.post("/products/{productId}/discontinue")
                        .body(Requests.Discontinue.class)
                        .answers(200, ProductView.class)
                        .roles(MERCHANDISER, ADMIN)
                        .summary("Ends the sale of a product that stays readable; needs If-Match")
                        .writes(this::discontinue),
                Route.delete("/products/{productId}")
                        .answers(204, Void.class)
                        .roles(MERCHANDISER, ADMIN)
                        .query(Parameter.oneOf(
                                "reason", "why", "DISCONTINUED", "DUPLICATE", "MERCHANT_REQUEST", "OTHER"))
                        .summary("Withdraws a product")
                        .writes(this::delete));
    }

    private Answer<ProductView> create(Call<Requests.Create> call, Tx tx) {
        var body = call.body();
        var caller = call.caller();
        var seller = body.sellerId();
        if (!Access.keepsCatalogue(caller)) {
            if (seller != null && !caller.is(seller)) {
                return Answer.refused(new Refusal.Plain(
                        Refusal.Kind.FORBIDDEN, "NOT_YOUR_SELLER", "A seller adds products of its own only."));
            }
            seller = caller.subject();
        }
        var fields = new Fields();
        var id = body.productId() == null ? tx.newId() : body.productId();
        var command = body.command(fields, id, seller);
        return fields.refusal()
                .<Answer<ProductView>>map(Answer::refused)
                .orElseGet(() -> shown(call.handle(command), tx, id).header("Location", "/api/v1/products/" + id));
    }

    private Answer<ProductView> update(Call<Requests.Update> call, Tx tx) {
        var id = call.pathId("productId");
        var fields = new Fields();
        var command = call.body().command(fields, id, Access.expected(call, call.body().expectedVersion()));
        return fields.refusal()
                .<Answer<ProductView>>map(Answer::refused)
                .orElseGet(() -> change(call, tx, id, command));
    }

    private Answer<ProductView> price(Call<Requests.Price> call, Tx tx) {
        var id = call.pathId("productId");
        var body = call.body();
        var fields = new Fields();
        var version = Access.expected(call, body.expectedVersion());
        var command = new ChangeProductPrice(
                id,
                body.variantId(),
                fields.number("price", body.price()),
                fields.text("currency", body.currency()),
                body.effectiveAt(),
                body.reason(),
                version);
        if (fields.refusal().isPresent()) {
            return Answer.refused(fields.refusal().get());
        }
        return version == null ? Answer.refused(Access.versionMissing()) : change(call, tx, id, command);
    }

    private Answer<ProductView> publish(Call<Requests.Publish> call, Tx tx) {
        var id = call.pathId("productId");
        var version = Access.expected(call, call.body().expectedVersion());
        return version == null
                ? Answer.refused(Access.versionMissing())
                : change(call, tx, id, new PublishProduct(id, version));
    }

    private Answer<ProductView> discontinue(Call<Requests.Discontinue> call, Tx tx) {
        var id = call.pathId("productId");
        var body = call.body();
        var fields = new Fields();
        var version = Access.expected(call, body.expectedVersion());
        var command = new DiscontinueProduct(
                id, fields.text("reason", body.reason()), body.replacementProductId(), version);
        if (fields.refusal().isPresent()) {
            return Answer.refused(fields.refusal().get());
        }
        return version == null ? Answer.refused(Access.versionMissing()) : change(call, tx, id, command);
    }

    private Answer<Void> delete(Call<Void> call, Tx tx) {
        var id = call.pathId("productId");
        var command = new DeleteProduct(id, call.query("reason").orElse(null), call.ifMatch().orElse(null));
        return switch (call.handle(command)) {
            case Outcome.Done<Long> _ -> Answer.nothing();
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
        };
    }

    private Answer<ProductView> change(Call<?> call, Tx tx, UUID id, Command<Long> command) {
        return access.change(call.caller(), tx, id)
                .<Answer<ProductView>>map(Answer::refused)
                .orElseGet(() -> shown(call.handle(command), tx, id));
    }

    /// The product as it is now; one that the same key or id created earlier may be deleted by now.
    private Answer<ProductView> shown(Outcome<Long> outcome, Tx tx, UUID id) {
        return switch (outcome) {
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
            case Outcome.Done<Long>(var version) ->
                shelf.fresh(tx, id)
                        .map(view -> Answer.of(view).version(version))
                        .orElseGet(() -> Answer.refused(new ProductRefusal.UnknownProduct(id)));
        };
    }
}
