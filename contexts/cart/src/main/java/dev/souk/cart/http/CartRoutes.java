package dev.souk.cart.http;

import static dev.souk.platform.route.Role.CUSTOMER;
import static dev.souk.platform.route.Role.GUEST;
import static dev.souk.platform.route.Role.OPERATOR;
import static dev.souk.platform.route.Role.SERVICE;
import static dev.souk.platform.route.Role.SUPPORT;

import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.CheckoutCart;
import dev.souk.contracts.cart.CreateCart;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.cart.GetMyCart;
import dev.souk.contracts.cart.ItemChanged;
import dev.souk.contracts.cart.SetCartDelivery;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.QueryHandler;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Optional;

/// The cart over HTTP, as data.
public final class CartRoutes {
    private final CartWrites writes = new CartWrites();
    private final CartReads reads;
    private final SetBased several;

    /// The set-based forms of the commands that a purchase is made of.
    public record SetBased(
            Several<CreateCart, CartChanged> create,
            Several<AddItemToCart, ItemChanged> add,
            Several<SetCartDelivery, CartChanged> deliver,
            Several<CheckoutCart, CheckoutCart.Accepted> checkOut) {}

    public CartRoutes(
            QueryHandler<GetCart, Optional<GetCart.Cart>> cart,
            QueryHandler<GetMyCart, Optional<GetCart.Cart>> mine,
            Quoting quoting,
            SetBased several) {
        this.reads = new CartReads(cart, mine, quoting);
        this.several = several;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                // the answer holds the guest's token, which nothing may keep: a chosen cartId takes the place of a key
                shopper(Route.post("/carts"))
                        .key(Route.Key.NONE)
                        .body(Request.NewCart.class)
                        .answers(201, CartOpened.class)
                        .summary("Open a cart; a guest is given its token, once")
                        .writes(writes::create, CartWrites.creations(several.create())),
                Route.get("/carts/mine")
                        .roles(CUSTOMER)
                        .answers(200, GetCart.Cart.class)
                        .summary("The cart that the customer used last")
                        .reads(reads::mine),
                shopper(Route.get("/carts/{cartId}"))
                        .answers(200, GetCart.Cart.class)
                        .personal()
                        .summary("A cart at present prices")
                        .reads(reads::get),
                shopper(Route.post("/carts/{cartId}/items"))
                        .body(Request.Item.class)
                        .answers(200, ItemChanged.class)
                        .summary("Add a product; what is there already adds up")
                        .writes(writes::add, CartWrites.additions(several.add())),
                Route.post("/carts/{cartId}/lines")
                        .roles(SUPPORT)
                        .bodyLimit(2 * 1024 * 1024)
                        .body(Request.Lines.class)
                        .answers(200, CartChanged.class)
                        .summary("Add many lines at once, all or none")
                        .writes(writes::addLines),
                shopper(Route.put("/carts/{cartId}/items/{lineId}"))
                        .body(Request.Quantity.class)
                        .answers(200, ItemChanged.class)
                        .summary("Set the quantity of a line; 0 removes it")
                        .writes(writes::change),
                shopper(Route.delete("/carts/{cartId}/items/{productId}"))
                        .answers(200, CartChanged.class)
                        .query(Parameter.number("quantity", "how many of it; all when absent", 1, Integer.MAX_VALUE),
                                Parameter.id("variantId", "only this variant"))
                        .summary("Remove a product, or some of it, or one variant of it")
                        .writes(writes::remove),
                shopper(Route.delete("/carts/{cartId}/items"))
                        .answers(200, CartChanged.class)
                        .summary("Empty a cart")
                        .writes(writes::clear),
                shopper(Route.post("/carts/{cartId}/coupon"))
                        .rate(Route.Rate.COUPON)
                        .body(Request.Coupon.class)
                        .answers(200, CartChanged.class)
                        .summary("Apply a code")
                        .writes(writes::applyCoupon),
                shopper(Route.delete("/carts/{cartId}/coupon"))
                        .answers(200, CartChanged.class)
                        .summary("Remove the code")
                        .writes(writes::removeCoupon),
                shopper(Route.put("/carts/{cartId}/points"))
                        .body(Request.Points.class)
                        .answers(200, CartChanged.class)
                        .summary("How many reward points to spend; 0 means none")
                        .writes(writes::spendPoints),
                shopper(Route.put("/carts/{cartId}/delivery"))
                        .body(Request.Delivery.class)
                        .answers(200, CartChanged.class)
                        .summary("Address, shipping method and, for guests, e-mail")
                        .writes(writes::deliver, CartWrites.deliveries(several.deliver())),
                Route.post("/carts/{cartId}/merge")
                        .roles(CUSTOMER)
                        .body(Request.Merge.class)
                        .answers(200, CartChanged.class)
                        .summary("Move a guest's cart (with its Cart-Token) into one's own")
                        .writes(writes::merge),
                shopper(Route.post("/carts/{cartId}/quote"))
                        .key(Route.Key.NONE)
                        .rate(Route.Rate.READ)
                        .answers(200, Quote.class)
                        .summary("The price with its reasons and its hash; nothing is stored")
                        .reads(reads::quote, reads.quotes()),
                shopper(Route.post("/carts/{cartId}/checkout"))
                        .key(Route.Key.REQUIRED)
                        .rate(Route.Rate.CHECKOUT)
                        .body(Request.Checkout.class)
                        .answers(202, CheckoutStarted.class)
                        .summary("Order the cart at the price that was shown")
                        .writes(writes::checkOut, CartWrites.checkouts(several.checkOut())),
                Route.post("/carts/{cartId}/reopen")
                        .roles(SERVICE, OPERATOR)
                        .body(Request.Reopen.class)
                        .answers(200, CartChanged.class)
                        .summary("Unlock a cart whose checkout ended without an order")
                        .writes(writes::reopen));
    }

    private static Route.Draft<Void, Void> shopper(Route.Draft<Void, Void> draft) {
        return draft.roles(GUEST, CUSTOMER, SUPPORT);
    }
}
