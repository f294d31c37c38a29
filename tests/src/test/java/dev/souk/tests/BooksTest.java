package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.bench.check.Conservation;
import dev.souk.bench.check.Finding;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The books after a day's trade: goods, money, coupons and messages, compared with one another and with the provider's
/// own. Comes last, so that everything the other tests have done to the shop is in them.
@ExtendWith(SoukRuns.class)
@Order(Integer.MAX_VALUE)
class BooksTest {
    private final RunningSouk souk;
    private final Given given;

    BooksTest(RunningSouk souk) {
        this.souk = souk;
        given = souk.given();
    }

    @Test
    void everything_adds_up_at_the_end_of_the_day() throws Exception {
        for (var card : List.of(Given.CARD, "tok_declined", "tok_insufficient_funds", "tok_expired")) {
            given.aCheckout(given.aGuestCart(given.aProduct()), card).ended();
        }
        var cancelled = given.aPaidOrder(UUID.randomUUID());
        cancelled.owner().postOnce("/orders/" + cancelled.id() + "/cancel", Map.of()).expect(200);
        var refunded = given.aPaidOrder(UUID.randomUUID());
        souk.as(Role.FINANCE).postOnce("/payments/" + refunded.paymentId() + "/refunds",
                Map.of("amount", 1, "currency", "GBP", "reason", "a penny for your thoughts")).expect(201);
        Await.until("the penny is back", refunded::payment, "PARTLY_REFUNDED"::equals);

        var books = Conservation.of(souk.behind()).awaitSettled(Duration.ofSeconds(15));

        assertThat(books.findings()).hasSizeGreaterThan(10);
        assertThat(books.findings()).filteredOn(finding -> finding.invariant().equals("I11")).extracting(Finding::figures)
                .anySatisfy(figures -> assertThat(figures).contains("product/availability"));
        assertThat(books.findings()).filteredOn(finding -> !finding.holds()).extracting(Finding::toString).isEmpty();
    }

    @Test
    void a_checkout_that_waits_for_its_shopper_is_open_and_not_broken() throws Exception {
        var checkout = given.aCheckout(given.aGuestCart(given.aProduct()), "tok_3ds");
        checkout.settled();

        var books = Conservation.of(souk.behind()).awaitSettled(Duration.ofSeconds(15));

        assertThat(books.findings()).filteredOn(finding -> !finding.holds()).extracting(Finding::toString).isEmpty();
        assertThat(books.findings()).filteredOn(finding -> finding.invariant().equals("I12"))
                .flatExtracting(Finding::open)
                .anySatisfy(open -> assertThat(open).contains(checkout.id().toString(), "waits for its shopper until"));
    }
}
