package dev.souk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.ConsentChanged;
import dev.souk.contracts.customer.CustomerPreferencesUpdated;
import dev.souk.contracts.customer.CustomerProfileUpdated;
import dev.souk.contracts.customer.CustomerStatusChanged;
import dev.souk.contracts.customer.CustomerUpdated;
import dev.souk.contracts.customer.EmailChangeRequested;
import dev.souk.contracts.customer.GetCustomer.Customer;
import dev.souk.contracts.customer.ListCustomers;
import dev.souk.contracts.identity.EmailVerified;
import dev.souk.customer.http.AddressRoutes.Book;
import dev.souk.customer.http.Requests.Agreed;
import dev.souk.customer.http.Requests.Because;
import dev.souk.customer.http.Requests.ChangedAddress;
import dev.souk.customer.http.Requests.ChangedPreferences;
import dev.souk.customer.http.Requests.NewAddress;
import dev.souk.customer.http.Requests.Update;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private final Shop shop = new Shop();
    private final UUID ada = shop.customer("ada@example.com");

    @AfterEach
    void close() {
        shop.close();
    }

    private TestAnswer asAda(String method, String path, @Nullable Object body) {
        return shop.souk.call(TestPlatform.customer(ada), method, path, body);
    }

    @Test
    void me_is_the_caller_and_another_customer_is_unknown() {
        var bob = shop.customer("bob@example.com");
        assertThat(shop.souk.call(TestPlatform.customer(ada), "GET", "/customers/me", null).body(Customer.class).email())
                .isEqualTo("ada@example.com");
        for (var path : List.of("", "/addresses", "/points", "/orders", "/benefits", "/requests")) {
            assertThat(shop.souk.call(TestPlatform.customer(ada), "GET", "/customers/" + bob + path, null).code())
                    .as(path).isEqualTo("UNKNOWN_CUSTOMER");
        }
    }

    @Test
    void staff_sees_a_profile_masked_and_finds_it_by_its_whole_address() {
        var support = TestPlatform.staff(Role.SUPPORT);
        asAda("POST", "/customers/me/addresses", new NewAddress(null, Shop.HOME, List.of("SHIPPING"), null));
        var seen = shop.souk.call(support, "GET", "/customers/" + ada, null).body(Customer.class);
        assertThat(seen.email()).isEqualTo("a***@e***.com");
        assertThat(seen.name()).isEqualTo("A. L.");
        assertThat(seen.addresses().getFirst().address().line1()).isEqualTo("***");
        assertThat(seen.toString()).doesNotContain("Lovelace", "7946", "SW1Y");
        var why = Map.of("Purpose", "asked where her parcel is");
        var clear = shop.souk.call(support, "GET", "/customers/" + ada, null, why).body(Customer.class);
        assertThat(clear.name()).isEqualTo("Ada Lovelace");
        assertThat(shop.souk.call(support, "GET", "/customers/" + ada + "/addresses", null, why).body(Book.class).addresses())
                .first().satisfies(entry -> assertThat(entry.address()).isEqualTo(Shop.HOME));
        assertThat(shop.souk.call(support, "GET", "/customers", null, why).body(ListCustomers.Page.class).toString())
                .doesNotContain("Lovelace");

        var found = shop.souk.call(support, "GET", "/customers?q=ADA@example.com", null).body(ListCustomers.Page.class);
        assertThat(found.customers()).extracting(ListCustomers.Row::customerId).containsExactly(ada);
        assertThat(shop.souk.call(support, "GET", "/customers?q=ada", null).body(ListCustomers.Page.class).customers()).isEmpty();
        assertThat(shop.souk.call(support, "GET", "/customers?cursor=x", null).code()).isEqualTo("INVALID_CURSOR");
    }

    @Test
    void lists_go_on_where_a_page_ended() {
        shop.customer("bob@example.com");
        shop.customer("cy@example.com");
        var support = TestPlatform.staff(Role.SUPPORT);
        var first = shop.souk.call(support, "GET", "/customers?limit=2&status=ACTIVE", null).body(ListCustomers.Page.class);
        var second = shop.souk.call(support, "GET", "/customers?limit=2&cursor=" + first.nextCursor(), null)
                .body(ListCustomers.Page.class);
        assertThat(first.customers()).hasSize(2);
        assertThat(second.customers()).hasSize(1).doesNotContainAnyElementsOf(first.customers());
    }

    @Test
    void a_changed_name_is_told_once_more_in_the_old_form() {
        var changed = asAda("PATCH", "/customers/me", new Update(null, "Ada King", "", null, null, 1L)).body(Customer.class);
        assertThat(changed.name()).isEqualTo("Ada King");
        var told = shop.souk.published(CustomerProfileUpdated.class).getFirst();
        assertThat(told.changedFields()).containsExactly("name", "phone");
        assertThat(shop.souk.published(CustomerUpdated.class)).hasSize(1);
        assertThat(asAda("PATCH", "/customers/me", new Update(null, "Late", null, null, null, 1L)).code()).isEqualTo("STALE_VERSION");
    }

    @Test
    void a_new_address_counts_once_it_is_verified() {
        var pending = asAda("PATCH", "/customers/me", new Update("Countess@example.org", null, null, null, null, null))
                .body(Customer.class);
        assertThat(pending.email()).isEqualTo("ada@example.com");
        assertThat(pending.pendingEmail()).isEqualTo("countess@example.org");
        var asked = shop.souk.published(EmailChangeRequested.class).getFirst();

        shop.souk.deliver(new EmailVerified(ada, shop.souk.clock().instant(), asked.email()));
        assertThat(shop.profile(ada).email()).isEqualTo("countess@example.org");
        assertThat(shop.profile(ada).pendingEmail()).isNull();
        assertThat(shop.profile(ada).emailVerified()).isTrue();
        assertThat(shop.souk.published(CustomerProfileUpdated.class).getLast().changedFields()).containsExactly("email");
    }

    @Test
    void an_address_that_somebody_else_proved_first_is_given_up() {
        asAda("PATCH", "/customers/me", new Update("both@example.org", null, null, null, null, null));
        shop.customer("both@example.org");
        shop.souk.deliver(new EmailVerified(
                ada, shop.souk.clock().instant(), shop.souk.published(EmailChangeRequested.class).getFirst().email()));
        assertThat(shop.profile(ada).email()).isEqualTo("ada@example.com");
        assertThat(shop.profile(ada).pendingEmail()).isNull();
    }

    @Test
    void the_first_address_of_a_kind_is_its_default_and_stays_until_another_is() {
        var home = UUID.randomUUID();
        var work = UUID.randomUUID();
        asAda("POST", "/customers/me/addresses", new NewAddress(home, Shop.HOME, List.of("SHIPPING", "BILLING"), null));
        shop.souk.clock().advance(Duration.ofSeconds(1));
        var book = asAda("POST", "/customers/me/addresses", new NewAddress(work, Shop.HOME, List.of("SHIPPING"), null))
                .body(Book.class).addresses();
        assertThat(book).extracting(e -> e.defaultFor()).containsExactly(List.of("BILLING", "SHIPPING"), List.of());
        assertThat(asAda("DELETE", "/customers/me/addresses/" + home, null).code()).isEqualTo("DEFAULT_ADDRESS");

        asAda("PATCH", "/customers/me/addresses/" + work, new ChangedAddress(null, null, true));
        asAda("DELETE", "/customers/me/addresses/" + home, null).body(Book.class);
        assertThat(asAda("DELETE", "/customers/me/addresses/" + work, null).body(Book.class).addresses()).isEmpty();
        assertThat(asAda("DELETE", "/customers/me/addresses/" + work, null).code()).isEqualTo("UNKNOWN_ADDRESS");
    }

    @Test
    void an_address_of_somebody_else_is_not_there() {
        var home = UUID.randomUUID();
        asAda("POST", "/customers/me/addresses", new NewAddress(home, Shop.HOME, List.of("SHIPPING"), null));
        var bob = TestPlatform.customer(shop.customer("bob@example.com"));
        assertThat(shop.souk.call(bob, "DELETE", "/customers/me/addresses/" + home, null).code()).isEqualTo("UNKNOWN_ADDRESS");
    }

    @Test
    void preferences_are_kept_against_their_version() {
        var wanted = new ChangedPreferences("de", "EUR", Map.of("ORDER_CONFIRMED", List.of("EMAIL", "SMS")), 0L);
        var after = asAda("PATCH", "/customers/me/preferences", wanted).body(Customer.class).preferences();
        assertThat(after.version()).isEqualTo(1);
        assertThat(after.notifications()).containsEntry("ORDER_CONFIRMED", List.of("EMAIL", "SMS"));
        assertThat(asAda("PATCH", "/customers/me/preferences", wanted).code()).isEqualTo("STALE_VERSION");
        assertThat(shop.souk.published(CustomerPreferencesUpdated.class)).hasSize(1);
    }

    @Test
    void consents_are_only_ever_added_and_the_last_one_counts() {
        asAda("POST", "/customers/me/consents", new Agreed("MARKETING", true, "v1"));
        asAda("POST", "/customers/me/consents", new Agreed("MARKETING", true, "v1"));
        var now = asAda("POST", "/customers/me/consents", new Agreed("MARKETING", false, "v1")).body(Customer.class);
        assertThat(now.consents()).singleElement().satisfies(consent -> assertThat(consent.granted()).isFalse());
        assertThat(shop.souk.published(ConsentChanged.class)).extracting(ConsentChanged::granted).containsExactly(true, false);
    }

    @Test
    void a_closed_account_changes_no_more() {
        var support = TestPlatform.staff(Role.SUPPORT);
        assertThat(shop.souk.call(support, "POST", "/customers/" + ada + "/suspend", new Because("fraud")).body(Customer.class).status())
                .isEqualTo("SUSPENDED");
        shop.souk.call(support, "POST", "/customers/" + ada + "/reactivate", new Because("cleared")).body(Customer.class);
        shop.souk.call(support, "PATCH", "/customers/" + ada, new Update(null, null, null, null, "CLOSED", null)).body(Customer.class);
        assertThat(shop.souk.call(support, "POST", "/customers/" + ada + "/reactivate", new Because("again")).code())
                .isEqualTo("STATUS_NOT_POSSIBLE");
        assertThat(asAda("PATCH", "/customers/me", new Update(null, "X", null, null, null, null)).code())
                .isEqualTo("CUSTOMER_NOT_ACTIVE");
        assertThat(shop.souk.published(CustomerStatusChanged.class)).extracting(CustomerStatusChanged::newStatus)
                .containsExactly("SUSPENDED", "ACTIVE", "CLOSED");
    }
}
