package dev.souk.platform.face;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request of a person's browser.
///
/// @param path decoded, begins with a slash
/// @param parameters of the query string
/// @param headers by lower-case name, the first value of each
/// @param body at most as long as the face takes
/// @param secure whether it came over TLS
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Visit(
        String method,
        String path,
        Map<String, List<String>> parameters,
        Map<String, String> headers,
        byte[] body,
        boolean secure) {
    public Visit {
        parameters = Map.copyOf(parameters);
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
