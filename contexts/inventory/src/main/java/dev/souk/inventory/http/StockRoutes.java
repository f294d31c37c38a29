package dev.souk.inventory.http;

import static java.util.Objects.requireNonNull;

import dev.souk.contracts.inventory.AdjustStock;
import dev.souk.contracts.inventory.ReceiveDelivery;
import dev.souk.contracts.inventory.ReceiveStock;
import dev.souk.contracts.inventory.RecordStockTake;
import dev.souk.contracts.inventory.SetReorderPolicy;
import dev.souk.contracts.inventory.StockPosition;
import dev.souk.contracts.inventory.TransferStock;
import dev.souk.inventory.db.Articles;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Booking goods. A booking carries the id that its sender chose, so that sending it again is safe.
public final class StockRoutes {
    private static final int MANY_LINES = 1024 * 1024;

    private final Articles articles = new Articles();

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/inventory/{sku}/receipts")
                        .body(ReceiptRequest.class)
                        .answers(201, StockPosition.class)
                        .roles(Role.WAREHOUSE, Role.ADMIN)
                        .summary("Takes in goods of one sku")
                        .writes((call, _) -> receive(call)),
                Route.post("/inventory/receipts")
                        .body(DeliveryRequest.class)
                        .answers(201, ReceiveDelivery.Received.class)
                        .roles(Role.WAREHOUSE, Role.ADMIN)
                        .bodyLimit(MANY_LINES)
                        .summary("Takes in goods of up to 5,000 lines, all or none")
                        .writes((call, _) -> deliver(call)),
                Route.post("/inventory/{sku}/adjustments")
                        .body(AdjustmentRequest.class)
                        .answers(201, StockPosition.class)
                        .roles(Role.WAREHOUSE, Role.ADMIN)
                        .summary("Corrects what is on hand; If-Match is the version at that location")
                        .writes((call, _) -> adjust(call)),
                Route.post("/inventory/{sku}/transfers")
                        .body(TransferRequest.class)
                        .answers(201, StockPosition.class)
                        .roles(Role.WAREHOUSE, Role.ADMIN)
                        .summary("Moves unreserved stock between locations")
                        .writes((call, _) -> transfer(call)),
                Route.post("/inventory/stock-takes")
                        .body(StockTakeRequest.class)
                        .answers(201, RecordStockTake.Result.class)
                        .roles(Role.WAREHOUSE, Role.ADMIN)
                        .bodyLimit(MANY_LINES)
                        .summary("Sets what is on hand to what was counted")
                        .writes((call, _) -> count(call)),
                Route.put("/inventory/{sku}/reorder-policy")
                        .body(ReorderPolicyRequest.class)
                        .answers(200, ReorderPolicyAnswer.class)
                        .roles(Role.MERCHANDISER, Role.SELLER, Role.ADMIN)
                        .summary("Sets when a sku's stock is low and when to reorder")
                        .writes(this::policy));
    }

    private static Answer<StockPosition> receive(Call<ReceiptRequest> call) {
        var body = call.body();
        var problem = Input.first(Input.sku(call.path("sku")), body.problem());
        if (problem != null) {
            return Answer.refused(problem);
        }
        return position(call.handle(new ReceiveStock(
                requireNonNull(body.receiptId()),
                call.path("sku"),
                requireNonNull(body.locationId()),
                requireNonNull(body.quantity()),
                body.supplierRef())));
    }

    private static Answer<ReceiveDelivery.Received> deliver(Call<DeliveryRequest> call) {
        var body = call.body();
        var problem = body.problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        var lines = requireNonNull(body.lines()).stream()
                .map(line -> requireNonNull(line).line())
                .toList();
        return Answer.from(
                call.handle(new ReceiveDelivery(
                        requireNonNull(body.deliveryId()),
                        requireNonNull(body.locationId()),
                        lines,
                        body.supplierRef())),
                received -> received);
    }

    private static Answer<StockPosition> adjust(Call<AdjustmentRequest> call) {
        var body = call.body();
        var problem = Input.first(Input.sku(call.path("sku")), body.problem());
        if (problem != null) {
            return Answer.refused(problem);
        }
        return position(call.handle(new AdjustStock(
                requireNonNull(body.adjustmentId()),
                call.path("sku"),
                requireNonNull(body.locationId()),
                requireNonNull(body.delta()),
                requireNonNull(body.reason()),
                body.note(),
                expected(call))));
    }

    private static Answer<StockPosition> transfer(Call<TransferRequest> call) {
        var body = call.body();
        var problem = Input.first(Input.sku(call.path("sku")), body.problem());
        if (problem != null) {
            return Answer.refused(problem);
        }
        return position(call.handle(new TransferStock(
                requireNonNull(body.transferId()),
                call.path("sku"),
                requireNonNull(body.from()),
                requireNonNull(body.to()),
                requireNonNull(body.quantity()))));
    }

    private static Answer<RecordStockTake.Result> count(Call<StockTakeRequest> call) {
        var body = call.body();
        var problem = body.problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        var counts = requireNonNull(body.counts()).stream()
                .map(count -> requireNonNull(count).count())
                .toList();
        return Answer.from(
                call.handle(new RecordStockTake(
                        requireNonNull(body.stockTakeId()), requireNonNull(body.locationId()), counts)),
                result -> result);
    }

    private Answer<ReorderPolicyAnswer> policy(Call<ReorderPolicyRequest> call, Tx tx) {
        var body = call.body();
        var sku = call.path("sku");
        var problem = Input.first(Input.sku(sku), body.problem(), notYours(call, sku, tx));
        if (problem != null) {
            return Answer.refused(problem);
        }
        var command = new SetReorderPolicy(
                sku, body.point(), body.suggestAt(), body.reorderQuantity(), expected(call));
        return switch (call.handle(command)) {
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
            case Outcome.Done<Long>(var version) ->
                Answer.of(new ReorderPolicyAnswer(
                                sku, body.point(), body.suggestAt(), body.reorderQuantity(), version))
                        .version(version);
        };
    }

    private @Nullable Refusal notYours(Call<?> call, String sku, Tx tx) {
        if (call.caller().has(Role.MERCHANDISER, Role.ADMIN)) {
            return null;
        }
        boolean own = articles.find(tx, sku)
                .filter(article -> call.caller().is(article.sellerId()))
                .isPresent();
        return own ? null : Refusal.notFound("UNKNOWN_SKU", "Inventory does not know this sku.");
    }

    private static @Nullable Long expected(Call<?> call) {
        return call.ifMatch().orElse(null);
    }

    private static Answer<StockPosition> position(Outcome<StockPosition> outcome) {
        return switch (outcome) {
            case Outcome.Refused<StockPosition>(var reason) -> Answer.refused(reason);
            case Outcome.Done<StockPosition>(var position) -> Answer.of(position).version(position.version());
        };
    }
}
