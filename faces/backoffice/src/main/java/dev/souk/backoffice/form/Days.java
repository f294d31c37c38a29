package dev.souk.backoffice.form;

import dev.souk.pages.Turn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Days in filters: both are inside.
public final class Days {
    private Days() {}

    public static Optional<LocalDate> day(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// The beginning of the day that a filter named `from` says, as the API wants it.
    public static Optional<String> from(Turn turn) {
        return turn.query("from").flatMap(Days::day).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    }

    /// The end of the day that a filter named `to` says.
    public static Optional<String> to(Turn turn) {
        return turn.query("to").flatMap(Days::day).map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    }
}
