package dev.souk.product.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.product.GetCategoryTree;
import dev.souk.contracts.product.GetPriceHistory;
import dev.souk.contracts.product.ListProducts;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import dev.souk.product.ProductContext;
import dev.souk.product.db.ProductView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final Caller STAFF = TestPlatform.staff(Role.MERCHANDISER);

    private final TestPlatform souk = TestPlatform.of(new ProductContext());

    @BeforeEach
    void aCategory() {
        var mugs = new Requests.NewCategory(null, "mugs", "Mugs", null);
        assertThat(souk.call(STAFF, "POST", "/categories", mugs).status()).isEqualTo(201);
    }

    @AfterEach
    void close() {
        souk.close();
    }

    private static Requests.Create aMug(@Nullable String sku, @Nullable String status, @Nullable UUID seller) {
        return new Requests.Create(
                null, sku, "A mug", null, 1_250L, "EUR", "mugs", status, seller, null, null, null, null, null);
    }

    private static Caller aSeller(UUID id) {
        return new Caller(id, Set.of(Role.SELLER));
    }

    private ProductView created(Caller caller, Requests.Create body) {
        return souk.call(caller, "POST", "/products", body).body(ProductView.class);
    }

    private TestAnswer get(Caller caller, UUID id) {
        return souk.call(caller, "GET", "/products/" + id, null);
    }

    private ListProducts.Page list(Caller caller, String query) {
        return souk.call(caller, "GET", "/products" + query, null).body(ListProducts.Page.class);
    }

    @Test
    void a_product_is_made_and_read_with_its_version() {
        var answer = souk.call(STAFF, "POST", "/products", aMug("MUG", "ACTIVE", null));
        var id = answer.body(ProductView.class).productId();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("Location", "/api/v1/products/" + id).containsEntry("ETag", "\"1\"");
        assertThat(get(Caller.GUEST, id).headers()).containsEntry("ETag", "\"1\"");
        assertThat(list(Caller.GUEST, "?sku=MUG").items()).hasSize(1);
        assertThat(list(Caller.GUEST, "?sku=CUP").items()).isEmpty();
        assertThat(list(Caller.GUEST, "?category=mugs").items()).hasSize(1);
        assertThat(list(Caller.GUEST, "?category=cups").items()).isEmpty();
    }

    @Test
    void members_that_must_be_there_are_asked_for() {
        assertThat(souk.call(STAFF, "POST", "/products", aMug(null, null, null)).code()).isEqualTo("MISSING_FIELD");
        var hollow = new HashMap<String, @Nullable String>();
        hollow.put("colour", null);
        var variants = new Requests.Create(
                null, "MUG", "A mug", null, 1L, "EUR", null, null, null,
                List.of(new Requests.NewVariant("MUG-L", hollow, null)), null, null, null, null);
        assertThat(souk.call(STAFF, "POST", "/products", variants).code()).isEqualTo("MISSING_FIELD");
    }

    @Test
    void a_draft_is_for_staff_and_its_seller() {
        var seller = UUID.randomUUID();
        var draft = created(aSeller(seller), aMug("MUG", null, null)).productId();

        assertThat(get(Caller.GUEST, draft).code()).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(get(aSeller(UUID.randomUUID()), draft).code()).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(get(aSeller(seller), draft).status()).isEqualTo(200);
        assertThat(get(STAFF, draft).status()).isEqualTo(200);
        assertThat(list(Caller.GUEST, "?sku=MUG").items()).isEmpty();
        assertThat(list(STAFF, "?sku=MUG&status=ANY").items()).hasSize(1);
        assertThat(list(aSeller(seller), "?sellerId=" + seller + "&status=DRAFT").items()).hasSize(1);
        assertThat(souk.call(Caller.GUEST, "GET", "/products?status=DRAFT", null).code())
                .isEqualTo("STATUS_FOR_STAFF");
    }

    @Test
    void a_seller_changes_its_own_products_only() {
        var seller = UUID.randomUUID();
        var own = created(aSeller(seller), aMug("MUG", "ACTIVE", null)).productId();
        var other = aSeller(UUID.randomUUID());
        var rename = new Requests.Update("A better mug", null, null, null, null, null, null, null, null, null);
        var image = new Requests.AttachImage(null, "https://p.example/a.jpg", "a".repeat(64), null, null, null);

        assertThat(souk.call(other, "PATCH", "/products/" + own, rename).code()).isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(souk.call(other, "POST", "/products/" + own + "/images", image).code())
                .isEqualTo("PRODUCT_NOT_FOUND");
        assertThat(souk.call(aSeller(seller), "PATCH", "/products/" + own, rename).status()).isEqualTo(200);
        assertThat(souk.call(aSeller(seller), "POST", "/products/" + own + "/images", image).status()).isEqualTo(201);
        assertThat(souk.call(other, "POST", "/products", aMug("CUP", null, seller)).code()).isEqualTo("NOT_YOUR_SELLER");
        assertThat(souk.call(Caller.GUEST, "POST", "/products", aMug("CUP", null, null)).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_change_of_price_says_which_version_it_means() {
        var id = created(STAFF, aMug("MUG", "ACTIVE", null)).productId();
        var price = new Requests.Price(null, 999L, "EUR", null, "sale", null);
        var path = "/products/" + id + "/price";

        assertThat(souk.call(STAFF, "PUT", path, price).code()).isEqualTo("EXPECTED_VERSION_REQUIRED");
        assertThat(souk.call(STAFF, "PUT", path, price, Map.of("If-Match", "\"7\"")).code()).isEqualTo("STALE_VERSION");
        var changed = souk.call(STAFF, "PUT", path, price, Map.of("If-Match", "\"1\""));
        assertThat(changed.body(ProductView.class).price()).isEqualTo(999);
        assertThat(changed.headers()).containsEntry("ETag", "\"2\"");
        var history = souk.call(Caller.GUEST, "GET", "/products/" + id + "/prices", null);
        assertThat(history.body(GetPriceHistory.History.class).lowest30d()).isEqualTo(999);
    }

    @Test
    void a_discontinued_product_reads_as_archived() {
        var id = created(STAFF, aMug("MUG", "ACTIVE", null)).productId();
        var end = new Requests.Discontinue("RECALL", null, 1L);

        assertThat(souk.call(STAFF, "POST", "/products/" + id + "/discontinue", end).status()).isEqualTo(200);

        var view = get(Caller.GUEST, id).body(ProductView.class);
        assertThat(view.status()).isEqualTo("ARCHIVED");
        assertThat(view.discontinued()).isNotNull();
        assertThat(list(Caller.GUEST, "").items()).isEmpty();
        assertThat(list(STAFF, "?status=DISCONTINUED").items()).hasSize(1);
        assertThat(souk.call(STAFF, "DELETE", "/products/" + id + "?reason=OTHER", null).status()).isEqualTo(204);
        assertThat(get(STAFF, id).code()).isEqualTo("PRODUCT_NOT_FOUND");
    }

    @Test
    void what_is_read_follows_every_change() {
        var id = created(STAFF, aMug("MUG", "ACTIVE", null)).productId();
        assertThat(get(Caller.GUEST, id).status()).isEqualTo(200);

        var variant = new Requests.AddVariant(null, "MUG-L", Map.of("size", "L"), 1_400L, null);
        assertThat(souk.call(STAFF, "POST", "/products/" + id + "/variants", variant).status()).isEqualTo(201);
        var view = get(Caller.GUEST, id).body(ProductView.class);
        assertThat(view.variants()).hasSize(1);
        assertThat(view.version()).isEqualTo(3);

        var mugs = souk.call(Caller.GUEST, "GET", "/categories/mugs", null).body(GetCategoryTree.Node.class);
        var rename = new Requests.ChangeCategory("cups", null, null);
        assertThat(souk.call(STAFF, "PATCH", "/categories/" + mugs.categoryId(), rename).status()).isEqualTo(200);
        assertThat(get(Caller.GUEST, id).body(ProductView.class).category()).isEqualTo("cups");

        var path = "/products/" + id + "/variants/" + view.variants().getFirst().variantId();
        assertThat(souk.call(STAFF, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(get(Caller.GUEST, id).body(ProductView.class).variants()).isEmpty();
        var back = souk.call(STAFF, "GET", "/categories/" + mugs.categoryId(), null);
        assertThat(back.body(GetCategoryTree.Node.class).slug()).isEqualTo("cups");
    }

    @Test
    void bad_questions_are_told_so() {
        for (var query : List.of("cursor=x", "sellerId=x", "status=SOLD", "sku=a/b", "sku=a\u0000b")) {
            assertThat(souk.call(STAFF, "GET", "/products?" + query, null).code()).startsWith("INVALID_");
        }
        assertThat(list(STAFF, "?categoryId=x").items()).isEmpty();
        assertThat(list(STAFF, "?category=x\u0000y").items()).isEmpty();
        assertThat(souk.call(STAFF, "GET", "/categories/a\u0000b", null).code()).isEqualTo("CATEGORY_NOT_FOUND");
        assertThat(souk.call(STAFF, "GET", "/categories?depth=99", null).code()).isEqualTo("INVALID_DEPTH");
        assertThat(souk.call(STAFF, "POST", "/products/imports?format=CSV", new byte[0]).code())
                .isEqualTo("IMPORT_ID_REQUIRED");
        assertThat(souk.call(STAFF, "POST", "/products/imports?format=XLS", new byte[0]).code())
                .isEqualTo("UNKNOWN_FORMAT");
    }
}
