package dev.souk.console;

import dev.souk.pages.Page;
import dev.souk.pages.SiteConfig;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Workplace;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the platform is watched.
public final class Console extends Workplace {
    /// Message files, one a subject.
    static final List<String> WORDS = List.of("dev.souk.console.words");

    private static final Frame FRAME = new Frame("console", "/console", Places.MENU);

    /// @param address of the site as people see it, when that is not what the server sees
    public Console(Optional<URI> address) {
        super(FRAME, new SiteConfig(WORDS, "souk.templates.console", address, List.of()), pages(FRAME));
    }

    /// One line a subject.
    private static List<Page> pages(Frame frame) {
        return Stream.of(
                        new MapPages(frame).pages(),
                        new JourneyPages(frame).pages(),
                        new CheckoutPages(frame).pages(),
                        new DeadLetterPages(frame).pages(),
                        new ReadModelPages(frame).pages(),
                        new CheckPages(frame).pages(),
                        new ContractPages(frame).pages(),
                        new TimerPages(frame).pages(),
                        new WebhookPages(frame).pages(),
                        new AuditPages(frame).pages(),
                        new FaultPages(frame).pages())
                .flatMap(List::stream)
                .toList();
    }
}
