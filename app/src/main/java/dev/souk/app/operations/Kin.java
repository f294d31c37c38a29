package dev.souk.app.operations;

import dev.souk.contracts.checkout.GetCheckoutCourse;
import dev.souk.contracts.order.GetOrder;
import dev.souk.contracts.order.ListOrders;
import dev.souk.contracts.payment.GetPayment;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which ids belong together. The contexts are asked, each for its own; one that does not run here is left out.
final class Kin {
    private static final String CONFIRMATION = "ORD-[0-9]{8}";
    private static final int ORDERS = 20;

    private final Bus bus;

    Kin(Bus bus) {
        this.bus = bus;
    }

    /// @param kind order, cart, checkout, payment, reservation, customer, or confirmation
    public record Id(String kind, String id) {}

    /// @param related with the confirmation number of an order
    /// @param orders of a customer
    record Family(Set<String> ids, List<Id> related, List<Id> orders) {
        Optional<UUID> checkout() {
            return related.stream().filter(one -> one.kind().equals("checkout")).findFirst().flatMap(one -> uuid(one.id()));
        }
    }

    Family of(String wanted) {
        var order = wanted.matches(CONFIRMATION) ? confirmed(wanted) : uuid(wanted).flatMap(this::order);
        if (order.isPresent()) {
            return of(wanted, order.get());
        }
        var course = uuid(wanted).flatMap(id -> asked(bus, new GetCheckoutCourse(id)).flatMap(found -> found));
        if (course.isPresent()) {
            var checkout = course.get().checkout();
            return family(wanted, List.of(
                    new Id("checkout", checkout.checkoutId().toString()),
                    new Id("cart", checkout.cartId().toString()),
                    new Id("order", checkout.orderId().toString())), List.of());
        }
        return family(wanted, List.of(), uuid(wanted).map(this::orders).orElse(List.of()));
    }

    private static Family of(String wanted, GetOrder.Order order) {
        return family(wanted, List.of(
                new Id("confirmation", order.confirmationNumber()),
                new Id("order", order.orderId().toString()),
                new Id("checkout", order.checkoutId().toString()),
                new Id("cart", order.cartId().toString()),
                new Id("payment", order.payment().paymentId().toString()),
                new Id("reservation", order.reservation().reservationId().toString()),
                new Id("customer", order.customerId().toString())), List.of());
    }

    /// Of a customer's many things only the order is meant.
    private static Family family(String wanted, List<Id> related, List<Id> orders) {
        var ids = related.stream()
                .filter(one -> !one.kind().equals("customer") && !one.kind().equals("confirmation"))
                .map(Id::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.isEmpty()) {
            ids.add(uuid(wanted).map(UUID::toString).orElse(wanted));
        }
        return new Family(ids, related, orders);
    }

    private Optional<GetOrder.Order> confirmed(String number) {
        return asked(bus, new ListOrders(null, null, null, null, number, null, 1))
                .flatMap(page -> page.orders().stream().findFirst())
                .flatMap(line -> byId(line.orderId()));
    }

    private Optional<GetOrder.Order> order(UUID id) {
        return byId(id).or(() -> asked(bus, new GetPayment(id))
                .flatMap(found -> found)
                .flatMap(payment -> Optional.ofNullable(payment.orderId()))
                .flatMap(this::byId));
    }

    private Optional<GetOrder.Order> byId(UUID id) {
        return asked(bus, new GetOrder(id)).flatMap(answer -> Optional.ofNullable(answer.order()));
    }

    private List<Id> orders(UUID customer) {
        var found = new ArrayList<Id>();
        asked(bus, new ListOrders(customer, null, null, null, null, null, ORDERS))
                .ifPresent(page -> page.orders().forEach(line -> found.add(new Id(line.lifecycleStatus(), line.confirmationNumber()))));
        return found;
    }

    static <R> Optional<R> asked(Bus bus, Query<R> query) {
        try {
            return Optional.of(bus.ask(query));
        } catch (Bus.ContextAbsent _) {
            return Optional.empty();
        }
    }

    static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
