package dev.souk.bench.torture;

import dev.souk.bench.http.Reply;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// One visit of one shopper: looks around, fills a cart, perhaps buys it, perhaps regrets it.
final class Visit {
    private static final List<String> CARDS = List.of(
            "tok_visa", "tok_visa", "tok_visa", "tok_visa", "tok_visa", "tok_mastercard", "tok_declined",
            "tok_insufficient_funds", "tok_3ds", "tok_3ds");
    private static final String DELIVERY =
            """
            {"address":{"recipientName":"Ada Torture","line1":"1 Trial Street","city":"London","postalCode":"N1 9GU",\
            "countryCode":"GB"},"shippingMethodId":"standard","email":"ada@torture.example"}""";

    private final Crowd crowd;
    private final Bazaar bazaar;
    private final OutsideProvider provider;
    private final Deeds deeds;
    private final SplittableRandom random;
    private final Caller me;
    private final boolean guest;
    private final String cart = UUID.randomUUID().toString();
    private final String path = "/api/v1/carts/" + cart;

    Visit(String who, Crowd crowd, Bazaar bazaar, OutsideProvider provider, Deeds deeds, SplittableRandom random) {
        this.crowd = crowd;
        this.bazaar = bazaar;
        this.provider = provider;
        this.deeds = deeds;
        this.random = random;
        this.guest = random.nextBoolean();
        this.me = guest ? crowd.guest(who, random) : crowd.customer(who, random);
    }

    void run() throws Caller.Unanswered, InterruptedException, IOException {
        try (me) {
            look();
            if (random.nextInt(8) == 0 || !fill()) {
                return;
            }
            coupon();
            if (random.nextInt(10) == 0) {
                return; // leaves the cart behind
            }
            cartCall("PUT", "/delivery", DELIVERY);
            var state = buy();
            if (state.equals("FAILED") && random.nextInt(3) == 0) {
                buy(); // the cart is open again
            }
        }
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private void look() throws Caller.Unanswered, InterruptedException {
        me.get("/api/v1/products/" + bazaar.any(random));
        if (one(3)) {
            me.get("/api/v1/stock/" + bazaar.any(random));
        }
    }

    private boolean fill() throws Caller.Unanswered, InterruptedException {
        var opened = me.open("/api/v1/carts", "{\"cartId\":\"" + cart + "\",\"currency\":\"GBP\"}");
        deeds.changed(cart, opened);
        if (!opened.good()) {
            deeds.unsure(path); // there already, by a call whose answer was lost: a guest cannot prove whose it is
            return false;
        }
        if (guest) {
            var given = opened.json().path("cartToken").asString("");
            if (given.isEmpty()) {
                return false; // opened by a call whose answer was lost, and the token with it
            }
            me.cartToken(given);
        }
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            item();
        }
        return true;
    }

    private void item() throws Caller.Unanswered, InterruptedException {
        var product = bazaar.any(random);
        var added = cartCall("POST", "/items", "{\"productId\":\"" + product + "\",\"quantity\":" + (1 + random.nextInt(2)) + "}");
        if (!added.good()) {
            return;
        }
        if (one(6)) {
            var line = added.json().path("lineId").asString();
            cartCall("PUT", "/items/" + line, "{\"quantity\":" + (1 + random.nextInt(3)) + "}");
        } else if (one(12)) {
            cartCall("DELETE", "/items/" + product, "");
        }
    }

    private void coupon() throws Caller.Unanswered, InterruptedException {
        if (one(3)) {
            var code = one(10) ? "NOSUCHCODE" : bazaar.coupons().get(random.nextInt(bazaar.coupons().size()));
            cartCall("POST", "/coupon", "{\"code\":\"" + code + "\"}");
        }
    }

    private Reply cartCall(String method, String below, String json) throws Caller.Unanswered, InterruptedException {
        var reply = me.change(method, path + below, json);
        deeds.changed(cart, reply);
        return reply;
    }

    private String buy() throws Caller.Unanswered, InterruptedException, IOException {
        var quote = me.open(path + "/quote", "");
        if (!quote.good()) {
            return "";
        }
        var started = cartCall("POST", "/checkout", """
            {"quoteId":"%s","quoteHash":"%s","paymentMethodToken":"%s"}""".formatted(
                quote.json().path("quoteId").asString(), quote.json().path("quoteHash").asString(),
                CARDS.get(random.nextInt(CARDS.size()))));
        if (!started.good()) {
            return "";
        }
        var checkout = started.json().path("checkoutId").asString();
        var order = started.json().path("orderId").asString();
        deeds.checkouts.put(checkout, new Deeds.Checkout(cart, order, "PENDING"));
        if (one(15)) {
            me.get("/api/v1/checkouts/" + checkout); // answered as soon as checkout has heard of it
            me.change("POST", "/api/v1/checkouts/" + checkout + "/cancel", "{\"reason\":\"CANCELLED\"}");
        }
        var state = follow(checkout);
        deeds.checkouts.put(checkout, new Deeds.Checkout(cart, order, state));
        if (state.equals("COMPLETED")) {
            new Regret(crowd, me, guest, deeds, random).about(order);
        }
        return state;
    }

    private String follow(String checkout) throws Caller.Unanswered, InterruptedException, IOException {
        var url = "/api/v1/checkouts/" + checkout;
        boolean acted = false;
        var state = "PENDING";
        for (int i = 0; i < 12 && (state.equals("PENDING") || state.equals("ACTION_REQUIRED")); i++) {
            var status = me.get(url + "?wait=5").json();
            state = status.path("state").asString("PENDING");
            if (state.equals("ACTION_REQUIRED") && !acted) {
                acted = true;
                if (one(5)) {
                    return state; // walks away
                }
                act(url, status);
            } else if (state.equals("ACTION_REQUIRED")) {
                Thread.sleep(500);
            }
        }
        return state;
    }

    private void act(String url, JsonNode status) throws Caller.Unanswered, InterruptedException, IOException {
        var reference = status.path("action").path("clientRef").asString("");
        try {
            provider.act(reference, !one(4));
        } catch (IOException e) {
            // the provider's answer may get lost like any other
        }
        if (!one(4)) {
            me.change("POST", url + "/payment-action", "{\"actionResultRef\":\"" + reference + "\"}");
        }
    }
}
