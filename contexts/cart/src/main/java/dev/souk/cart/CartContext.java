package dev.souk.cart;

import dev.souk.cart.db.CartLines;
import dev.souk.cart.db.Carts;
import dev.souk.cart.db.Catalogue;
import dev.souk.cart.db.Checkouts;
import dev.souk.cart.db.IdleCarts;
import dev.souk.cart.db.PeoplesCarts;
import dev.souk.cart.db.Shortages;
import dev.souk.cart.domain.Channel;
import dev.souk.cart.domain.Currencies;
import dev.souk.cart.domain.Idle;
import dev.souk.cart.domain.Limits;
import dev.souk.cart.http.CartRoutes;
import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.contracts.cart.AddLinesToCart;
import dev.souk.contracts.cart.ApplyCouponToCart;
import dev.souk.contracts.cart.CartAbandoned;
import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.contracts.cart.CartCleared;
import dev.souk.contracts.cart.CartConvertedToOrder;
import dev.souk.contracts.cart.CartCouponApplied;
import dev.souk.contracts.cart.CartCouponRemoved;
import dev.souk.contracts.cart.CartCreated;
import dev.souk.contracts.cart.CartDeliverySet;
import dev.souk.contracts.cart.CartExpired;
import dev.souk.contracts.cart.CartItemQuantityChanged;
import dev.souk.contracts.cart.CartMerged;
import dev.souk.contracts.cart.CartPointsSet;
import dev.souk.contracts.cart.CartReopened;
import dev.souk.contracts.cart.ChangeCartItemQuantity;
import dev.souk.contracts.cart.CheckoutCart;
import dev.souk.contracts.cart.ClearCart;
import dev.souk.contracts.cart.CreateCart;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.cart.GetMyCart;
import dev.souk.contracts.cart.GetStartedCheckout;
import dev.souk.contracts.cart.ItemAddedToCart;
import dev.souk.contracts.cart.ItemRemovedFromCart;
import dev.souk.contracts.cart.MergeCarts;
import dev.souk.contracts.cart.RemoveCouponFromCart;
import dev.souk.contracts.cart.RemoveItemFromCart;
import dev.souk.contracts.cart.ReopenCart;
import dev.souk.contracts.cart.SetCartDelivery;
import dev.souk.contracts.cart.SetCartPoints;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.customer.SubjectRequests;
import dev.souk.contracts.inventory.InventoryDepleted;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.pricing.RecordQuote;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductDeleted;
import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductStatusChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.contracts.product.ProductVariantAdded;
import dev.souk.contracts.product.ProductVariantRemoved;
import dev.souk.contracts.product.ProductVariantUpdated;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Settings;
import dev.souk.platform.messaging.Wiring;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The cart's door plate.
public final class CartContext implements Context {
    @Override
    public String name() {
        return "cart";
    }

    @Override
    public void wire(Wiring on) {
        var settings = on.settings();
        var idle = idle(settings);
        var carts = new Carts(idle.reminders().getFirst());
        var lines = new CartLines(carts);
        var catalogue = new Catalogue(on.bus(), (int) settings.number("cache.products", 20_000));
        var checkouts = new Checkouts(carts, settings.duration("lock.watch", Duration.ofMinutes(20)));
        publishesAndSends(on);
        SubjectRequests.answer(on, name(), new PeoplesCarts(on.vault()));
        commands(on, carts, lines, catalogue, checkouts);
        reactions(on, catalogue, checkouts);
        timers(on, checkouts, idle);
        reads(on, carts, lines, catalogue, purchase(on, carts, lines, catalogue, checkouts));
    }

    /// The commands that every purchase is made of; they also have set-based forms.
    private static CartRoutes.SetBased purchase(
            Wiring on, Carts carts, CartLines lines, Catalogue catalogue, Checkouts checkouts) {
        var started = new StartedCheckouts(on.clock());
        var create = new CreateCartHandler(carts, limits(on.settings()), currencies(on.settings()));
        var add = new AddItemToCartHandler(carts, lines, catalogue);
        var sealing = new Sealing(on.vault());
        var deliver = new SetCartDeliveryHandler(carts, on.bus(), sealing);
        var prices = new Prices(on.bus(), new Sealing(on.vault()));
        var checkOut = new CheckoutCartHandler(carts, lines, catalogue, prices, checkouts, started, sealing);
        on.answer(GetStartedCheckout.class, started::answer)
                .handle(CreateCart.class, create::handle)
                .handle(AddItemToCart.class, add::handle)
                .handle(SetCartDelivery.class, deliver::handle)
                .handle(CheckoutCart.class, checkOut::handle);
        return new CartRoutes.SetBased(create::together, add::together, deliver::together, checkOut::together);
    }

    private static void publishesAndSends(Wiring on) {
        on.publishes(List.of(
                        CartCreated.class,
                        ItemAddedToCart.class,
                        ItemRemovedFromCart.class,
                        CartItemQuantityChanged.class,
                        CartCleared.class,
                        CartCouponApplied.class,
                        CartCouponRemoved.class,
                        CartPointsSet.class,
                        CartDeliverySet.class,
                        CartMerged.class,
                        CartCheckedOut.class,
                        CartConvertedToOrder.class,
                        CartReopened.class,
                        CartAbandoned.class,
                        CartExpired.class))
                .sends(List.of(RecordQuote.class));
    }

    private static void commands(
            Wiring on, Carts carts, CartLines lines, Catalogue catalogue, Checkouts checkouts) {
        var prices = new Prices(on.bus(), new Sealing(on.vault()));
        var reopening = new Reopening(checkouts);
        on.handle(AddLinesToCart.class, new AddLinesToCartHandler(carts, lines, catalogue)::handle)
                .handle(ChangeCartItemQuantity.class, new ChangeCartItemQuantityHandler(carts, lines)::handle)
                .handle(RemoveItemFromCart.class, new RemoveItemFromCartHandler(carts, lines)::handle)
                .handle(ClearCart.class, new ClearCartHandler(carts, lines)::handle)
                .handle(ApplyCouponToCart.class, new ApplyCouponToCartHandler(carts, lines, prices)::handle)
                .handle(SetCartPoints.class, new SetCartPointsHandler(carts, lines, prices)::handle)
                .handle(RemoveCouponFromCart.class, new RemoveCouponFromCartHandler(carts)::handle)
                .handle(MergeCarts.class, new MergeCartsHandler(carts, lines, keep(on.settings()))::handle)
                .handle(ReopenCart.class, new ReopenCartHandler(carts, reopening, on.bus())::handle);
    }

    private static void reactions(Wiring on, Catalogue catalogue, Checkouts checkouts) {
        var products = new WhenProductChangesKeepCopy(catalogue);
        var orders = new WhenOrderCreatedConvertCart(checkouts);
        var failures = new WhenCheckoutFailedReopenCart(new Reopening(checkouts));
        var depleted = new WhenInventoryDepletedNoteSku(new Shortages());
        on.react(ProductCreated.class, products::react)
                .react(ProductUpdated.class, products::react)
                .react(ProductPriceChanged.class, products::react)
                .react(ProductStatusChanged.class, products::react)
                .react(ProductDiscontinued.class, products::react)
                .react(ProductDeleted.class, products::react)
                .react(ProductVariantAdded.class, products::react)
                .react(ProductVariantUpdated.class, products::react)
                .react(ProductVariantRemoved.class, products::react)
                .batch(WhenProductChangesKeepCopy.EVENTS, products::reactAll)
                .react(OrderCreated.class, orders::react)
                .reactBatch(OrderCreated.class, orders::reactAll)
                .unhurried(List.of(OrderCreated.class))
                .react(CheckoutFailed.class, failures::react)
                .reactBatch(CheckoutFailed.class, failures::reactAll)
                .react(InventoryDepleted.class, depleted::react)
                .reactBatch(InventoryDepleted.class, depleted::reactAll)
                .react(PromotionExpired.class, new WhenPromotionExpiredNoteCode(new IdleCarts())::react);
    }

    private static void timers(Wiring on, Checkouts checkouts, Idle idle) {
        var idleCarts = new IdleCarts();
        var lost = on.settings().duration("lock.lost", Duration.ofHours(24));
        var watchdog = new FreeLockedCarts(checkouts, new Reopening(checkouts), on.bus(), lost);
        on.sweep(
                        "idle-carts",
                        Duration.ofSeconds(30),
                        new RemindOrExpireIdleCarts(idleCarts, idle, keep(on.settings()))::run)
                .sweep("locked-carts", Duration.ofSeconds(30), watchdog::run)
                .sweep("lapsed-codes", Duration.ofSeconds(5), new DropLapsedCodes(idleCarts)::run)
                .sweep("closed-carts", Duration.ofMinutes(10), new PurgeClosedCarts(idleCarts, keep(on.settings()))::run);
    }

    private static void reads(
            Wiring on, Carts carts, CartLines lines, Catalogue catalogue, CartRoutes.SetBased several) {
        var query = new GetCartQuery(carts, lines, catalogue, new Shortages(), on.bus(), new Sealing(on.vault()));
        var quotes = new QuoteCart(carts, lines, new Prices(on.bus(), new Sealing(on.vault())));
        on.answer(GetCart.class, query::answer)
                .answer(GetMyCart.class, query::mine)
                .serve(new CartRoutes(query::answer, query::mine, quotes::quotes, several).routes());
    }

    private static Idle idle(Settings settings) {
        return new Idle(
                List.of(
                        settings.duration("abandoned.first", Duration.ofHours(1)),
                        settings.duration("abandoned.second", Duration.ofHours(24)),
                        settings.duration("abandoned.third", Duration.ofHours(72))),
                settings.duration("expiry", Duration.ofDays(7)));
    }

    private static Duration keep(Settings settings) {
        return settings.duration("keep", Duration.ofDays(90));
    }

    private static Currencies currencies(Settings settings) {
        return Currencies.of(settings.text("currencies", ""));
    }

    private static Map<Channel, Limits> limits(Settings settings) {
        var limits = new EnumMap<Channel, Limits>(Channel.class);
        for (var channel : Channel.values()) {
            var wholesale = channel == Channel.BACK_OFFICE;
            var name = "limits." + channel + ".";
            limits.put(
                    channel,
                    new Limits(
                            (int) settings.number(name + "quantity", wholesale ? 100_000 : 99),
                            (int) settings.number(name + "lines", wholesale ? 2_000 : 50)));
        }
        return limits;
    }
}
