package dev.souk.platform.face;

import java.util.Map;

/// The public API as one visitor may use it: same routes, roles, limits and idempotency as over HTTP, counted for the
/// visitor's own address. In one process with the API nothing travels; elsewhere it is HTTP.
public interface Api {
    Answer call(Call call);

    /// One request.
    ///
    /// @param target path and query as on the request line, for example `/api/v1/products?limit=3`
    /// @param headers for example `Cart-Token`, `Idempotency-Key`, `Authorization`
    /// @param json empty for a request without a body
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Call(String method, String target, Map<String, String> headers, byte[] json) {
        public Call {
            headers = Map.copyOf(headers);
        }
    }

    /// What the API answered; a refusal is a problem document.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Answer(int status, Map<String, String> headers, byte[] body) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }
}
