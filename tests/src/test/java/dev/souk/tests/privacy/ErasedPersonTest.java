package dev.souk.tests.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Trace;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Logbook;
import dev.souk.tests.souk.Reply;
import dev.souk.tests.souk.RunningSouk;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Erased means gone (P11): a customer buys, is looked at, gets a copy of everything, goes, and is nowhere any more.
class ErasedPersonTest {
    private static final Set<String> WHO_ANSWERS = Set.of(
            "cart", "checkout", "customer", "identity", "notification", "order", "payment", "pricing", "promotion");

    private static RunningSouk souk() {
        return RunningSouk.start(Map.of(
                "souk.rate-limits.enabled", "false", "customer.erasure.cooling-off", "1s", "customer.erasure.limit", "1s"));
    }

    @Test
    void who_is_erased_is_nowhere_any_more() throws Exception {
        try (var souk = souk();
                var rosamund = Rosamund.joins(souk)) {
            var order = rosamund.buys(souk.given().aProduct());
            noted(souk, order);
            Rosamund.isLookedAt(souk, rosamund.id(), order);
            hasEverything(rosamund.copy(rosamund.asksFor("exports", Map.of())));
            assertThat(Everything.sealed(souk, rosamund.id().toString())).hasSizeGreaterThan(10);

            var certificate = erased(souk, rosamund.asksFor("erasure", Map.of("confirm", "ERASE")));
            certified(certificate);
            isNowhere(souk, rosamund.id());

            souk.replayed();
            isNowhere(souk, rosamund.id());
        }
    }

    /// What staff writes may say anything.
    private static void noted(RunningSouk souk, UUID order) {
        var support = souk.as(Role.SUPPORT);
        support.postOnce("/orders/" + order + "/notes", Map.of("note", Rosamund.NOTE)).expect(201);
        support.post("/orders/" + order + "/hold", Map.of("reason", "ADDRESS_VERIFICATION", "customerMessage", Rosamund.NOTE))
                .expect(200);
        support.postOnce("/orders/" + order + "/cancel", Map.of("reason", "CUSTOMER_REQUESTED", "note", Rosamund.NOTE)).expect(200);
    }

    private static void hasEverything(Map<String, String> copy) {
        assertThat(copy).containsOnlyKeys("data.json", "data.html");
        assertThat(copy.get("data.html")).contains("<html", Rosamund.NAME, Rosamund.EMAIL, Rosamund.LINE);
        var data = copy.get("data.json");
        assertThat(data).contains(
                Rosamund.NAME, Rosamund.EMAIL, Rosamund.PHONE, Rosamund.LINE, Rosamund.POSTCODE, Rosamund.NETWORK, "\"4444\"",
                Rosamund.NOTE, "a parcel came back", "GET /customers/{customerId}", "GET /orders/{orderId}");
        assertThat(StreamSupport.stream(JsonMapper.shared().readTree(data).path("parts").spliterator(), false)
                        .map(part -> part.path("context").asString()))
                .containsExactlyInAnyOrderElementsOf(WHO_ANSWERS);
    }

    private static Reply erased(RunningSouk souk, UUID request) {
        var officer = souk.as(Role.PRIVACY_OFFICER);
        Await.until("the erasure is certified", () -> officer.get("/subject-requests/" + request).string("state"), "COMPLETED"::equals);
        assertThat(officer.get("/subject-requests?state=COMPLETED").text()).contains(request.toString());
        return officer.get("/subject-requests/" + request + "/certificate").expect(200);
    }

    private static void certified(Reply certificate) {
        assertThat(certificate.string("personalKey")).isEqualTo("destroyed");
        assertThat(certificate.number("valuesLookedFor")).isGreaterThan(4);
        assertThat(certificate.number("valuesFound")).isZero();
        assertThat(StreamSupport.stream(certificate.json().path("parts").spliterator(), false)
                        .map(part -> part.path("context").asString()))
                .containsExactlyInAnyOrderElementsOf(WHO_ANSWERS);
    }

    private static void isNowhere(RunningSouk souk, UUID person) throws SQLException {
        assertThat(Everything.holding(souk, List.of(Trace.of(person.toString())))).as("the search finds what is there").isNotEmpty();
        assertThat(Everything.holding(souk, Rosamund.traces())).isEmpty();
        assertThat(Everything.saying(souk, "4444")).isEmpty();
        assertThat(Logbook.holding(Rosamund.traces())).isEmpty();
        assertThat(souk.as(Role.SUPPORT).get("/notifications/outbox?recipient=" + person).json().path("messages")).isEmpty();
        var vault = souk.platform().vault();
        assertThat(Everything.sealed(souk, person.toString())).isNotEmpty().allSatisfy(text ->
                assertThat(vault.open(new Sealed<Object>(text), Object.class)).isEmpty());
        assertThatThrownBy(() -> vault.seal(person, "again")).isInstanceOf(Vault.SubjectErased.class);
        var shown = souk.as(Role.PRIVACY_OFFICER).get("/customers/" + person).expect(200);
        assertThat(shown.string("status")).isEqualTo("ERASED");
    }
}
