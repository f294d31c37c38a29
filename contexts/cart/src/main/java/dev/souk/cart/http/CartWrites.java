package dev.souk.cart.http;

import static dev.souk.cart.http.CartReads.access;

import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.contracts.cart.AddLinesToCart;
import dev.souk.contracts.cart.ApplyCouponToCart;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.cart.CartChanged;
import dev.souk.contracts.cart.ChangeCartItemQuantity;
import dev.souk.contracts.cart.CheckoutCart;
import dev.souk.contracts.cart.ClearCart;
import dev.souk.contracts.cart.CreateCart;
import dev.souk.contracts.cart.ItemChanged;
import dev.souk.contracts.cart.MergeCarts;
import dev.souk.contracts.cart.RemoveCouponFromCart;
import dev.souk.contracts.cart.RemoveItemFromCart;
import dev.souk.contracts.cart.ReopenCart;
import dev.souk.contracts.cart.SetCartDelivery;
import dev.souk.contracts.cart.SetCartPoints;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Requests that change something, turned into commands.
final class CartWrites {
    private static final String CART = "cartId";

    private static final Refusal NOT_THE_CUSTOMER = new Refusal.Plain(
            Refusal.Kind.FORBIDDEN, "CUSTOMER_MISMATCH", "Only the sales desk opens carts for other customers.");
    private static final Refusal NOT_THE_DESK = new Refusal.Plain(
            Refusal.Kind.FORBIDDEN, "CHANNEL_NOT_ALLOWED", "Only the sales desk sells through the back office.");

    private static <A> Answer<A> checked(@Nullable Refusal problem, Supplier<Answer<A>> then) {
        return problem == null ? then.get() : Answer.refused(problem);
    }

    private static @Nullable Long expected(Call<?> call, @Nullable Long inBody) {
        return call.ifMatch().orElse(inBody);
    }

    private static Answer<CartChanged> changed(Outcome<CartChanged> outcome) {
        return switch (outcome) {
            case Outcome.Done<CartChanged>(var done) -> Answer.of(done).version(done.version());
            case Outcome.Refused<CartChanged>(var why) -> Answer.refused(why);
        };
    }

    private static Answer<ItemChanged> item(Outcome<ItemChanged> outcome) {
        return switch (outcome) {
            case Outcome.Done<ItemChanged>(var done) -> Answer.of(done).version(done.version());
            case Outcome.Refused<ItemChanged>(var why) -> Answer.refused(why);
        };
    }

    /// A cart that is asked for; `token` is what its guest will prove it with.
    private record Opening(CreateCart command, @Nullable String token) {}

    Answer<CartOpened> create(Call<Request.NewCart> call, Tx tx) {
        return switch (opening(call, tx)) {
            case Outcome.Refused<Opening>(var why) -> Answer.refused(why);
            case Outcome.Done<Opening>(var opening) -> switch (call.handle(opening.command())) {
                case Outcome.Refused<CartChanged>(var why) -> Answer.refused(why);
                case Outcome.Done<CartChanged>(var done) -> opened(opening, done);
            };
        };
    }

    static Route.Together<Request.NewCart, CartOpened> creations(Several<CreateCart, CartChanged> handler) {
        return Groups.of(
                null,
                (call, tx) -> opening(call, tx) instanceof Outcome.Done<Opening>(var opening) ? opening : null,
                Opening::command,
                handler,
                CartWrites::opened);
    }

    private static Outcome<Opening> opening(Call<Request.NewCart> call, Tx tx) {
        var body = call.body();
        var problem = body.problem();
        if (problem != null) {
            return Outcome.refused(problem);
        }
        var desk = call.caller().has(Role.SUPPORT);
        var channel = Optional.ofNullable(body.channel()).orElse(desk ? "BACK_OFFICE" : "WEB");
        if (!desk && channel.equals("BACK_OFFICE")) {
            return Outcome.refused(NOT_THE_DESK);
        }
        if (!desk && body.customerId() != null && !call.caller().is(body.customerId())) {
            return Outcome.refused(NOT_THE_CUSTOMER);
        }
        var customer = desk ? body.customerId() : call.caller().subject();
        var token = desk || customer != null ? null : CartToken.fresh();
        var id = Optional.ofNullable(body.cartId()).or(() -> keyed(call)).orElseGet(tx::newId);
        var hash = token == null ? null : CartToken.hash(token);
        return Outcome.done(new Opening(
                new CreateCart(id, Objects.requireNonNull(body.currency()), channel, customer, hash, access(call)),
                token));
    }

    /// Whoever is signed in gets the same cart for the same key. A guest's repeat could not be told the token again.
    private static Optional<UUID> keyed(Call<?> call) {
        var caller = call.caller().subject();
        return caller == null ? Optional.empty() : call.header("Idempotency-Key").map(key -> NameBasedId.of(caller, key));
    }

    private static Answer<CartOpened> opened(Opening opening, CartChanged done) {
        var asked = opening.command();
        Answer<CartOpened> answer = Answer.of(new CartOpened(
                asked.cartId(),
                done.version(),
                asked.currency(),
                asked.channel(),
                asked.customerId(),
                done.fresh() ? opening.token() : null));
        return answer.version(done.version())
                .header("Location", "/api/v1/carts/" + asked.cartId())
                .status(done.fresh() ? 201 : 200);
    }

    Answer<ItemChanged> add(Call<Request.Item> call, Tx tx) {
        return checked(call.body().problem(), () -> item(call.handle(addition(call))));
    }

    static Route.Together<Request.Item, ItemChanged> additions(Several<AddItemToCart, ItemChanged> handler) {
        return Groups.of(
                CART,
                (call, _) -> call.body().problem() == null ? addition(call) : null,
                Function.identity(),
                handler,
                (_, done) -> item(Outcome.done(done)));
    }

    private static AddItemToCart addition(Call<Request.Item> call) {
        var body = call.body();
        return new AddItemToCart(
                call.pathId(CART),
                Objects.requireNonNull(body.productId()),
                body.variantId(),
                Optional.ofNullable(body.quantity()).orElse(1),
                body.unitPrice(),
                expected(call, body.expectedVersion()),
                access(call));
    }

    Answer<CartChanged> addLines(Call<Request.Lines> call, Tx tx) {
        var body = call.body();
        return checked(
                body.problem(),
                () -> changed(call.handle(new AddLinesToCart(
                        call.pathId(CART), body.wanted(), expected(call, body.expectedVersion()), access(call)))));
    }

    Answer<ItemChanged> change(Call<Request.Quantity> call, Tx tx) {
        var body = call.body();
        return checked(
                body.problem(),
                () -> item(call.handle(new ChangeCartItemQuantity(
                        call.pathId(CART),
                        call.pathId("lineId"),
                        Objects.requireNonNull(body.quantity()),
                        expected(call, body.expectedVersion()),
                        access(call)))));
    }

    Answer<CartChanged> remove(Call<Void> call, Tx tx) {
        Integer quantity;
        UUID variant;
        try {
            quantity = call.query("quantity").map(Integer::valueOf).orElse(null);
            variant = call.query("variantId").map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException _) {
            return Answer.refused(
                    Refusal.invalid("INVALID_QUERY", "quantity must be a number and variantId an id."));
        }
        return changed(call.handle(new RemoveItemFromCart(
                call.pathId(CART), call.pathId("productId"), variant, quantity, expected(call, null), access(call))));
    }

    Answer<CartChanged> clear(Call<Void> call, Tx tx) {
        return changed(call.handle(new ClearCart(call.pathId(CART), expected(call, null), access(call))));
    }

    Answer<CartChanged> applyCoupon(Call<Request.Coupon> call, Tx tx) {
        var body = call.body();
        return checked(
                body.problem(),
                () -> changed(call.handle(new ApplyCouponToCart(
                        call.pathId(CART),
                        Objects.requireNonNull(body.code()).strip(),
                        expected(call, body.expectedVersion()),
                        access(call)))));
    }

    Answer<CartChanged> removeCoupon(Call<Void> call, Tx tx) {
        return changed(call.handle(new RemoveCouponFromCart(call.pathId(CART), expected(call, null), access(call))));
    }

    Answer<CartChanged> spendPoints(Call<Request.Points> call, Tx tx) {
        var body = call.body();
        return checked(
                body.problem(),
                () -> changed(call.handle(new SetCartPoints(
                        call.pathId(CART),
                        Objects.requireNonNull(body.points()),
                        expected(call, body.expectedVersion()),
                        access(call)))));
    }

    Answer<CartChanged> deliver(Call<Request.Delivery> call, Tx tx) {
        return checked(call.body().problem(), () -> changed(call.handle(delivery(call))));
    }

    static Route.Together<Request.Delivery, CartChanged> deliveries(Several<SetCartDelivery, CartChanged> handler) {
        return Groups.of(
                CART,
                (call, _) -> call.body().problem() == null ? delivery(call) : null,
                Function.identity(),
                handler,
                (_, done) -> changed(Outcome.done(done)));
    }

    private static SetCartDelivery delivery(Call<Request.Delivery> call) {
        var body = call.body();
        return new SetCartDelivery(
                call.pathId(CART),
                body.address() == null ? null : body.address().checked(),
                body.shippingMethodId(),
                body.email(),
                expected(call, body.expectedVersion()),
                access(call));
    }

    Answer<CartChanged> merge(Call<Request.Merge> call, Tx tx) {
        var body = call.body();
        var both = access(call);
        // the token proves the source; the target has to be the customer's own
        var own = new CartAccess(both.subject(), null, false);
        return checked(
                body.problem(),
                () -> changed(call.handle(new MergeCarts(
                        call.pathId(CART), Objects.requireNonNull(body.sourceCartId()), own, both))));
    }

    Answer<CheckoutStarted> checkOut(Call<Request.Checkout> call, Tx tx) {
        return checked(call.body().problem(), () -> switch (call.handle(checkout(call, call.body()))) {
            case Outcome.Refused<CheckoutCart.Accepted>(var why) -> Answer.refused(why);
            case Outcome.Done<CheckoutCart.Accepted>(var done) -> started(done);
        });
    }

    static Route.Together<Request.Checkout, CheckoutStarted> checkouts(
            Several<CheckoutCart, CheckoutCart.Accepted> handler) {
        return Groups.of(
                CART,
                (call, _) -> call.body().problem() == null ? checkout(call, call.body()) : null,
                Function.identity(),
                handler,
                (_, done) -> started(done));
    }

    private static Answer<CheckoutStarted> started(CheckoutCart.Accepted done) {
        var url = "/api/v1/checkouts/" + done.checkoutId();
        Answer<CheckoutStarted> answer =
                Answer.of(new CheckoutStarted(done.checkoutId(), done.orderId(), done.customerId(), url));
        return answer.header("Location", url).version(done.cartVersion());
    }

    private static CheckoutCart checkout(Call<?> call, Request.Checkout body) {
        return new CheckoutCart(
                call.pathId(CART),
                Objects.requireNonNull(body.quoteId()),
                Objects.requireNonNull(body.quoteHash()),
                body.deliveryAddress() == null ? null : body.deliveryAddress().checked(),
                body.billingAddress() == null ? null : body.billingAddress().checked(),
                body.shippingMethodId(),
                Objects.requireNonNull(body.paymentMethodToken()),
                body.email(),
                body.returnUrl(),
                body.acceptedTermsVersion(),
                expected(call, body.expectedVersion()),
                access(call));
    }

    Answer<CartChanged> reopen(Call<Request.Reopen> call, Tx tx) {
        var body = call.body();
        return checked(
                body.problem(),
                () -> changed(call.handle(new ReopenCart(
                        call.pathId(CART),
                        Objects.requireNonNull(body.checkoutId()),
                        Objects.requireNonNull(body.reason())))));
    }
}
