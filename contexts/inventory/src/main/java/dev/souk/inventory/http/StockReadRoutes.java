package dev.souk.inventory.http;

import dev.souk.contracts.inventory.CheckStockLedger;
import dev.souk.contracts.inventory.GetStockItem;
import dev.souk.contracts.inventory.GetStockLedger;
import dev.souk.contracts.inventory.GetStockLevel;
import dev.souk.contracts.inventory.ListLowStock;
import dev.souk.inventory.db.Articles;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/// Looking at stock. The public sees buckets, a seller their own skus, staff everything.
public final class StockReadRoutes {
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int LARGEST_LEDGER_PAGE = 1_000;
    private static final Role[] STAFF = {
        Role.MERCHANDISER, Role.SUPPORT, Role.FINANCE, Role.AUDITOR, Role.OPERATOR, Role.ADMIN
    };

    private final Bus bus;

    public StockReadRoutes(Bus bus) {
        this.bus = bus;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/stock/{productId}")
                        .answers(200, StockLevelAnswer.class)
                        .everyone()
                        .summary("Stock of a product: a bucket for everybody, numbers for staff")
                        .reads((call, _) -> level(call)),
                Route.get("/inventory/low-stock")
                        .answers(200, ListLowStock.Page.class)
                        .roles(Role.WAREHOUSE, Role.MERCHANDISER, Role.SELLER, Role.ADMIN)
                        .query(Parameter.text("cursor", "next of the page before"),
                                Parameter.limit(PAGE, LARGEST_PAGE))
                        .summary("Skus at or below their reorder point")
                        .reads((call, _) -> low(call)),
                Route.get("/inventory/ledger-check")
                        .answers(200, CheckStockLedger.Result.class)
                        .roles(Role.OPERATOR, Role.AUDITOR, Role.FINANCE, Role.ADMIN)
                        .summary("Holds all stock against all movements and open reservations")
                        .reads((_, _) -> Answer.of(bus.ask(new CheckStockLedger()))),
                Route.get("/inventory/{sku}")
                        .answers(200, GetStockItem.Item.class)
                        .roles(Role.WAREHOUSE, STAFF)
                        .summary("Everything about the stock of one sku; ETag is the reorder policy's version")
                        .reads((call, _) -> item(call)),
                Route.get("/inventory/{sku}/ledger")
                        .answers(200, GetStockLedger.Ledger.class)
                        .roles(Role.WAREHOUSE, Role.FINANCE, Role.AUDITOR, Role.ADMIN)
                        .query(Parameter.text("location", "where").otherwise(Articles.DEFAULT_LOCATION),
                                Parameter.instant("from", "moved then or later"),
                                Parameter.instant("to", "moved before"),
                                Parameter.number("after", "number of the last movement of the page before", 0, Long.MAX_VALUE),
                                Parameter.limit(PAGE, LARGEST_LEDGER_PAGE))
                        .summary("Movements of one sku at one location")
                        .reads((call, _) -> ledger(call)));
    }

    private Answer<StockLevelAnswer> level(Call<Void> call) {
        return bus.ask(new GetStockLevel(call.pathId("productId")))
                .map(level -> Answer.of(StockLevelAnswer.of(level, call.caller().staff())))
                .orElseGet(() -> unknown("UNKNOWN_PRODUCT", "Inventory does not know this product."));
    }

    private Answer<ListLowStock.Page> low(Call<Void> call) {
        boolean all = call.caller().has(Role.WAREHOUSE, Role.MERCHANDISER, Role.ADMIN);
        return Answer.of(bus.ask(new ListLowStock(
                all ? null : call.caller().subject(),
                call.query("cursor").orElse(null),
                call.limit(PAGE, LARGEST_PAGE))));
    }

    private Answer<GetStockItem.Item> item(Call<Void> call) {
        return Input.sku(call.path("sku")) == null
                ? bus.ask(new GetStockItem(call.path("sku")))
                        .map(item -> Answer.of(item).version(item.policyVersion()))
                        .orElseGet(StockReadRoutes::unknownSku)
                : unknownSku();
    }

    private Answer<GetStockLedger.Ledger> ledger(Call<Void> call) {
        try {
            var query = new GetStockLedger(
                    call.path("sku"),
                    call.query("location").orElse(Articles.DEFAULT_LOCATION),
                    call.query("from").map(StockReadRoutes::instant).orElse(null),
                    call.query("to").map(StockReadRoutes::instant).orElse(null),
                    call.query("after").map(Long::parseLong).orElse(0L),
                    call.limit(PAGE, LARGEST_LEDGER_PAGE));
            return Input.sku(query.sku()) != null
                    ? unknownSku()
                    : bus.ask(query).map(Answer::of).orElseGet(StockReadRoutes::unknownSku);
        } catch (DateTimeParseException | NumberFormatException e) {
            return Answer.refused(Refusal.invalid(
                    "INVALID_PARAMETER",
                    "\"after\" is a number; \"from\" and \"to\" are instants like 2026-01-31T00:00:00Z."));
        }
    }

    private static <A> Answer<A> unknownSku() {
        return unknown("UNKNOWN_SKU", "Inventory does not know this sku.");
    }

    private static <A> Answer<A> unknown(String code, String detail) {
        return Answer.refused(Refusal.notFound(code, detail));
    }

    /// Of the years that the database can hold.
    private static Instant instant(String text) {
        var instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST)) {
            throw new DateTimeParseException("out of range", text, 0);
        }
        return instant;
    }
}
