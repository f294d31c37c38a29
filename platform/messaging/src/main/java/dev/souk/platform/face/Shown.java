package dev.souk.platform.face;

import java.util.List;

/// What a visitor gets to see.
public sealed interface Shown {
    /// Bytes that are ready.
    ///
    /// @param headers in order; a name may come more than once (`Set-Cookie`)
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Page(int status, List<Header> headers, byte[] body) implements Shown {
        public Page {
            headers = List.copyOf(headers);
        }
    }

    /// The API's own answer, passed through as it comes: event streams.
    ///
    /// @param headers besides those of the answer: cookies
    record Relayed(Api.Call call, List<Header> headers) implements Shown {
        public Relayed {
            headers = List.copyOf(headers);
        }

        public Relayed(Api.Call call) {
            this(call, List.of());
        }
    }

    record Header(String name, String value) {}
}
