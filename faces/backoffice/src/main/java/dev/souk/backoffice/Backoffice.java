package dev.souk.backoffice;

import dev.souk.backoffice.goods.CategoryPages;
import dev.souk.backoffice.goods.ImportPages;
import dev.souk.backoffice.goods.ProductListPages;
import dev.souk.backoffice.goods.ProductPage;
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
    static final List<String> WORDS = Stream.of("words", "goods", "stock").map(name -> "dev.souk.backoffice." + name).toList();

    private static final Frame FRAME = new Frame("backoffice", "/backoffice", Places.MENU);

    /// @param address of the site as people see it, when that is not what the server sees
    public Backoffice(Optional<URI> address) {
        super(FRAME, new SiteConfig(WORDS, "souk.templates.backoffice", address, List.of()), pages(FRAME));
    }

    /// One line a subject.
    private static List<Page> pages(Frame frame) {
        return Stream.of(
                        new StartPage(frame).pages(),
                        new ProductListPages(frame).pages(),
                        new ImportPages(frame).pages(),
                        new ProductPage(frame).pages(),
                        new CategoryPages(frame).pages(),
                        new StockPages(frame).pages(),
                        new BookingPages(frame).pages())
                .flatMap(List::stream)
                .toList();
    }
}
