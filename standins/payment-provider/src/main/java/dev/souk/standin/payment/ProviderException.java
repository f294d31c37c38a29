package dev.souk.standin.payment;

/// Why there is no answer. Only [Kind#REFUSED] says anything about what happened.
public final class ProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;

    public enum Kind {
        /// The request is wrong or not possible in this state; nothing was done. `code` says why.
        REFUSED,
        /// There is no such payment.
        NOT_FOUND,
        /// Nothing was done, as it happens; the caller cannot know.
        UNAVAILABLE,
        /// It was done, and the answer got lost.
        ANSWER_LOST
    }

    ProviderException(Kind kind, String code, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}
