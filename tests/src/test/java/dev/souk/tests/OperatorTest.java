package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// What operators see of a running platform, and do to it.
@ExtendWith(SoukRuns.class)
class OperatorTest {
    private final Given given;
    private final Api operator;
    private final Api auditor;

    OperatorTest(RunningSouk souk) {
        this.given = souk.given();
        this.operator = souk.as(Role.OPERATOR);
        this.auditor = souk.as(Role.AUDITOR);
    }

    @Test
    void an_order_is_followed_from_its_cart_to_its_mail_by_any_of_its_names() {
        var order = given.anOrder();
        var byNumber = Await.until("the mail is on its way", () -> operator.get("/operations/journeys/" + order.confirmation()).expect(200),
                found -> found.json().path("steps").findValuesAsString("type").contains("NotificationSent"));

        var types = byNumber.json().path("steps").findValuesAsString("type");
        assertThat(types).containsSubsequence(
                "CartCreated", "CartCheckedOut", "CheckoutStarted", "ReserveInventory", "InventoryReserved", "AuthorizePayment",
                "PaymentAuthorized", "CreateOrder", "OrderCreated", "CheckoutCompleted");
        var related = byNumber.json().path("related").findValuesAsString("id");
        assertThat(related).contains(order.id().toString(), order.confirmation());
        for (var id : related.subList(1, 5)) {
            assertThat(operator.get("/operations/journeys/" + id).expect(200).json().path("steps").findValuesAsString("type"))
                    .as(id).contains("OrderCreated", "PaymentAuthorized");
        }
        assertThat(byNumber.json().path("course").path("checkout").path("state").asString()).isEqualTo("COMPLETED");
        assertThat(byNumber.text()).doesNotContain("Ada", "ada@shop.example");
    }

    @Test
    void a_message_is_shown_without_personal_values() {
        var order = given.anOrder();
        var steps = operator.get("/operations/journeys/" + order.id()).expect(200).json().path("steps");
        for (var step : steps) {
            if (step.path("type").asString().equals("CartCheckedOut")) {
                var text = auditor.get("/operations/messages/cart/" + step.path("position").asLong()).expect(200);
                assertThat(text.string("payload")).contains("\u2022\u2022\u2022").doesNotContain("Ada", "ada@", "s1.");
                return;
            }
        }
        throw new AssertionError("the cart was never checked out");
    }

    @Test
    void nothing_is_known_of_what_never_was() {
        assertThat(operator.get("/operations/journeys/" + UUID.randomUUID()).code()).isEqualTo("JOURNEY_NOT_FOUND");
        assertThat(operator.get("/operations/journeys/ORD-99999999").code()).isEqualTo("JOURNEY_NOT_FOUND");
        assertThat(operator.get("/operations/messages/cart/99999999999").code()).isEqualTo("MESSAGE_NOT_FOUND");
        assertThat(operator.get("/operations/messages/cart/x").code()).isEqualTo("MESSAGE_NOT_FOUND");
    }

    @Test
    void a_worker_is_paused_with_a_reason_and_goes_on() {
        assertThat(operator.post("/operations/consumers/notification/pause", Map.of("reason", " ")).code()).isEqualTo("INVALID_REASON");
        assertThat(operator.post("/operations/consumers/nobody/pause", Map.of("reason", "because")).code()).isEqualTo("CONTEXT_NOT_FOUND");
        assertThat(auditor.post("/operations/consumers/notification/pause", Map.of("reason", "because")).status()).isEqualTo(403);
        operator.post("/operations/consumers/notification/pause", Map.of("reason", "the mail server moves")).expect(200);
        try {
            var order = given.anOrder();
            var journey = Await.until("the order waits at notification", () -> operator.get("/operations/journeys/" + order.id()).expect(200),
                    found -> found.text().contains("\"context\":\"notification\",\"state\":\"WAITING\""));
            assertThat(journey.json().path("steps").findValuesAsString("type")).doesNotContain("NotificationSent");
            assertThat(operator.get("/operations/map").expect(200).text()).contains("the mail server moves");
        } finally {
            operator.post("/operations/consumers/notification/resume", null).expect(204);
        }
        var audited = auditor.get("/operations/audit?context=notification&limit=200").expect(200).json().path("items");
        assertThat(audited.findValuesAsString("action")).contains("PAUSE_CONSUMER", "RESUME_CONSUMER");
    }

    @Test
    void the_books_add_up() {
        given.anOrder();
        var report = Await.until("everything holds", () -> operator.post("/operations/checks", null).expect(200),
                found -> found.json().path("findings").findValuesAsString("verdict").stream().allMatch("HOLDS"::equals));
        assertThat(report.json().path("findings").findValuesAsString("name"))
                .contains("stock", "reservations", "totals", "postings", "counters", "money", "units");
        assertThat(auditor.get("/operations/checks").expect(200).json().path("findings").size()).isGreaterThan(6);
    }

    @Test
    void a_read_model_is_made_again_in_the_background_and_is_the_same() {
        given.aProduct();
        var path = "/operations/read-models/product/availability/rebuild";
        assertThat(auditor.post(path, null).status()).isEqualTo(403);
        assertThat(operator.post("/operations/read-models/product/nothing/rebuild", null).code()).isEqualTo("READ_MODEL_NOT_FOUND");
        Await.until("nobody else has it made", () -> operator.post(path + "?background=true", null), begun -> begun.status() == 202);
        var last = Await.until("it is made", this::availability, model -> !model.path("running").asBoolean()).path("last");
        assertThat(last.path("differing").asLong(-1)).isZero();
        assertThat(last.path("digest")).isEqualTo(last.path("rebuiltDigest"));
    }

    private JsonNode availability() {
        return auditor.get("/operations/read-models").expect(200).json().path("items").valueStream()
                .filter(model -> model.path("model").asString().equals("availability"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_message_is_explained_by_its_contract() {
        var contracts = auditor.get("/operations/contracts").expect(200).json().path("items");
        assertThat(contracts.size()).isGreaterThan(100);
        for (var contract : contracts) {
            var name = contract.path("name").asString() + "/" + contract.path("version").asString();
            var detail = auditor.get("/operations/contracts/" + name).expect(200);
            if (contract.path("kind").asString().equals("event")) {
                assertThat(detail.json().path("example").asString("")).as(name).isNotEmpty();
                assertThat(contract.path("from").size()).as(name).isPositive();
            }
        }
        assertThat(auditor.get("/operations/contracts/NoSuchThing/1.0").code()).isEqualTo("CONTRACT_NOT_FOUND");
    }

    @Test
    void faults_of_the_provider_are_switched_on_and_off() {
        assertThat(operator.put("/operations/provider/faults", Map.of("decline", 7)).code()).isEqualTo("INVALID_FAULTS");
        operator.put("/operations/provider/faults", Map.of("webhookDuplicate", 0.5)).expect(200);
        try {
            assertThat(auditor.get("/operations/provider/faults").expect(200).json().path("webhookDuplicate").asDouble()).isEqualTo(0.5);
            assertThat(auditor.put("/operations/provider/faults", Map.of()).status()).isEqualTo(403);
        } finally {
            operator.put("/operations/provider/faults", Map.of()).expect(200);
        }
        assertThat(auditor.get("/operations/provider/faults").expect(200).json().path("webhookDuplicate").asDouble()).isZero();
    }
}
