package dev.souk.product.http;

import static dev.souk.platform.route.Role.ADMIN;
import static dev.souk.platform.route.Role.MERCHANDISER;

import dev.souk.contracts.product.CreateCategory;
import dev.souk.contracts.product.DeleteCategory;
import dev.souk.contracts.product.GetCategoryTree;
import dev.souk.contracts.product.MoveCategory;
import dev.souk.contracts.product.UpdateCategory;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Route;
import dev.souk.product.GetCategoryTreeQuery;
import dev.souk.product.domain.Category;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// The category trees.
public final class CategoryRoutes {
    private static final Pattern LEVELS = Pattern.compile("[1-" + Category.DEEPEST + "]");

    private final GetCategoryTreeQuery trees;

    public CategoryRoutes(GetCategoryTreeQuery trees) {
        this.trees = trees;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/categories")
                        .answers(200, GetCategoryTree.Tree.class)
                        .everyone()
                        .query(Parameter.number("depth", "levels below the top", 1, Category.DEEPEST))
                        .summary("The category trees")
                        .reads(this::tree),
                Route.get("/categories/{categoryId}")
                        .answers(200, GetCategoryTree.Node.class)
                        .everyone()
                        .summary("A category by its slug or id, with all below it")
                        .reads(this::one),
                Route.post("/categories")
                        .body(Requests.NewCategory.class)
                        .answers(201, Changed.class)
                        .roles(MERCHANDISER, ADMIN)
                        .summary("Adds a category, at most six levels deep")
                        .writes(this::create),
                Route.patch("/categories/{categoryId}")
                        .body(Requests.ChangeCategory.class)
                        .answers(200, Changed.class)
                        .roles(MERCHANDISER, ADMIN)
                        .summary("Changes slug or name")
                        .writes(this::update),
                Route.post("/categories/{categoryId}/move")
                        .body(Requests.PlaceCategory.class)
                        .answers(200, Changed.class)
                        .roles(MERCHANDISER, ADMIN)
                        .summary("Hangs a category below another, or at the top without parentCategoryId")
                        .writes(this::move),
                Route.delete("/categories/{categoryId}")
                        .answers(204, Void.class)
                        .roles(MERCHANDISER, ADMIN)
                        .summary("Removes an empty category")
                        .writes(this::delete));
    }

    private Answer<GetCategoryTree.Tree> tree(Call<Void> call, Tx tx) {
        var depth = call.query("depth");
        if (depth.isPresent() && !LEVELS.matcher(depth.get()).matches()) {
            return Answer.refused(Refusal.invalid("INVALID_DEPTH", "depth is a number from 1 to " + Category.DEEPEST + "."));
        }
        return Answer.of(trees.answer(new GetCategoryTree(depth.map(Integer::valueOf).orElse(null)), tx));
    }

    private Answer<GetCategoryTree.Node> one(Call<Void> call, Tx tx) {
        return trees.bySlugOrId(tx, storable(call.path("categoryId")))
                .map(node -> Answer.of(node).version(node.version()))
                .orElseGet(() -> Answer.refused(Refusal.notFound("CATEGORY_NOT_FOUND", "There is no such category.")));
    }

    /// PostgreSQL refuses a zero character; no slug has one.
    private static String storable(String slug) {
        return slug.replace("\0", "/");
    }

    private Answer<Changed> create(Call<Requests.NewCategory> call, Tx tx) {
        var body = call.body();
        var fields = new Fields();
        var id = body.categoryId() == null ? tx.newId() : body.categoryId();
        var command = new CreateCategory(
                id,
                fields.text("slug", body.slug()),
                fields.text("displayName", body.displayName()),
                body.parentCategoryId());
        return fields.refusal()
                .<Answer<Changed>>map(Answer::refused)
                .orElseGet(() -> changed(call, command, id));
    }

    private Answer<Changed> update(Call<Requests.ChangeCategory> call, Tx tx) {
        var body = call.body();
        var id = call.pathId("categoryId");
        var version = Access.expected(call, body.expectedVersion());
        return changed(call, new UpdateCategory(id, body.slug(), body.displayName(), version), id);
    }

    private Answer<Changed> move(Call<Requests.PlaceCategory> call, Tx tx) {
        var id = call.pathId("categoryId");
        var version = Access.expected(call, call.body().expectedVersion());
        return changed(call, new MoveCategory(id, call.body().parentCategoryId(), version), id);
    }

    private Answer<Void> delete(Call<Void> call, Tx tx) {
        var command = new DeleteCategory(call.pathId("categoryId"), call.ifMatch().orElse(null));
        return switch (call.handle(command)) {
            case Outcome.Done<Long> _ -> Answer.nothing();
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
        };
    }

    private static Answer<Changed> changed(Call<?> call, Command<Long> command, UUID id) {
        return switch (call.handle(command)) {
            case Outcome.Done<Long>(var version) -> Answer.of(new Changed(id, version)).version(version);
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
        };
    }
}
