package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.postgres.DeadLetter;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Poison;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
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
        var poison = Poison.in(souk, product);
        var first = poison.id();
        var second = poison.behind();

        var another = given.aProduct();
        assertThat(given.anOrder().lifecycle()).isNotEmpty();

        var letters = Await.until("both are put aside by inventory", () -> poison.parked("inventory"),
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

        poison.repair();
        for (var context : souk.contexts()) {
            if (!poison.parked(context.name()).isEmpty()) {
                operator.post("/operations/dead-letters/" + context.name() + "/" + first + "/replay", null).expect(204);
            }
        }

        for (var context : souk.contexts()) {
            Await.until("nothing waits at " + context.name(), () -> poison.parked(context.name()), List::isEmpty);
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
}
