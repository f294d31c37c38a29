package dev.souk.storefront.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A browser in two words, out of the many with which it calls itself.
///
/// @param browser empty when it is none of the usual ones
/// @param system the same
public record Device(String browser, String system) {
    /// In this order: the later ones are named by the earlier too.
    private static final List<List<String>> BROWSERS = List.of(
            List.of("Edg/", "Edge"), List.of("OPR/", "Opera"), List.of("Firefox/", "Firefox"), List.of("Chrome/", "Chrome"),
            List.of("Safari/", "Safari"), List.of("curl/", "curl"));
    private static final List<List<String>> SYSTEMS = List.of(
            List.of("iPhone", "iPhone"), List.of("iPad", "iPad"), List.of("Android", "Android"), List.of("Windows", "Windows"),
            List.of("Mac OS X", "macOS"), List.of("CrOS", "ChromeOS"), List.of("Linux", "Linux"));

    public static Device of(@Nullable String said) {
        return new Device(first(said, BROWSERS), first(said, SYSTEMS));
    }

    private static String first(@Nullable String said, List<List<String>> names) {
        return said == null
                ? ""
                : names.stream().filter(name -> said.contains(name.getFirst())).map(List::getLast).findFirst().orElse("");
    }
}
