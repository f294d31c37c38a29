package dev.souk.platform.route;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query parameter of a route: told to those who read the API, and the reason why a misspelt one is refused. What its
/// value must be is checked by the route, which refuses with its own code.
///
/// @param meaning one line for the reader
/// @param least lowest number; null when there is none, or the parameter is no number
/// @param most highest number
/// @param otherwise what holds when it is absent; null when that needs no saying
/// @param values of which it must be one; empty when any will do
/// @param required whether the route refuses without it
public record Parameter(
        String name,
        Kind kind,
        String meaning,
        @Nullable Long least,
        @Nullable Long most,
        @Nullable String otherwise,
        List<String> values,
        boolean required) {

    public Parameter {
        values = List.copyOf(values);
    }

    /// What a value looks like.
    public enum Kind {
        TEXT,
        NUMBER,
        /// A UUID.
        ID,
        /// ISO 8601 in UTC, such as `2026-01-31T00:00:00Z`.
        INSTANT,
        /// ISO 8601, such as `PT15M`.
        DURATION,
        FLAG
    }

    private static Parameter of(String name, Kind kind, String meaning) {
        return new Parameter(name, kind, meaning, null, null, null, List.of(), false);
    }

    public static Parameter text(String name, String meaning) {
        return of(name, Kind.TEXT, meaning);
    }

    public static Parameter id(String name, String meaning) {
        return of(name, Kind.ID, meaning);
    }

    public static Parameter instant(String name, String meaning) {
        return of(name, Kind.INSTANT, meaning);
    }

    public static Parameter duration(String name, String meaning) {
        return of(name, Kind.DURATION, meaning);
    }

    public static Parameter flag(String name, String meaning) {
        return of(name, Kind.FLAG, meaning).otherwise("false");
    }

    public static Parameter number(String name, String meaning, long least, long most) {
        return new Parameter(name, Kind.NUMBER, meaning, least, most, null, List.of(), false);
    }

    /// The name of one of several things.
    public static Parameter oneOf(String name, String meaning, String... values) {
        return new Parameter(name, Kind.TEXT, meaning, null, null, null, Arrays.asList(values), false);
    }

    /// How long a page is, as [Call#limit] reads it.
    public static Parameter limit(int otherwise, int most) {
        return number("limit", "entries of a page", 1, most).otherwise(Integer.toString(otherwise));
    }

    public Parameter otherwise(@Nullable String value) {
        return new Parameter(name, kind, meaning, least, most, value, values, required);
    }

    /// The route refuses without it.
    public Parameter needed() {
        return new Parameter(name, kind, meaning, least, most, otherwise, values, true);
    }
}
