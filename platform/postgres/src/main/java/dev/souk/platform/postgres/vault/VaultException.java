package dev.souk.platform.postgres.vault;

/// The vault cannot be used; the message says why and what to do.
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
