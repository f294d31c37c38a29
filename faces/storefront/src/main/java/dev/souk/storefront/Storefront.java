package dev.souk.storefront;

import dev.souk.pages.Page;
import dev.souk.pages.SignIn;
import dev.souk.pages.Site;
import dev.souk.pages.SiteConfig;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.account.AddressPages;
import dev.souk.storefront.account.ChoicePages;
import dev.souk.storefront.account.OverviewPages;
import dev.souk.storefront.account.NoticePages;
import dev.souk.storefront.account.OrdersPages;
import dev.souk.storefront.account.PointsPages;
import dev.souk.storefront.account.PrivacyPages;
import dev.souk.storefront.account.ProfilePages;
import dev.souk.storefront.account.RegisterPages;
import dev.souk.storefront.account.SecurityPages;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The shop.
public final class Storefront extends Site {
    private final Front front;

    public Storefront(StorefrontConfig config) {
        this(config, new Front(config));
    }

    private Storefront(StorefrontConfig config, Front front) {
        super(
                new SiteConfig(
                        List.of("dev.souk.storefront.words"),
                        "souk.templates.storefront",
                        config.address(),
                        config.cards().map(Storefront::origin).stream().toList()),
                SignIn.as("souk-storefront").with(new Welcome()),
                pages(front));
        this.front = front;
        front.pictures(pictures());
    }

    static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static List<Page> pages(Front front) {
        var all = new ArrayList<Page>();
        all.addAll(new HomePage(front).pages());
        all.addAll(new ListPages(front).pages());
        all.addAll(new ProductPage(front).pages());
        all.addAll(new CartPages(front).pages());
        all.addAll(new CheckoutPages(front).pages());
        all.addAll(new ProgressPages(front).pages());
        all.addAll(new OrderPage(front).pages());
        all.addAll(new OrderChanges(front).pages());
        all.addAll(new PlainPages(front).pages());
        all.addAll(accounts(front));
        return all;
    }

    private static List<Page> accounts(Front front) {
        var all = new ArrayList<Page>();
        all.addAll(new RegisterPages(front).pages());
        all.addAll(new OverviewPages(front).pages());
        all.addAll(new OrdersPages(front).pages());
        all.addAll(new NoticePages(front).pages());
        all.addAll(new PointsPages(front).pages());
        all.addAll(new ProfilePages(front).pages());
        all.addAll(new AddressPages(front).pages());
        all.addAll(new SecurityPages(front).pages());
        all.addAll(new ChoicePages(front).pages());
        all.addAll(new PrivacyPages(front).pages());
        return all;
    }

    @Override
    public String name() {
        return "storefront";
    }

    @Override
    public String home() {
        return "";
    }

    @Override
    protected Shown failed(Turn turn, int status) {
        var key = switch (status) {
            case 404, 403, 405, 429, 503 -> "failed." + status;
            default -> "failed.500";
        };
        return turn.html(
                status,
                "failed.jte",
                Map.of("shell", front.bare(turn, turn.words().say(key + ".title")), "key", key));
    }
}
