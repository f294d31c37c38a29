package dev.souk.notification;

import dev.souk.notification.db.OrderViews.OrderView;
import dev.souk.notification.db.Recipients.Recipient;
import dev.souk.notification.domain.QuietHours;
import dev.souk.notification.text.Reader;
import dev.souk.platform.messaging.Settings;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In which language and which time somebody reads: their own words first, then where the order goes, then the shop's.
final class Readers {
    private static final Set<String> GERMAN = Set.of("DE", "AT", "LI");

    private final String locale;
    private final String country;
    private final QuietHours quiet;

    private Readers(String locale, String country, QuietHours quiet) {
        this.locale = locale;
        this.country = country;
        this.quiet = quiet;
    }

    static Readers from(Settings settings) {
        return new Readers(
                settings.text("locale", "en"),
                settings.text("country", "GB"),
                new QuietHours(
                        LocalTime.parse(settings.text("quiet.from", "22:00")),
                        LocalTime.parse(settings.text("quiet.to", "08:00")),
                        ZoneId.of(settings.text("zone", "Europe/London"))));
    }

    String locale() {
        return locale;
    }

    /// The shop's hours.
    QuietHours quiet() {
        return quiet;
    }

    Reader of(@Nullable Recipient recipient, @Nullable OrderView order) {
        var goesTo = order == null || order.country() == null ? country : order.country();
        var own = recipient == null ? null : recipient.locale();
        var language = own != null ? own : order != null && GERMAN.contains(goesTo) ? "de" : locale;
        var zone = recipient == null ? quiet.zone() : recipient.quiet(quiet).zone();
        return Reader.of(language, goesTo, zone);
    }
}
