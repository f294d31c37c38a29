package dev.souk.backoffice;

import dev.souk.backoffice.behalf.CartPages;
import dev.souk.backoffice.goods.CategoryPages;
import dev.souk.backoffice.goods.ImportPages;
import dev.souk.backoffice.goods.ProductListPages;
import dev.souk.backoffice.goods.ProductPage;
import dev.souk.backoffice.mail.MailPages;
import dev.souk.backoffice.mail.TemplatePages;
import dev.souk.backoffice.mail.WebhookPages;
import dev.souk.backoffice.money.PreviewPage;
import dev.souk.backoffice.money.PricePages;
import dev.souk.backoffice.money.PromotionPages;
import dev.souk.backoffice.money.RatePages;
import dev.souk.backoffice.orders.AddressPage;
import dev.souk.backoffice.orders.OrderLists;
import dev.souk.backoffice.orders.OrderPages;
import dev.souk.backoffice.payments.PaymentPages;
import dev.souk.backoffice.payments.WatchPages;
import dev.souk.backoffice.people.CustomerPages;
import dev.souk.backoffice.people.RequestPages;
import dev.souk.backoffice.staff.ClientPages;
import dev.souk.backoffice.staff.StaffPages;
import dev.souk.backoffice.stock.BookingPages;
import dev.souk.backoffice.stock.StockPages;
import dev.souk.pages.Page;
import dev.souk.pages.SiteConfig;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Workplace;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the shop is run.
public final class Backoffice extends Workplace {
    /// Message files, one a subject.
    static final List<String> WORDS = Stream.of(
                    "words", "goods", "stock", "money", "forms", "orders", "behalf", "payments", "people", "staff", "mail")
            .map(name -> "dev.souk.backoffice." + name)
            .toList();

    private static final Frame FRAME = new Frame("backoffice", "/backoffice", Places.MENU);

    /// @param address of the site as people see it, when that is not what the server sees
    /// @param cards where the payment provider has its card form, for orders on behalf of customers
    public Backoffice(Optional<URI> address, Optional<URI> cards) {
        super(
                FRAME,
                new SiteConfig(WORDS, "souk.templates.backoffice", address, cards.map(Backoffice::origin).stream().toList()),
                pages(FRAME, cards));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /// One line a subject.
    private static List<Page> pages(Frame frame, Optional<URI> cards) {
        return Stream.of(
                        new StartPage(frame).pages(),
                        new ProductListPages(frame).pages(),
                        new ImportPages(frame).pages(),
                        new ProductPage(frame).pages(),
                        new CategoryPages(frame).pages(),
                        new StockPages(frame).pages(),
                        new BookingPages(frame).pages(),
                        new PricePages(frame).pages(),
                        new RatePages(frame).pages(),
                        new PromotionPages(frame).pages(),
                        new PreviewPage(frame).pages(),
                        new OrderLists(frame).pages(),
                        new OrderPages(frame).pages(),
                        new AddressPage(frame).pages(),
                        new PaymentPages(frame).pages(),
                        new WatchPages(frame).pages(),
                        new CustomerPages(frame).pages(),
                        new RequestPages(frame).pages(),
                        new StaffPages(frame).pages(),
                        new ClientPages(frame).pages(),
                        new CartPages(frame, cards).pages(),
                        new MailPages(frame).pages(),
                        new TemplatePages(frame).pages(),
                        new WebhookPages(frame).pages())
                .flatMap(List::stream)
                .toList();
    }
}
