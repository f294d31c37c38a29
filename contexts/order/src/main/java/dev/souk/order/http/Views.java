package dev.souk.order.http;

import dev.souk.contracts.Address;
import dev.souk.contracts.order.GetOrder;
import dev.souk.contracts.order.GetOrderHistory;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who sees what of an order: addresses are for the owner and those who work with them; who on the staff did what, and
/// what the fraud desk thinks, is not for shoppers.
final class Views {
    private Views() {}

    static GetOrder.Order of(GetOrder.Order order, Call<?> call) {
        var caller = call.caller();
        boolean staff = caller.staff();
        boolean addresses = !staff || caller.has(Role.SUPPORT, Role.FRAUD_ANALYST, Role.SERVICE);
        boolean clear = addresses && call.unmasked(order.customerId());
        return new GetOrder.Order(
                order.orderId(),
                order.customerId(),
                order.status(),
                order.items(),
                order.total(),
                order.currency(),
                order.createdAt(),
                order.lifecycleStatus(),
                order.confirmationNumber(),
                order.version(),
                order.changedAt(),
                order.subtotal(),
                order.discount(),
                order.shipping(),
                order.shippingNet(),
                order.tax(),
                order.shippingMethodId(),
                order.channel(),
                order.placedBy(),
                order.cartId(),
                order.checkoutId(),
                addresses ? shown(order.deliveryAddress(), clear) : null,
                addresses ? shown(order.billingAddress(), clear) : null,
                clear ? order.payment() : order.payment().masked(),
                order.reservation(),
                order.promotions(),
                staff ? order.holds() : order.holds().stream().map(Views::forShopper).toList(),
                timeline(order.timeline(), caller));
    }

    private static @Nullable Address shown(@Nullable Address address, boolean clear) {
        return address == null || clear ? address : address.masked();
    }

    private static GetOrder.Hold forShopper(GetOrder.Hold hold) {
        return new GetOrder.Hold(
                hold.holdId(), plain(hold.reason()), "SUPPORT", hold.customerMessage(), hold.reviewBy(), hold.placedAt(),
                hold.releasedAt(), null, false);
    }

    static List<GetOrderHistory.Entry> timeline(List<GetOrderHistory.Entry> entries, Caller caller) {
        return caller.staff()
                ? entries
                : entries.stream()
                        .filter(entry -> !entry.kind().equals("HOLD_OVERDUE") && !entry.kind().equals("NOTE"))
                        .map(Views::forShopper)
                        .toList();
    }

    private static GetOrderHistory.Entry forShopper(GetOrderHistory.Entry entry) {
        var detail = entry.detail();
        return new GetOrderHistory.Entry(
                entry.at(), entry.kind(), entry.status(), detail == null ? null : plain(detail), null, entry.by(), null);
    }

    /// A shopper under suspicion is not told so.
    private static String plain(String reason) {
        return reason.equals("FRAUD_REVIEW") ? "PAYMENT_REVIEW" : reason;
    }

    /// The caller's own order, or one whose two secrets (its id and its confirmation number) a guest knows.
    static boolean visible(GetOrder.Order order, Caller caller, @Nullable String confirmation) {
        return caller.is(order.customerId())
                || caller.has(OrderRoutes.READERS)
                || order.confirmationNumber().equals(confirmation);
    }
}
