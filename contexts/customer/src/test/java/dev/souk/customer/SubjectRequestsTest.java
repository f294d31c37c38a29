package dev.souk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.CustomerErased;
import dev.souk.contracts.customer.CustomerStatusChanged;
import dev.souk.contracts.customer.DataExportCompleted;
import dev.souk.contracts.customer.DataExportPartReady;
import dev.souk.contracts.customer.DataExportRequested;
import dev.souk.contracts.customer.ErasureCompleted;
import dev.souk.contracts.customer.ErasurePartCompleted;
import dev.souk.contracts.customer.GetSubjectRequest;
import dev.souk.contracts.customer.SubjectRequestOverdue;
import dev.souk.customer.http.Requests.Erase;
import dev.souk.customer.http.Requests.Export;
import dev.souk.customer.db.RequestParts;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.customer.http.Requests.NewAddress;
import dev.souk.customer.http.SubjectRoutes;
import dev.souk.platform.messaging.Audited;
import dev.souk.platform.messaging.Trace;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubjectRequestsTest {
    private final Shop shop = new Shop(Map.of("customer.subject-request.contexts", "customer, cart"));
    private final UUID ada = shop.customer("ada@example.com");

    @AfterEach
    void close() {
        shop.close();
    }

    private TestAnswer ask(String what, Object body) {
        return shop.souk.call(shop.signedIn(ada), "POST", "/customers/me/" + what, body);
    }

    private GetSubjectRequest.Request request(UUID id) {
        return shop.souk.ask(new GetSubjectRequest(id)).orElseThrow();
    }

    private UUID erasure() {
        return ask("erasure", new Erase(null, "ERASE")).body(GetSubjectRequest.Request.class).requestId();
    }

    private void cartAnswers(UUID request) {
        shop.souk.deliver(new ErasurePartCompleted(request, ada, "cart", 3, 0, 0, null, "digest of cart"));
    }

    @Test
    void a_copy_holds_what_every_context_has_and_only_its_owner_opens_it() throws IOException {
        shop.souk.call(shop.signedIn(ada), "POST", "/customers/me/addresses",
                new NewAddress(null, Shop.HOME, List.of("SHIPPING"), null));
        var id = ask("exports", new Export(null)).body(GetSubjectRequest.Request.class).requestId();
        shop.souk.settle();
        assertThat(shop.souk.published(DataExportRequested.class)).hasSize(1);
        assertThat(ask("exports", new Export(null)).body(GetSubjectRequest.Request.class).requestId()).isEqualTo(id);
        assertThat(request(id).state()).isEqualTo("COLLECTING");

        var json = "{\"carts\":[{\"cartId\":\"<b>7</b>\",\"currency\":\"GBP\",\"lines\":[{\"unitPrice\":1295,\"quantity\":3}]}]}";
        var part = new DataExportPartReady(id, ada, "cart", 1, Digests.sha256(json), shop.souk.vault().seal(ada, json));
        shop.souk.deliver(part, part);
        assertThat(request(id).state()).isEqualTo("READY");

        var answer = shop.souk.call(shop.signedIn(ada), "GET", "/customers/me/requests/" + id + "/package", null);
        var zip = answer.body(byte[].class);
        assertThat(shop.souk.published(DataExportCompleted.class)).extracting(DataExportCompleted::packageSha256)
                .containsExactly(Digests.sha256(zip));
        var files = unzipped(zip);
        assertThat(files).containsOnlyKeys("data.json", "data.html");
        assertThat(files.get("data.json")).contains("ada@example.com", "St James", "\"cartId\"");
        assertThat(files.get("data.html"))
                .contains("ada@example.com", "&lt;b&gt;7", "<th>Unit price</th><td>GBP 12.95</td>", "<th>Quantity</th><td>3</td>")
                .doesNotContain("<b>7", "unitPrice");
        assertThat(everything()).allSatisfy(row -> assertThat(row).doesNotContainIgnoringCase("ada@example"));

        shop.souk.clock().advance(Duration.ofDays(8));
        shop.souk.sweep("subject-requests");
        assertThat(shop.souk.call(shop.signedIn(ada), "GET", "/customers/me/requests/" + id + "/package", null).code())
                .isEqualTo("REQUEST_NOT_OPEN");
    }

    @Test
    void a_copy_says_who_on_the_staff_has_looked_and_what_for() {
        shop.souk.write(tx -> {
            var why = shop.souk.vault().seal(ada, "asked where her parcel is");
            tx.audit(new Audited("GET /customers/{customerId}", "/api/v1/customers/" + ada, "SUPPORT", ada, why));
            return 1;
        });
        ask("exports", new Export(null));
        shop.souk.settle();
        var own = shop.souk.published(DataExportPartReady.class).getFirst();
        assertThat(shop.souk.vault().open(own.part(), String.class).orElseThrow())
                .contains("GET /customers/{customerId}", "asked where her parcel is");
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        var files = new HashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private List<String> everything() {
        return shop.souk.read(tx -> tx.sql("""
                select t::text as row from customer t union all select t::text from journal t
                union all select t::text from customer_address t union all select t::text from subject_request t
                union all select t::text from subject_request_part t""")
                .list(r -> r.text("row")));
    }

    @Test
    void copies_and_erasures_need_a_fresh_sign_in() {
        var stale = TestPlatform.customer(ada);
        assertThat(shop.souk.call(stale, "POST", "/customers/me/exports", new Export(null)).code()).isEqualTo("SIGN_IN_AGAIN");
        assertThat(shop.souk.call(stale, "POST", "/customers/me/erasure", new Erase(null, "ERASE")).code()).isEqualTo("SIGN_IN_AGAIN");
        assertThat(ask("erasure", new Erase(null, "yes")).code()).isEqualTo("ERASURE_NOT_CONFIRMED");
    }

    @Test
    void an_erasure_can_be_cancelled_until_it_is_carried_out() {
        var id = erasure();
        shop.souk.clock().advance(Duration.ofHours(71));
        shop.souk.sweep("subject-requests");
        var cancelled = shop.souk.call(shop.signedIn(ada), "POST", "/customers/me/requests/" + id + "/cancel", null);
        assertThat(cancelled.body(GetSubjectRequest.Request.class).state()).isEqualTo("CANCELLED");
        shop.souk.clock().advance(Duration.ofDays(3));
        shop.souk.sweep("subject-requests");
        assertThat(shop.profile(ada).email()).isEqualTo("ada@example.com");
    }

    @Test
    void an_erased_person_leaves_nothing_but_an_id() {
        shop.buys(ada, 10_000);
        shop.souk.deliver(shop.cancelled(shop.buys(ada, 2_000), ada));
        var id = erasure();
        shop.souk.clock().advance(Duration.ofDays(31));
        shop.souk.sweep("subject-requests");
        shop.souk.settle();
        assertThat(shop.souk.published(CustomerErased.class)).extracting(CustomerErased::customerId).containsExactly(ada);
        assertThat(shop.souk.published(CustomerStatusChanged.class).getLast().newStatus()).isEqualTo("ERASED");
        assertThat(request(id).state()).isEqualTo("ERASING");
        Assertions.assertThatThrownBy(() -> shop.souk.vault().seal(ada, "again")).isInstanceOf(Vault.SubjectErased.class);

        cartAnswers(id);
        cartAnswers(id);
        shop.souk.sweep("erasure-scans");
        assertThat(request(id).state()).isEqualTo("COMPLETED");
        var certificate = shop.souk.call(
                        TestPlatform.staff(Role.PRIVACY_OFFICER), "GET", "/subject-requests/" + id + "/certificate", null)
                .body(byte[].class);
        assertThat(shop.souk.published(ErasureCompleted.class)).extracting(ErasureCompleted::certificateSha256)
                .containsExactly(Digests.sha256(certificate));
        assertThat(new String(certificate, StandardCharsets.UTF_8)).contains("digest of cart", "retentionBasis");
        assertThat(shop.profile(ada).email()).matches("erased\\+[0-9a-f]{12}@erased\\.invalid");
        assertThat(shop.profile(ada).status()).isEqualTo("ERASED");
        assertThat(shop.points(ada).balance()).isGreaterThan(0);
    }

    @Test
    void a_value_that_is_still_to_be_read_stops_the_certificate() {
        shop.souk.write(tx -> tx.sql("insert into guest (guest_id, email, email_blind, seen_at) values (?, 'x Ada Lovelace x', 'b', ?)")
                .params(UUID.randomUUID(), tx.now()).update());
        var id = erasure();
        shop.souk.clock().advance(Duration.ofHours(73));
        shop.souk.sweep("subject-requests");
        shop.souk.settle();
        cartAnswers(id);
        shop.souk.sweep("erasure-scans");
        assertThat(request(id).state()).isEqualTo("SCANNING");

        shop.souk.write(tx -> tx.sql("delete from guest").update());
        shop.souk.clock().advance(Duration.ofHours(2));
        shop.souk.sweep("erasure-scans");
        assertThat(request(id).state()).isEqualTo("COMPLETED");
    }

    @Test
    void a_name_of_one_word_or_of_the_catalogue_does_not_stand_in_the_way() {
        var found = new ArrayList<Trace>();
        var finish = new FinishErasures(
                new SubjectRequests(), new RequestParts(), shop.souk.vault(),
                (traces, _) -> {
                    found.addAll(traces);
                    return traces.contains(Trace.of("Ada Lovelace"))
                            ? List.of("product.public.product: 1 row", "cart.public.cart_line: 2 rows")
                            : List.of();
                });
        var id = erasure();
        shop.souk.clock().advance(Duration.ofHours(73));
        shop.souk.sweep("subject-requests");
        shop.souk.settle();
        cartAnswers(id);
        shop.souk.write(finish::run);
        assertThat(found).contains(Trace.of("ada@example.com"), Trace.of("Ada Lovelace")).doesNotContain(Trace.of("Ada"));
        assertThat(request(id).state()).isEqualTo("COMPLETED");
        var officer = TestPlatform.staff(Role.PRIVACY_OFFICER);
        var certificate = shop.souk.call(officer, "GET", "/subject-requests/" + id + "/certificate", null).body(byte[].class);
        assertThat(new String(certificate, StandardCharsets.UTF_8)).contains("\"namesOfTheCatalogue\" : 1");
        assertThat(shop.souk.call(officer, "GET", "/subject-requests?state=COMPLETED", null)
                        .body(SubjectRoutes.RequestList.class).requests())
                .extracting(GetSubjectRequest.Request::requestId).containsExactly(id);
        assertThat(shop.souk.call(officer, "GET", "/subject-requests?state=GONE", null).code()).isEqualTo("INVALID_STATE");
    }

    @Test
    void an_erasure_waits_for_open_orders_but_not_for_ever() {
        shop.buys(ada, 10_000);
        var id = erasure();
        shop.souk.clock().advance(Duration.ofHours(73));
        shop.souk.sweep("subject-requests");
        assertThat(request(id).state()).isEqualTo("WAITING");
        shop.souk.clock().advance(Duration.ofDays(28));
        shop.souk.sweep("subject-requests");
        assertThat(request(id).state()).isEqualTo("ERASING");
    }

    @Test
    void a_request_that_hangs_is_told_once() {
        ask("exports", new Export(null));
        shop.souk.settle();
        shop.souk.clock().advance(Duration.ofDays(21));
        shop.souk.sweep("overdue-requests");
        shop.souk.sweep("overdue-requests");
        assertThat(shop.souk.published(SubjectRequestOverdue.class)).singleElement()
                .satisfies(overdue -> assertThat(overdue.missing()).containsExactly("cart"));
    }

    @Test
    void an_officer_asks_for_somebody_and_strangers_are_unknown() {
        var officer = TestPlatform.staff(Role.PRIVACY_OFFICER);
        var made = shop.souk.call(officer, "POST", "/customers/" + ada + "/exports", new Export(null)).body(GetSubjectRequest.Request.class);
        assertThat(Objects.requireNonNull(made).customerId()).isEqualTo(ada);
        assertThat(shop.souk.call(officer, "POST", "/customers/" + UUID.randomUUID() + "/exports", new Export(null)).code())
                .isEqualTo("UNKNOWN_CUSTOMER");
        var bob = shop.signedIn(shop.customer("bob@example.com"));
        assertThat(shop.souk.call(bob, "GET", "/customers/me/requests/" + made.requestId(), null).code()).isEqualTo("UNKNOWN_REQUEST");
        assertThat(shop.souk.call(bob, "GET", "/customers/me/requests/" + made.requestId() + "/package", null).code())
                .isEqualTo("UNKNOWN_REQUEST");
    }
}
