package dev.souk.platform.messaging;

import java.util.Objects;

/// A password, token or the like on its way through memory. It is read from a JSON string in a request body and cannot
/// be written anywhere: not to a journal, not to a log.
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /// The value, for the one place that needs it.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
