package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.postgres.DeadLetter;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Product;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A message that nobody can handle, written past all checks into the catalogue's journal.
@ExtendWith(SoukRuns.class)
class PoisonTest {
    private final RunningSouk souk;
    private final Given given;
    private final Api operator;

    PoisonTest(RunningSouk souk) {
        this.souk = souk;
        given = souk.given();
        operator = souk.as(Role.OPERATOR);
    }

    @Test
    void a_message_that_fails_stops_only_what_belongs_to_it_and_goes_on_when_it_is_repaired() throws Exception {
        var product = given.aProduct();
        var first = write(product.id(), 2, "{\"productId\":\"" + product.id() + "\",\"reason\":");
        var second = write(product.id(), 3, deleted(product));

        var another = given.aProduct();
        assertThat(given.anOrder().lifecycle()).isNotEmpty();

        var letters = Await.until("both are put aside by inventory", () -> parked(product, "inventory"),
                found -> found.size() == 2);
        assertThat(letters).extracting(DeadLetter::id).containsExactlyInAnyOrder(first, second);
        assertThat(letters).filteredOn(letter -> letter.id().equals(first)).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isPositive();
            assertThat(letter.error()).contains("Unreadable");
        });
        assertThat(letters).filteredOn(letter -> letter.id().equals(second)).extracting(DeadLetter::attempts).containsExactly(0);
        assertThat(given.staff().get("/inventory/" + product.sku()).expect(200).json().path("sellable").asBoolean()).isTrue();
        var listed = operator.get("/operations/dead-letters?context=inventory").expect(200).json().path("items");
        assertThat(listed.findValuesAsString("id")).contains(first.toString(), second.toString());

        for (var context : souk.contexts()) {
            repair(context.name(), first, deleted(product));
            if (!parked(product, context.name()).isEmpty()) {
                operator.post("/operations/dead-letters/" + context.name() + "/" + first + "/replay", null).expect(204);
            }
        }

        for (var context : souk.contexts()) {
            Await.until("nothing waits at " + context.name(), () -> parked(product, context.name()), List::isEmpty);
        }
        assertThat(given.staff().get("/inventory/" + product.sku()).expect(200).json().path("sellable").asBoolean()).isFalse();
        assertThat(given.stockOf(another)).isEqualTo(100);
    }

    @Test
    void only_what_failed_can_be_replayed() {
        assertThat(operator.post("/operations/dead-letters/inventory/" + UUID.randomUUID() + "/replay", null).code())
                .isEqualTo("DEAD_LETTER_NOT_FOUND");
        assertThat(operator.post("/operations/dead-letters/nowhere/" + UUID.randomUUID() + "/replay", null).code())
                .isEqualTo("DEAD_LETTER_NOT_FOUND");
    }

    private List<DeadLetter> parked(Product product, String context) {
        return souk.context(context).deadLetters(500).stream()
                .filter(letter -> letter.key().equals(product.id().toString()))
                .toList();
    }

    private static String deleted(Product product) {
        return """
            {"productId":"%s","sku":"%s","reason":"OTHER","deletedAt":"2026-01-31T00:00:00Z"}""".formatted(product.id(), product.sku());
    }

    private UUID write(UUID key, long version, String payload) throws SQLException {
        var id = UUID.randomUUID();
        try (var catalogue = souk.behind().database("souk_product");
                var statement = catalogue.prepareStatement("""
                        with me as materialized (select pg_current_xact_id())
                        insert into journal (id, type, version, key, aggregate_version, occurred_at, correlation_id,
                                             causation_id, actor_kind, actor_id, payload)
                        select ?, 'ProductDeleted', '1.1', ?, ?, now(), ?, ?, 'SYSTEM', 'system', ? from me""")) {
            statement.setObject(1, id);
            statement.setString(2, key.toString());
            statement.setLong(3, version);
            statement.setObject(4, id);
            statement.setObject(5, id);
            statement.setString(6, payload);
            statement.executeUpdate();
        }
        return id;
    }

    private void repair(String context, UUID message, String payload) throws SQLException {
        try (var database = souk.behind().database("souk_" + context);
                var statement = database.prepareStatement("update parked set payload = ? where id = ?")) {
            statement.setString(1, payload);
            statement.setObject(2, message);
            statement.executeUpdate();
        }
    }
}
