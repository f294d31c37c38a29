package dev.souk.tests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.postgres.DeadLetter;
import dev.souk.platform.route.Form;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Journals;
import dev.souk.tests.souk.Reply;
import dev.souk.tests.souk.RunningSouk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every declared route with bodies, paths, parameters and headers that nobody should send. On a platform of its own,
/// because some of it is allowed and stays.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MangledRequestsTest {
    private static final List<String> VALUES = List.of(
            "-1", "99999999999999999999", "x", "%00", "%FF", "'--", "00000000-0000-0000-0000-000000000000",
            "-999999999-01-01T00%3A00%3A00Z", "P99999999999D");
    private static final List<Map<String, String>> HEADERS = List.of(
            Map.of("If-Match", "1"), Map.of("If-Match", "\"x\""), Map.of("If-Match", "\"99999999999999999999\""),
            Map.of("If-Match", "\"-1\""), Map.of("Idempotency-Key", "k".repeat(300)), Map.of("Idempotency-Key", "a b"),
            Map.of("Cart-Token", "t".repeat(5_000)), Map.of("Correlation-Id", "x".repeat(500)),
            Map.of("traceparent", "00-zz"), Map.of("Accept", "image/png"), Map.of("If-None-Match", "*"));

    private final Samples samples = new Samples();
    private final Map<String, String> places = new HashMap<>();
    private final RunningSouk souk = RunningSouk.start(Map.of("souk.rate-limits.enabled", "false"));
    private final Api everybody = souk.as(Role.values());

    MangledRequestsTest() {
        var given = souk.given();
        var order = given.aPaidOrder(UUID.randomUUID());
        var opened = everybody.post("/carts", Map.of("currency", "GBP")).expect(201);
        places.put("productId", given.aProduct().id().toString());
        places.put("sku", order.product().sku());
        places.put("orderId", order.id().toString());
        places.put("paymentId", order.paymentId().toString());
        places.put("checkoutId", order.now().string("checkoutId"));
        places.put("cartId", opened.string("cartId"));
        places.put("priceListId", UUID.randomUUID().toString());
        places.put("context", "order");
    }

    @AfterAll
    void stop() throws IOException {
        souk.close();
    }

    @Test
    void a_body_that_is_no_document_of_the_declared_form_is_refused_and_changes_nothing() {
        var before = Journals.of(souk);
        var wrong = new ArrayList<String>();
        withBody().forEach(route -> {
            expect(wrong, route, "{", 400, "MALFORMED_JSON");
            expect(wrong, route, "{\"a\":1}}", 400, "UNKNOWN_FIELD", "MALFORMED_JSON", "WRONG_TYPE", "INVALID_VALUE");
            expect(wrong, route, "{}{}", 400, "MALFORMED_JSON", "INVALID_VALUE", "WRONG_TYPE");
            expect(wrong, route, "[]", 400, "WRONG_TYPE");
            expect(wrong, route, "\"text\"", 400, "WRONG_TYPE", "INVALID_VALUE");
            expect(wrong, route, "17", 400, "WRONG_TYPE", "INVALID_VALUE");
            expect(wrong, route, "null", 400, "BODY_REQUIRED");
            expect(wrong, route, "", 400, "BODY_REQUIRED");
            expect(wrong, route, "{\"no such member\":1}", 400, "UNKNOWN_FIELD", "WRONG_TYPE", "INVALID_VALUE");
            expect(wrong, route, "[".repeat(20_000), 400, "MALFORMED_JSON", "WRONG_TYPE");
            expect(wrong, route, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, 400, "MALFORMED_JSON",
                    "UNKNOWN_FIELD");
            expect(wrong, route, huge(route), 413, "BODY_TOO_LARGE");
        });
        assertThat(wrong).isEmpty();
        assertThat(Journals.of(souk)).isEqualTo(before);
    }

    @Test
    void a_body_that_does_not_say_that_it_is_json_is_refused() {
        assertThat(withBody()).allSatisfy(route -> {
            var reply = everybody.send(route.method(), path(route), "{}", headers(Map.of("Content-Type",
                    "text/plain")));
            assertThat(reply.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        });
    }

    @Test
    void no_single_value_makes_an_error_of_ours_and_what_is_accepted_can_be_handled_by_all() {
        var wrong = new ArrayList<String>();
        for (var route : withBody()) {
            for (var body : Mangled.of(samples.of(route.body()))) {
                judge(wrong, route, everybody.send(route.method(), path(route), body, headers(Map.of())), body);
            }
        }
        assertThat(wrong).isEmpty();
        nothingParked();
    }

    @Test
    void no_parameter_makes_an_error_of_ours() {
        var wrong = new ArrayList<String>();
        reading().forEach(route -> route.query().forEach(known -> VALUES.forEach(value -> judge(
                wrong, route, everybody.get(path(route) + "?" + known.name() + "=" + value), known.name() + "=" + value))));
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_number_beyond_what_its_parameter_says_is_refused() {
        var wrong = new ArrayList<String>();
        reading().forEach(route -> route.query().forEach(known -> {
            for (var beyond : beyond(known)) {
                var reply = everybody.get(path(route) + "?" + known.name() + "=" + beyond);
                if (reply.status() != 400 && reply.status() != 404) {
                    wrong.add(described(route, known.name() + "=" + beyond, reply));
                }
            }
        }));
        assertThat(wrong).isEmpty();
    }

    private static List<Long> beyond(Parameter known) {
        var most = known.most();
        return known.kind() != Parameter.Kind.NUMBER || most == null || most >= Integer.MAX_VALUE
                ? List.of()
                : List.of(-1L, most + 1);
    }

    @Test
    void a_parameter_that_is_not_declared_is_refused_everywhere() {
        var before = Journals.of(souk);
        var wrong = new ArrayList<String>();
        souk.routes().filter(route -> !route.lenient()).filter(MangledRequestsTest::answers).forEach(route -> {
            Object body = route.body() == Void.class ? null : samples.of(route.body()).toString();
            var reply = everybody.send(route.method(), path(route) + "?limmit=1", body, headers(Map.of()));
            if (!reply.code().equals("UNKNOWN_PARAMETER")) {
                wrong.add(described(route, "limmit=1", reply));
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(Journals.of(souk)).isEqualTo(before);
    }

    @Test
    void no_segment_of_a_path_makes_an_error_of_ours() {
        var wrong = new ArrayList<String>();
        souk.routes().filter(route -> route.path().contains("{")).filter(MangledRequestsTest::answers).forEach(route -> {
            for (var segment : List.of("x", "0", "-1", "%00", "%20", "%25", "%E2%82%AC", "'--", "a".repeat(3_000),
                    "1-1-1-1-1")) {
                var path = route.path().replaceAll("\\{[^}]*}", segment);
                Object body = route.body() == Void.class ? null : samples.of(route.body()).toString();
                judge(wrong, route, everybody.send(route.method(), path, body, headers(Map.of())), path);
            }
        });
        assertThat(wrong).isEmpty();
        nothingParked();
    }

    @Test
    void no_header_makes_an_error_of_ours() {
        var wrong = new ArrayList<String>();
        souk.routes().filter(MangledRequestsTest::answers).forEach(route -> HEADERS.forEach(headers -> {
            Object body = route.body() == Void.class ? null : samples.of(route.body()).toString();
            judge(wrong, route, everybody.send(route.method(), path(route), body, headers(headers)),
                    headers.toString());
        }));
        assertThat(wrong).isEmpty();
        nothingParked();
    }

    private static boolean answers(Route<?, ?> route) {
        return !(route.action() instanceof Route.Action.Streams<?, ?>) && route.body() != byte[].class && route.body() != Form.class;
    }

    private List<Route<?, ?>> withBody() {
        return souk.routes().filter(route -> route.body().isRecord() && route.body() != Form.class).toList();
    }

    private List<Route<?, ?>> reading() {
        return souk.routes().filter(route -> route.method().equals("GET")).filter(MangledRequestsTest::answers)
                .filter(route -> !route.path().startsWith("//")).toList();
    }

    private String path(Route<?, ?> route) {
        var path = route.path();
        for (var place : places.entrySet()) {
            path = path.replace("{" + place.getKey() + "}", place.getValue());
        }
        return path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    private static Map<String, String> headers(Map<String, String> some) {
        var all = new HashMap<String, String>();
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        all.putAll(some);
        return all;
    }

    private static byte[] huge(Route<?, ?> route) {
        var bytes = new byte[route.bodyLimit() + 1];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }

    private void expect(List<String> wrong, Route<?, ?> route, Object body, int status, String... codes) {
        var reply = everybody.send(route.method(), path(route), body, headers(Map.of()));
        if (reply.status() != status || !List.of(codes).contains(reply.code())) {
            wrong.add(described(route, shown(body), reply));
        }
    }

    private static String shown(Object body) {
        var text = body instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : body.toString();
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }

    private static void judge(List<String> wrong, Route<?, ?> route, Reply reply, String sent) {
        var page = reply.headers().firstValue("Content-Type").orElse("").startsWith("text/html"); // says it in words
        if (reply.status() >= 500 || (reply.status() >= 400 && !page && !reply.code().matches("[A-Z][A-Z0-9_]+"))) {
            wrong.add(described(route, shown(sent), reply));
        }
    }

    private static String described(Route<?, ?> route, String sent, Reply reply) {
        return route.method() + " " + route.path() + " with " + sent + " -> " + reply.status() + " " + reply.text();
    }

    private void nothingParked() {
        Await.until("everything is handled", () -> souk.platform().quiet());
        for (var context : souk.contexts()) {
            assertThat(context.deadLetters(20)).as(context.name()).extracting(DeadLetter::error).isEmpty();
        }
    }
}
