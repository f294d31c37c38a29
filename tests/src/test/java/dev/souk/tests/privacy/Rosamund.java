package dev.souk.tests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.messaging.Trace;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Cart;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Product;
import dev.souk.tests.souk.RunningSouk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/// A customer of whom everything can be recognised wherever it turns up, and what she does.
final class Rosamund implements AutoCloseable {
    static final String NAME = "Rosamund Quillfeather";
    static final String EMAIL = "rosamund.canary@quillfeather.example";
    static final String PASSWORD = "seven purple lanterns over Ghent";
    static final String PHONE = "+44 7700 900417";
    static final String LINE = "417 Canarywharf Crescent";
    static final String POSTCODE = "ZZ9 4QF";
    /// Of which only the network is kept.
    static final String NETWORK = "127.83.41.";
    /// Which ends in 4444.
    static final String CARD = "tok_mastercard";
    static final String NOTE = "Rosamund Quillfeather rang from " + PHONE;

    private static final Pattern LINK = Pattern.compile("token=([A-Za-z0-9_-]{20,})");

    private final RunningSouk souk;
    private final HttpClient http;
    private Api api;
    private UUID id = new UUID(0, 0);

    private Rosamund(RunningSouk souk) {
        this.souk = souk;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(network()).build();
        this.api = new Api(http, souk.guest().root(), null, null);
    }

    private static InetAddress network() {
        try {
            return InetAddress.getByName(NETWORK + "7");
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Registered, verified, signed in, with an address and a telephone.
    static Rosamund joins(RunningSouk souk) {
        var rosamund = new Rosamund(souk);
        rosamund.register();
        return rosamund;
    }

    /// What must not be read anywhere once she is gone.
    static List<Trace> traces() {
        return List.of(
                Trace.of(NAME), Trace.of(EMAIL), Trace.of(PASSWORD), Trace.of(PHONE), Trace.of("447700900417"),
                Trace.of(LINE), Trace.of(POSTCODE), Trace.of(NETWORK));
    }

    UUID id() {
        return id;
    }

    Api api() {
        return api;
    }

    private void register() {
        api.post("/customers", Map.of("email", EMAIL, "name", NAME, "password", PASSWORD, "phone", PHONE, "locale", "en-GB"))
                .expect(201);
        signIn();
        id = api.get("/customers/me").expect(200).id("customerId");
        var mail = Await.until("the link to verify the address comes", this::mails, all -> LINK.matcher(all).find());
        var link = LINK.matcher(mail);
        assertThat(link.find()).isTrue();
        api.post("/identity/email-verification", Map.of("token", link.group(1))).expect(204);
        Await.until("the address counts", () -> api.get("/customers/me").json().path("emailVerified").asBoolean());
        api.post("/customers/me/addresses", Map.of("kinds", List.of("SHIPPING", "BILLING"), "address", address())).expect(201);
    }

    /// Now, as exports and erasures want it.
    void signIn() {
        api = api.token(api.post("/oauth/token", Map.of("email", EMAIL, "password", PASSWORD)).expect(200).string("accessToken"));
    }

    private String mails() {
        return souk.as(Role.SUPPORT).get("/notifications/outbox?recipient=" + id).expect(200).text();
    }

    static Map<String, Object> address() {
        return Map.of("recipientName", NAME, "line1", LINE, "city", "London", "postalCode", POSTCODE, "countryCode", "GB",
                "phone", PHONE);
    }

    /// A paid order.
    UUID buys(Product product) {
        var cart = new Cart(api, UUID.randomUUID());
        api.post("/carts", Map.of("cartId", cart.id(), "currency", "GBP")).expect(201);
        cart.with(product, 1);
        api.put(cart.path() + "/delivery", Map.of("address", address(), "shippingMethodId", "standard", "email", EMAIL)).expect(200);
        var quote = api.post(cart.path() + "/quote", null).expect(200);
        var checkout = api.postOnce(cart.path() + "/checkout", Given.checkoutOf(quote, CARD)).expect(202);
        var order = checkout.id("orderId");
        Await.until("the order is paid", () -> api.get("/orders/" + order).json().path("payment").path("status").asString(""),
                "CAPTURED"::equals);
        return order;
    }

    /// The request's id.
    UUID asksFor(String what, Map<String, Object> body) {
        signIn();
        return api.post("/customers/me/" + what, body).expect(202).id("requestId");
    }

    /// The files of her copy.
    Map<String, String> copy(UUID request) throws IOException, InterruptedException {
        Await.until("the copy is ready", () -> api.get("/customers/me/requests/" + request).string("state"), "READY"::equals);
        var call = api.request("GET", "/customers/me/requests/" + request + "/package", null, Map.of()).build();
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(http.send(call, BodyHandlers.ofByteArray()).body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /// Looks of colleagues, who say what for.
    static void isLookedAt(RunningSouk souk, UUID customer, UUID order) {
        var support = souk.as(Role.SUPPORT);
        assertThat(support.get("/customers/" + customer).expect(200).text()).doesNotContain(NAME, EMAIL, LINE);
        for (var path : List.of("/customers/" + customer, "/orders/" + order)) {
            assertThat(support.send("GET", path, null, Map.of("Purpose", "a parcel came back")).expect(200).text()).contains(NAME);
        }
    }

    @Override
    public void close() {
        Objects.requireNonNull(http).close();
    }
}
