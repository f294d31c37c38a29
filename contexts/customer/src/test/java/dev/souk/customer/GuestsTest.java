package dev.souk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.Address;
import dev.souk.contracts.customer.CustomerErased;
import dev.souk.contracts.customer.GuestClaimed;
import dev.souk.contracts.customer.ListCustomers;
import dev.souk.contracts.identity.EmailVerified;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.customer.http.AccountRoutes.Claimed;
import dev.souk.customer.http.AccountRoutes.Orders;
import dev.souk.customer.http.Requests.Erase;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestsTest {
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    private UUID guestBuys(String email) {
        var guest = shop.souk.vault().newcomer();
        shop.souk.deliver(submitted(guest, email), submitted(guest, email));
        shop.buys(guest, 5_000);
        return guest;
    }

    private OrderSubmitted submitted(UUID guest, String email) {
        Sealed<Address> address = shop.souk.vault().seal(guest, Shop.HOME);
        return new OrderSubmitted(
                UUID.randomUUID(), guest, 5_000, "GBP", UUID.randomUUID(), UUID.randomUUID(), List.of(), List.of(), address, "GB",
                shop.souk.vault().seal(guest, email), shop.souk.clock().instant());
    }

    private void verify(UUID customer) {
        shop.souk.deliver(new EmailVerified(customer, shop.souk.clock().instant(), null));
    }

    private Orders orders(UUID customer) {
        return shop.souk.call(TestPlatform.customer(customer), "GET", "/customers/me/orders", null).body(Orders.class);
    }

    @Test
    void a_proved_address_claims_what_was_ordered_with_it_as_a_guest() {
        var guest = guestBuys("Ada@Example.com");
        guestBuys("bob@example.com");
        var ada = shop.customer("ada@example.com");
        assertThat(orders(ada).orders()).isEmpty();
        verify(ada);
        verify(ada);
        assertThat(shop.souk.published(GuestClaimed.class)).extracting(GuestClaimed::guestId, GuestClaimed::customerId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(guest, ada));
        assertThat(orders(ada).orders()).hasSize(1);
        assertThat(orders(ada).spentInTwelveMonths()).containsEntry("GBP", 5_000L);
        assertThat(shop.points(ada).balance()).isEqualTo(5);
    }

    @Test
    void later_guest_orders_are_claimed_when_they_are_asked_for() {
        var ada = shop.customer("ada@example.com");
        guestBuys("ada@example.com");
        var claim = "/customers/me/claims";
        assertThat(shop.souk.call(TestPlatform.customer(ada), "POST", claim, null).code()).isEqualTo("EMAIL_NOT_VERIFIED");
        verify(ada);
        guestBuys("ada@example.com");
        assertThat(shop.souk.call(TestPlatform.customer(ada), "POST", claim, null).body(Claimed.class).guests()).isEqualTo(1);
        assertThat(orders(ada).orders()).hasSize(2);
    }

    @Test
    void staff_finds_a_guest_by_the_whole_address() {
        var guest = guestBuys("ada@example.com");
        var found = shop.souk.call(TestPlatform.staff(Role.SUPPORT), "GET", "/customers?q=ada@example.com", null)
                .body(ListCustomers.Page.class);
        assertThat(found.customers()).singleElement().satisfies(row -> {
            assertThat(row.customerId()).isEqualTo(guest);
            assertThat(row.kind()).isEqualTo("GUEST");
            assertThat(row.email()).isEqualTo("a***@e***.com");
        });
    }

    @Test
    void who_is_erased_is_erased_as_the_guest_that_she_was_too() {
        var guest = guestBuys("ada@example.com");
        var ada = shop.customer("ada@example.com");
        verify(ada);
        shop.souk.call(shop.signedIn(ada), "POST", "/customers/me/erasure", new Erase(null, "ERASE"));
        shop.souk.clock().advance(Duration.ofDays(31));
        shop.souk.sweep("subject-requests");
        shop.souk.settle();
        assertThat(shop.souk.published(CustomerErased.class)).extracting(CustomerErased::customerId)
                .containsExactlyInAnyOrder(ada, guest);
        shop.souk.deliver(submitted(UUID.randomUUID(), "someone@example.com"));
        int nameless = shop.souk.read(tx -> tx.sql("select count(*)::int as n from guest where email is null")
                .one(r -> r.integer("n")));
        assertThat(nameless).isEqualTo(1);
    }
}
