package dev.souk.cart;

import dev.souk.contracts.Address;
import dev.souk.contracts.cart.AddItemToCart;
import dev.souk.contracts.cart.CartAccess;
import dev.souk.contracts.cart.CheckoutCart;
import dev.souk.contracts.cart.CreateCart;
import dev.souk.contracts.cart.GetCart;
import dev.souk.contracts.cart.ItemChanged;
import dev.souk.contracts.cart.SetCartDelivery;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.checkout.GetCheckoutStatus;
import dev.souk.contracts.inventory.CheckAvailability;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.contracts.pricing.GetShippingMethods;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.product.GetProduct;
import dev.souk.contracts.product.GetProducts;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The cart context with its neighbours played: a catalogue, a price list, stock and checkouts.
public final class Shop implements AutoCloseable {
    public static final Address HOME =
            new Address("Ada L", "1 Main St", null, "Leeds", null, "LS1 1AA", "GB", null);
    public static final CartAccess DESK = new CartAccess(UUID.randomUUID(), null, true);

    public final TestPlatform souk;
    public final Map<UUID, GetProduct.Product> catalogue = new ConcurrentHashMap<>();
    public final Map<UUID, Long> prices = new ConcurrentHashMap<>();
    public final Map<String, Long> stock = new ConcurrentHashMap<>();
    public final Map<UUID, GetCheckoutStatus.Status> checkouts = new ConcurrentHashMap<>();
    /// What the customer has; each takes ten off.
    public long points;
    public final UUID customer = UUID.randomUUID();

    public Shop() {
        this(Map.of());
    }

    public Shop(Map<String, String> settings) {
        souk = TestPlatform.of(new CartContext(), settings)
                .answering(GetProducts.class, this::products)
                .answering(CalculatePrice.class, this::quote)
                .answering(
                        GetShippingMethods.class,
                        _ -> new GetShippingMethods.Known(Set.of("STANDARD", "EXPRESS", "standard", "express")))
                .answering(CheckAvailability.class, this::availability)
                .answering(GetCheckoutStatus.class, this::status);
    }

    private GetProducts.Products products(GetProducts query) {
        return new GetProducts.Products(query.productIds().stream()
                .map(catalogue::get)
                .filter(Objects::nonNull)
                .toList());
    }

    /// A product on sale that only the catalogue knows so far.
    public UUID aProduct(String sku, long price) {
        return aProduct(sku, price, "ACTIVE", "GBP");
    }

    public UUID aProduct(String sku, long price, String status, String currency) {
        var id = UUID.randomUUID();
        catalogue.put(
                id,
                new GetProduct.Product(
                        id, sku, "Name of " + sku, price, currency, status, List.of(), null, null, null, null, 1));
        prices.put(id, price);
        return id;
    }

    public static ProductCreated created(UUID id, String sku, long price, String status) {
        return new ProductCreated(
                UUID.randomUUID(),
                Instant.EPOCH,
                new ProductCreated.Product(
                        id, sku, "Name of " + sku, null, price, "GBP", null, status, null, List.of(), null, null, null));
    }

    /// Half off by code HALF; points as far as there are some; 5.00 for shipping; no tax.
    private Quote quote(CalculatePrice query) {
        var half = "HALF".equalsIgnoreCase(query.promotionCode());
        var lines = new ArrayList<Quote.Line>();
        var problems = new ArrayList<Quote.Problem>();
        for (var line : query.lines()) {
            var price = line.negotiatedPrice() == null ? prices.get(line.productId()) : line.negotiatedPrice();
            if (price == null) {
                problems.add(new Quote.Problem(line.lineId(), "NOT_FOR_SALE", line.sku()));
            } else {
                var gross = price * line.quantity();
                var off = half ? gross / 2 : 0;
                lines.add(new Quote.Line(
                        line.lineId(), line.productId(), line.variantId(), line.sku(), line.quantity(), price, gross,
                        off, gross - off, 0, List.of()));
            }
        }
        var subtotal = lines.stream().mapToLong(Quote.Line::gross).sum();
        var points = points(query);
        var off = lines.stream().mapToLong(Quote.Line::discount).sum() + (points == null ? 0 : points.amount());
        var shipping = query.shippingMethodId() == null ? 0 : 500;
        var hash = "h-" + lines + shipping + query.destination() + points;
        return new Quote(
                NameBasedId.of(UUID.fromString("00000000-0000-0000-0000-000000000001"), hash),
                Integer.toHexString(hash.hashCode()),
                query.currency(), lines, subtotal, off, shipping, 0, shipping, 0, 0, subtotal - off + shipping,
                List.of(),
                half ? List.of(new Quote.Promotion(UUID.randomUUID(), "Half", "HALF", off, true)) : List.of(),
                query.promotionCode() == null || half
                        ? List.of()
                        : List.of(new Quote.Rejected(query.promotionCode(), "UNKNOWN")),
                query.shippingMethodId(),
                query.shippingMethodId() != null && query.destination() != null,
                problems, Instant.EPOCH, Instant.EPOCH, points);
    }

    private Quote.@Nullable Points points(CalculatePrice query) {
        long used = query.points() == null ? 0 : Math.min(query.points(), points);
        return used == 0 ? null : new Quote.Points(used, used * 10);
    }

    private CheckAvailability.Answer availability(CheckAvailability query) {
        return new CheckAvailability.Answer(
                query.items().stream()
                        .map(item -> {
                            var left = stock.getOrDefault(item.sku(), 1000L);
                            return new CheckAvailability.Availability(item.sku(), left >= item.quantity(), left);
                        })
                        .toList(),
                Instant.EPOCH);
    }

    private GetCheckoutStatus.Status status(GetCheckoutStatus query) {
        return checkouts.getOrDefault(query.checkoutId(), state(query.checkoutId(), "UNKNOWN", null));
    }

    public static GetCheckoutStatus.Status state(UUID checkoutId, String state, @Nullable String reason) {
        return new GetCheckoutStatus.Status(checkoutId, state, null, null, null, null, reason, null, null);
    }

    public CartAccess me() {
        return new CartAccess(customer, null, false);
    }

    public static CartAccess guest(String tokenHash) {
        return new CartAccess(null, tokenHash, false);
    }

    /// The customer's empty cart.
    public UUID aCart() {
        var id = UUID.randomUUID();
        done(souk.handle(new CreateCart(id, "GBP", "WEB", customer, null, me())));
        return id;
    }

    public UUID aGuestCart(String tokenHash) {
        var id = UUID.randomUUID();
        done(souk.handle(new CreateCart(id, "GBP", "WEB", null, tokenHash, guest(tokenHash))));
        return id;
    }

    public UUID aDeskCart(@Nullable UUID forCustomer) {
        var id = UUID.randomUUID();
        done(souk.handle(new CreateCart(id, "GBP", "BACK_OFFICE", forCustomer, null, DESK)));
        return id;
    }

    public ItemChanged add(UUID cart, UUID product, int quantity) {
        return done(souk.handle(adding(cart, product, quantity, me())));
    }

    public static AddItemToCart adding(UUID cart, UUID product, int quantity, CartAccess by) {
        return new AddItemToCart(cart, product, null, quantity, null, null, by);
    }

    /// The customer's cart with two of something at 10.00, delivered home.
    public UUID aFullCart() {
        var cart = aCart();
        add(cart, aProduct("MUG-" + cart, 1000), 2);
        deliverHome(cart, me(), null);
        return cart;
    }

    public void deliverHome(UUID cart, CartAccess by, @Nullable String email) {
        done(souk.handle(new SetCartDelivery(cart, HOME, "STANDARD", email, null, by)));
    }

    public GetCart.Cart see(UUID cart, CartAccess by) {
        return souk.ask(new GetCart(cart, by)).orElseThrow();
    }

    public GetCart.Cart see(UUID cart) {
        return see(cart, me());
    }

    /// The quote as the page of this cart shows it.
    public Quote shown(UUID cart, CartAccess by) {
        var seen = see(cart, by);
        var delivery = Objects.requireNonNull(seen.delivery());
        return quote(new CalculatePrice(
                cart, seen.customerId(), seen.channel(), seen.currency(),
                seen.lines().stream()
                        .map(l -> new CalculatePrice.Line(
                                l.lineId(), l.productId(), l.variantId(), l.sku(), l.quantity(),
                                l.negotiated() ? l.addedPrice() : null))
                        .toList(),
                seen.promotionCode(), delivery.shippingMethodId(),
                delivery.address() == null
                        ? null
                        : new CalculatePrice.Destination(
                                delivery.address().countryCode(),
                                delivery.address().region(),
                                delivery.address().postalCode()),
                seen.points() == null ? null : seen.points().wanted()));
    }

    public CheckoutCart checkingOut(UUID cart, CartAccess by) {
        var quote = shown(cart, by);
        return new CheckoutCart(
                cart, quote.quoteId(), quote.quoteHash(), null, null, null, "tok_visa", null, null, null, null, by);
    }

    public CheckoutCart.Accepted checkOut(UUID cart) {
        return done(souk.handle(checkingOut(cart, me())));
    }

    public static OrderCreated ordered(UUID cart, CheckoutCart.Accepted accepted) {
        return new OrderCreated(
                accepted.orderId(), accepted.customerId(), 2500, "GBP", "created", List.of(), Instant.EPOCH,
                2000, 0, 500, 0, cart, accepted.checkoutId(), UUID.randomUUID(), "ORD-00000001", "WEB", null);
    }

    public static CheckoutFailed failed(
            UUID cart, CheckoutCart.Accepted accepted, String reason, CheckoutFailed.Unavailable... missing) {
        return new CheckoutFailed(
                accepted.checkoutId(), cart, accepted.orderId(), "RESERVE", reason,
                new CheckoutFailed.Detail(null, List.of(missing)), List.of(), Instant.EPOCH);
    }

    public static <R> R done(Outcome<R> outcome) {
        return switch (outcome) {
            case Outcome.Done<R>(var result) -> result;
            case Outcome.Refused<R>(var why) -> throw new AssertionError("refused: " + why);
        };
    }

    /// The code of a refusal.
    public static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var why) ? why.code() : "done: " + outcome;
    }

    @Override
    public void close() {
        souk.close();
    }
}
