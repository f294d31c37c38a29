package dev.souk.inventory;

import dev.souk.contracts.inventory.AdjustStock;
import dev.souk.contracts.inventory.CheckAvailability;
import dev.souk.contracts.inventory.CheckStockLedger;
import dev.souk.contracts.inventory.CommitReservation;
import dev.souk.contracts.inventory.CreateLocation;
import dev.souk.contracts.inventory.GetStockItem;
import dev.souk.contracts.inventory.GetStockLedger;
import dev.souk.contracts.inventory.GetStockLevel;
import dev.souk.contracts.inventory.InventoryAdjusted;
import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.inventory.InventoryReleased;
import dev.souk.contracts.inventory.InventoryReplenished;
import dev.souk.contracts.inventory.InventoryReservationExpired;
import dev.souk.contracts.inventory.InventoryReserved;
import dev.souk.contracts.inventory.InventoryUnavailable;
import dev.souk.contracts.inventory.ListLowStock;
import dev.souk.contracts.inventory.LowStockAlert;
import dev.souk.contracts.inventory.ReceiveDelivery;
import dev.souk.contracts.inventory.ReceiveStock;
import dev.souk.contracts.inventory.RecordStockTake;
import dev.souk.contracts.inventory.ReleaseInventory;
import dev.souk.contracts.inventory.ReorderPolicyChanged;
import dev.souk.contracts.inventory.ReorderSuggested;
import dev.souk.contracts.inventory.ReservationCommitRejected;
import dev.souk.contracts.inventory.ReservationCommitted;
import dev.souk.contracts.inventory.ReserveInventory;
import dev.souk.contracts.inventory.SetReorderPolicy;
import dev.souk.contracts.inventory.StockLevelChanged;
import dev.souk.contracts.inventory.StockTransferred;
import dev.souk.contracts.inventory.TransferStock;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.inventory.db.Levels;
import dev.souk.inventory.db.Sums;
import dev.souk.inventory.http.LocationRoutes;
import dev.souk.inventory.http.ReservationRoutes;
import dev.souk.inventory.http.StockReadRoutes;
import dev.souk.inventory.http.StockRoutes;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Wiring;
import java.time.Duration;
import java.util.List;

/// Stock: what is on hand where, how much of it is promised to whom, and how it came to be so.
public final class InventoryContext implements Context {
    private static final List<Class<? extends Event>> PUBLISHED = List.of(
            InventoryReserved.class,
            InventoryUnavailable.class,
            InventoryReservationExpired.class,
            InventoryReleased.class,
            ReservationCommitted.class,
            ReservationCommitRejected.class,
            LowStockAlert.class,
            InventoryDepleted.class,
            InventoryReplenished.class,
            InventoryAdjusted.class,
            StockLevelChanged.class,
            StockTransferred.class,
            ReorderPolicyChanged.class,
            ReorderSuggested.class);

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public void wire(Wiring on) {
        var availability = new Availability(on.settings().duration("availability-max-age", Duration.ofSeconds(1)));
        on.publishes(PUBLISHED).answer(CheckAvailability.class, availability::answer);
        reservations(on, availability);
        catalogue(on, new CatalogueFlow(availability));
        goods(on, new StockDesk(availability));
        reading(on);
        on.checks(Sums.ALL);
        on.serve(new ReservationRoutes().routes())
                .serve(new StockRoutes().routes())
                .serve(new LocationRoutes().routes())
                .serve(new StockReadRoutes(on.bus()).routes());
    }

    private static void reservations(Wiring on, Availability availability) {
        var settings = on.settings();
        var reserve = new ReserveInventoryHandler(
                settings.duration("hold", Duration.ofMinutes(15)),
                settings.duration("longest-hold", Duration.ofHours(1)));
        var flow = new ReservationFlow(reserve, availability);
        on.handle(ReserveInventory.class, flow::command)
                .handle(ReleaseInventory.class, flow::command)
                .handle(CommitReservation.class, flow::command)
                .react(OrderCreated.class, flow::event)
                .react(OrderSubmitted.class, flow::event)
                .react(OrderConfirmed.class, flow::event)
                .react(OrderCancelled.class, flow::event)
                .unhurried(List.of(OrderCreated.class, OrderSubmitted.class, OrderConfirmed.class))
                .batch(ReservationFlow.TYPES, flow::batch)
                .sweep("expire-reservations", Duration.ofSeconds(1), flow::expire);
    }

    private static void catalogue(Wiring on, CatalogueFlow flow) {
        on.react(ProductCreated.class, flow::event)
                .react(ProductVariantAdded.class, flow::event)
                .react(ProductVariantRemoved.class, flow::event)
                .react(ProductDiscontinued.class, flow::event)
                .react(ProductDeleted.class, flow::event)
                .batch(CatalogueFlow.TYPES, flow::batch);
    }

    private static void goods(Wiring on, StockDesk desk) {
        var receive = new ReceiveStockHandler(desk);
        on.handle(ReceiveStock.class, receive::one)
                .handle(ReceiveDelivery.class, receive::delivery)
                .handle(AdjustStock.class, new AdjustStockHandler(desk)::handle)
                .handle(TransferStock.class, new TransferStockHandler(desk)::handle)
                .handle(RecordStockTake.class, new RecordStockTakeHandler(desk)::handle)
                .handle(SetReorderPolicy.class, new SetReorderPolicyHandler(desk)::handle)
                .handle(CreateLocation.class, new CreateLocationHandler()::handle);
    }

    private static void reading(Wiring on) {
        var ledger = new ReconcileLedger();
        var levels = new Levels();
        var interval = on.settings().duration("announce-levels", Duration.ofSeconds(2));
        on.answer(GetStockLevel.class, new GetStockLevelQuery()::answer)
                .answer(GetStockItem.class, (query, tx) -> levels.item(tx, query.sku()))
                .answer(ListLowStock.class, new ListLowStockQuery()::answer)
                .answer(GetStockLedger.class, new GetStockLedgerQuery()::answer)
                .answer(CheckStockLedger.class, ledger::answer)
                .sweep("announce-levels", Duration.ofSeconds(1), new AnnounceLevels(interval)::run)
                .sweep("suggest-reorders", Duration.ofHours(1), new SuggestReorders()::run)
                .sweep("reconcile-ledger", Duration.ofMinutes(10), ledger::run);
    }
}
