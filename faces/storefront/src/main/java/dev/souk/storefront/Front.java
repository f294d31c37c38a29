package dev.souk.storefront;

import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.picture.Pictures;
import dev.souk.storefront.shop.Category;
import dev.souk.storefront.shop.Person;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the shop's pages share.
public final class Front {
    private final StorefrontConfig config;
    private final Catalogue catalogue = new Catalogue();
    private @Nullable Pictures pictures;

    Front(StorefrontConfig config) {
        this.config = config;
    }

    void pictures(Pictures drawn) {
        pictures = drawn;
    }

    Pictures pictures() {
        return Objects.requireNonNull(pictures);
    }

    StorefrontConfig config() {
        return config;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /// Around a page that search engines may show.
    Shell open(Turn turn, String title, String description, String category, String searched) {
        return shell(turn, title, description, category, searched, true);
    }

    /// Around a page of one shopper.
    public Shell own(Turn turn, String title) {
        return shell(turn, title, "", "", "", false);
    }

    /// Whether a customer is signed in; somebody of the staff shops like a guest.
    public static boolean signedIn(Turn turn) {
        return turn.visitor().may("CUSTOMER");
    }

    /// Who is signed in, as the shop knows her.
    public static Optional<Person> person(Turn turn) {
        return signedIn(turn) ? turn.api().find("/customers/me", Person.class) : Optional.empty();
    }

    /// Around a page that is shown when the API may be out of reach.
    Shell bare(Turn turn, String title) {
        List<Category> categories;
        try {
            categories = catalogue.categories(turn).categories();
        } catch (Refused e) {
            categories = List.of();
        }
        return new Shell(turn, config.name(), title, "", categories, count(turn), "", "", false, pictures());
    }

    private Shell shell(Turn turn, String title, String description, String category, String searched, boolean index) {
        return new Shell(
                turn, config.name(), title, description, catalogue.categories(turn).categories(), count(turn), searched,
                category, index, pictures());
    }

    private static int count(Turn turn) {
        return CartCookie.of(turn).map(CartCookie::count).orElse(0);
    }
}
