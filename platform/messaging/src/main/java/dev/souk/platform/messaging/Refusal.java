package dev.souk.platform.messaging;

import java.util.Map;

/// Why a request was refused. Each context has its own family of records; the code is part of the public contract and
/// never changes.
public interface Refusal {
    /// Stable, upper snake case, for example `PRICE_CHANGED`.
    String code();

    /// One plain sentence for the person at the other end.
    String detail();

    /// A member of [#extra]: after how many seconds it may go better; becomes the header of that name.
    String RETRY_AFTER = "retryAfter";

    /// What sort of refusal; decides the HTTP status.
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /// Further members of the problem document, for example the new price. JSON-writable values.
    default Map<String, Object> extra() {
        return Map.of();
    }

    /// HTTP: INVALID 400, UNAUTHENTICATED 401, PAYMENT 402, FORBIDDEN 403, NOT_FOUND 404, CONFLICT 409, GONE 410, STALE 412, TOO_LARGE 413,
    /// UNPROCESSABLE 422, PRECONDITION 428, TOO_MANY 429.
    enum Kind {
        INVALID,
        UNAUTHENTICATED,
        PAYMENT,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        GONE,
        STALE,
        TOO_LARGE,
        UNPROCESSABLE,
        PRECONDITION,
        TOO_MANY
    }

    /// A refusal with a record of its own, which says all its words in one place.
    interface Worded extends Refusal {
        Refusal words();

        @Override
        default String code() {
            return words().code();
        }

        @Override
        default String detail() {
            return words().detail();
        }

        @Override
        default Kind kind() {
            return words().kind();
        }
    }

    /// A refusal that needs no record of its own.
    record Plain(Kind kind, String code, String detail) implements Refusal {}

    /// Bad input: 400.
    static Refusal invalid(String code, String detail) {
        return new Plain(Kind.INVALID, code, detail);
    }

    /// Unknown, or not the caller's: 404.
    static Refusal notFound(String code, String detail) {
        return new Plain(Kind.NOT_FOUND, code, detail);
    }

    /// Not possible in the present state: 409.
    static Refusal conflict(String code, String detail) {
        return new Plain(Kind.CONFLICT, code, detail);
    }

    /// `If-Match` or `expectedVersion` did not match: 412.
    static Refusal stale(long expected, long actual) {
        return new Plain(
                Kind.STALE, "STALE_VERSION", "The version is " + actual + ", not " + expected + ". Read again and retry.");
    }
}
