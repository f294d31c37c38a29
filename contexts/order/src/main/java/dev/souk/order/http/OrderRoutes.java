package dev.souk.order.http;

import static dev.souk.platform.route.Role.ADMIN;
import static dev.souk.platform.route.Role.AUDITOR;
import static dev.souk.platform.route.Role.CUSTOMER;
import static dev.souk.platform.route.Role.FINANCE;
import static dev.souk.platform.route.Role.FRAUD_ANALYST;
import static dev.souk.platform.route.Role.GUEST;
import static dev.souk.platform.route.Role.OPERATOR;
import static dev.souk.platform.route.Role.SERVICE;
import static dev.souk.platform.route.Role.SUPPORT;

import dev.souk.contracts.order.CancelOrder;
import dev.souk.contracts.order.ChangeDeliveryAddress;
import dev.souk.contracts.order.GetOrder;
import dev.souk.contracts.order.GetOrderHistory;
import dev.souk.contracts.order.ListOrders;
import dev.souk.contracts.order.PlaceOrderOnHold;
import dev.souk.contracts.order.ReleaseOrderHold;
import dev.souk.contracts.order.SummarizeOrders;
import dev.souk.order.db.OrderLists;
import dev.souk.order.db.OrderReads;
import dev.souk.order.domain.OrderRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Orders over HTTP.
public final class OrderRoutes {
    static final Role[] READERS = {SUPPORT, FINANCE, FRAUD_ANALYST, OPERATOR, AUDITOR, ADMIN, SERVICE};
    private static final int NOTE = 280;

    private final StaffRoutes staff;
    private final OrderLists lists;
    private final OrderReads reads;
    private final Vault vault;

    public OrderRoutes(OrderLists lists, OrderReads reads, Vault vault) {
        this.lists = lists;
        this.reads = reads;
        this.vault = vault;
        this.staff = new StaffRoutes(lists, reads, vault);
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/orders/{orderId}")
                        .roles(GUEST, with(CUSTOMER))
                        .personal()
                        .answers(200, GetOrder.Order.class)
                        .query(Parameter.text("confirmation", "confirmation number, with which a guest proves the order"))
                        .summary("One order; a guest adds the confirmation number")
                        .reads(this::get),
                Route.get("/orders/{orderId}/history")
                        .roles(GUEST, with(CUSTOMER))
                        .answers(200, GetOrderHistory.Timeline.class)
                        .query(Parameter.text("confirmation", "confirmation number, with which a guest proves the order"))
                        .summary("What happened to an order, oldest first")
                        .reads(this::history),
                Route.get("/orders")
                        .roles(CUSTOMER, READERS)
                        .answers(200, ListOrders.Page.class)
                        .query(Parameter.id("customerId", "whose orders, for staff"),
                                Parameter.oneOf(
                                "status", "where the order stands", "CREATED", "CONFIRMED", "ON_HOLD", "AWAITING_FULFILMENT", "FULFILLING",
                                "CANCELLED"),
                                Parameter.instant("from", "created then or later"),
                                Parameter.instant("to", "created before"),
                                Parameter.text("confirmation", "confirmation number, such as ORD-01234567"),
                                Parameter.text("cursor", "nextCursor of the page before"),
                                Parameter.limit(25, 100))
                        .summary("The caller's orders, newest first; staff sees and filters all")
                        .reads(this::list),
                Route.post("/orders")
                        .roles(SERVICE)
                        .body(NewOrder.class)
                        .bodyLimit(2 * 1024 * 1024)
                        .answers(201, GetOrder.Order.class)
                        .key(Route.Key.REQUIRED)
                        .summary("Creates an order whose stock is reserved and whose money is authorized")
                        .writes(this::create),
                Route.post("/orders/{orderId}/cancel")
                        .roles(CUSTOMER, SUPPORT)
                        .body(Requests.Cancel.class)
                        .answers(200, GetOrder.Order.class)
                        .key(Route.Key.REQUIRED)
                        .summary("Cancels an order: a customer until it is handed to the warehouse, support until packed")
                        .writes(this::cancel),
                Route.put("/orders/{orderId}/delivery-address")
                        .roles(CUSTOMER, SUPPORT)
                        .body(Requests.ChangeAddress.class)
                        .answers(200, GetOrder.Order.class)
                        .summary("Sends an order elsewhere in the same country and region, before fulfilment")
                        .writes(this::redirect),
                Route.post("/orders/{orderId}/hold")
                        .roles(SUPPORT)
                        .body(Requests.Hold.class)
                        .answers(200, GetOrder.Order.class)
                        .summary("Holds an order until somebody has looked at it")
                        .writes(this::hold),
                Route.post("/orders/{orderId}/holds/{holdId}/release")
                        .roles(SUPPORT, FRAUD_ANALYST)
                        .body(Requests.Release.class)
                        .answers(200, GetOrder.Order.class)
                        .summary("Lifts one hold")
                        .writes(this::release),
                staff.holds(),
                staff.note(),
                staff.summary(),
                staff.figures(),
                staff.alarms());
    }

    private static Role[] with(Role first) {
        var all = new Role[READERS.length + 1];
        all[0] = first;
        System.arraycopy(READERS, 0, all, 1, READERS.length);
        return all;
    }

    private Answer<GetOrder.Order> get(Call<Void> call, Tx tx) {
        return found(call, tx)
                .map(order -> Answer.of(Views.of(order, call)).version(order.version()))
                .orElseGet(() -> Answer.refused(new OrderRefusal.UnknownOrder()));
    }

    private Answer<GetOrderHistory.Timeline> history(Call<Void> call, Tx tx) {
        return found(call, tx)
                .map(order -> Answer.of(new GetOrderHistory.Timeline(
                                order.orderId(), Views.timeline(order.timeline(), call.caller())))
                        .version(order.version()))
                .orElseGet(() -> Answer.refused(new OrderRefusal.UnknownOrder()));
    }

    private Optional<GetOrder.Order> found(Call<Void> call, Tx tx) {
        var confirmation = call.query("confirmation").orElse(null);
        return reads.order(tx, call.pathId("orderId"))
                .filter(order -> Views.visible(order, call.caller(), confirmation));
    }

    private Answer<ListOrders.Page> list(Call<Void> call, Tx tx) {
        return Answer.from(Filters.list(call), query -> lists.page(tx, query));
    }

    private Answer<GetOrder.Order> create(Call<NewOrder> call, Tx tx) {
        var problem = call.body().problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        return switch (call.handle(call.body().command(vault))) {
            case Outcome.Refused<UUID>(var reason) -> Answer.refused(reason);
            case Outcome.Done<UUID>(var id) -> answer(call, tx, id).header("Location", "/api/v1/orders/" + id);
        };
    }

    private Answer<GetOrder.Order> cancel(Call<Requests.Cancel> call, Tx tx) {
        var body = call.body();
        if (overlong(body.note()) || overlong(body.reasonDetail())) {
            return invalid("TEXT_TOO_LONG", "note and reasonDetail have at most " + NOTE + " characters.");
        }
        var id = call.pathId("orderId");
        var reason = body.reason() == null ? "CUSTOMER_REQUESTED" : body.reason();
        return done(call, tx, id, call.handle(new CancelOrder(
                id, reason, body.reasonDetail(), body.note(), call.ifMatch().orElse(null))));
    }

    private Answer<GetOrder.Order> hold(Call<Requests.Hold> call, Tx tx) {
        var body = call.body();
        if (overlong(body.customerMessage())) {
            return invalid("TEXT_TOO_LONG", "customerMessage has at most " + NOTE + " characters.");
        }
        var id = call.pathId("orderId");
        var reason = body.reason() == null ? "" : body.reason();
        return done(call, tx, id, call.handle(new PlaceOrderOnHold(
                id, tx.newId(), reason, body.reviewBy(), body.customerMessage(), call.ifMatch().orElse(null))));
    }

    private Answer<GetOrder.Order> release(Call<Requests.Release> call, Tx tx) {
        var resolution = call.body().resolution();
        if (resolution == null || resolution.isBlank() || resolution.length() > 250) {
            return invalid("RESOLUTION_INVALID", "resolution says in 1 to 250 characters how the hold was settled.");
        }
        var id = call.pathId("orderId");
        return done(call, tx, id, call.handle(new ReleaseOrderHold(id, call.pathId("holdId"), resolution)));
    }

    private Answer<GetOrder.Order> redirect(Call<Requests.ChangeAddress> call, Tx tx) {
        var address = call.body().deliveryAddress();
        if (address == null) {
            return invalid("ADDRESS_INVALID", "deliveryAddress is missing.");
        }
        var expected = call.ifMatch().orElse(call.body().expectedVersion());
        if (expected == null) {
            return Answer.refused(new OrderRefusal.VersionRequired());
        }
        var id = call.pathId("orderId");
        return done(call, tx, id, call.handle(new ChangeDeliveryAddress(id, address, expected)));
    }

    private static boolean overlong(@Nullable String text) {
        return text != null && text.length() > NOTE;
    }

    private static <A> Answer<A> invalid(String code, String detail) {
        return Answer.refused(new OrderRefusal.InvalidInput(code, detail));
    }

    private Answer<GetOrder.Order> done(Call<?> call, Tx tx, UUID id, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
            case Outcome.Done<Long> _ -> answer(call, tx, id);
        };
    }

    private Answer<GetOrder.Order> answer(Call<?> call, Tx tx, UUID id) {
        var order = reads.order(tx, id).orElseThrow();
        return Answer.of(Views.of(order, call)).version(order.version());
    }
}
