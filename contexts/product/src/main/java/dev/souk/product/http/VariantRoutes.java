package dev.souk.product.http;

import static dev.souk.platform.route.Role.ADMIN;
import static dev.souk.platform.route.Role.MERCHANDISER;
import static dev.souk.platform.route.Role.SELLER;

import dev.souk.contracts.product.AddProductVariant;
import dev.souk.contracts.product.AttachProductImage;
import dev.souk.contracts.product.RemoveProductVariant;
import dev.souk.contracts.product.UpdateProductVariant;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Route;
import dev.souk.product.db.Products;
import java.util.List;
import java.util.UUID;

/// Variants and pictures of a product.
public final class VariantRoutes {
    private final Access access;

    public VariantRoutes(Products products) {
        this.access = new Access(products);
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/products/{productId}/variants")
                        .body(Requests.AddVariant.class)
                        .answers(201, Changed.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .summary("Adds a variant with a sku of its own")
                        .writes(this::add),
                Route.patch("/products/{productId}/variants/{variantId}")
                        .body(Requests.ChangeVariant.class)
                        .answers(200, Changed.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .summary("Changes attributes or price of a variant")
                        .writes(this::update),
                Route.delete("/products/{productId}/variants/{variantId}")
                        .answers(204, Void.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .summary("Ends the sale of a variant")
                        .writes(this::remove),
                Route.post("/products/{productId}/images")
                        .body(Requests.AttachImage.class)
                        .answers(201, Changed.class)
                        .roles(SELLER, MERCHANDISER, ADMIN)
                        .summary("Adds a picture by address and SHA-256; it is not fetched")
                        .writes(this::attach));
    }

    private Answer<Changed> add(Call<Requests.AddVariant> call, Tx tx) {
        var body = call.body();
        var fields = new Fields();
        var variantId = body.variantId() == null ? tx.newId() : body.variantId();
        var command = new AddProductVariant(
                call.pathId("productId"),
                variantId,
                fields.text("sku", body.sku()),
                fields.texts("attributes", body.attributes()),
                body.price(),
                Access.expected(call, body.expectedVersion()));
        return run(call, tx, fields, command, variantId);
    }

    private Answer<Changed> update(Call<Requests.ChangeVariant> call, Tx tx) {
        var body = call.body();
        var fields = new Fields();
        var variantId = call.pathId("variantId");
        var command = new UpdateProductVariant(
                call.pathId("productId"),
                variantId,
                body.attributes() == null ? null : fields.texts("attributes", body.attributes()),
                body.price(),
                Access.expected(call, body.expectedVersion()));
        return run(call, tx, fields, command, variantId);
    }

    private Answer<Void> remove(Call<Void> call, Tx tx) {
        var variantId = call.pathId("variantId");
        var command = new RemoveProductVariant(
                call.pathId("productId"), variantId, call.ifMatch().orElse(null));
        return switch (run(call, tx, new Fields(), command, variantId)) {
            case Answer.Good<Changed> good -> Answer.<Void>nothing().header("ETag", good.headers().getOrDefault("ETag", ""));
            case Answer.Bad<Changed>(var reason) -> Answer.refused(reason);
        };
    }

    private Answer<Changed> attach(Call<Requests.AttachImage> call, Tx tx) {
        var body = call.body();
        var fields = new Fields();
        var imageId = body.imageId() == null ? tx.newId() : body.imageId();
        var command = new AttachProductImage(
                call.pathId("productId"),
                imageId,
                fields.text("url", body.url()),
                fields.text("sha256", body.sha256()),
                body.primary(),
                body.order(),
                Access.expected(call, body.expectedVersion()));
        return run(call, tx, fields, command, imageId);
    }

    private Answer<Changed> run(Call<?> call, Tx tx, Fields fields, Command<Long> command, UUID id) {
        var wrong = fields.refusal().or(() -> access.change(call.caller(), tx, call.pathId("productId")));
        if (wrong.isPresent()) {
            return Answer.refused(wrong.get());
        }
        return switch (call.handle(command)) {
            case Outcome.Done<Long>(var version) -> Answer.of(new Changed(id, version)).version(version);
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
        };
    }
}
