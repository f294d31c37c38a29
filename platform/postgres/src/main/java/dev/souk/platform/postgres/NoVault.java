package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Vault;
import java.util.Optional;
import java.util.UUID;

/// Stands where no vault is configured, or a door plate is only read.
enum NoVault implements Vault {
    HERE;

    private static IllegalStateException none() {
        return new IllegalStateException("this process has no vault");
    }

    @Override
    public <T> Sealed<T> seal(UUID subject, T value) {
        throw none();
    }

    @Override
    public <T> Optional<T> open(Sealed<T> sealed, Class<T> type) {
        throw none();
    }

    @Override
    public String blind(String value) {
        throw none();
    }

    @Override
    public UUID newcomer() {
        throw none();
    }

    @Override
    public void destroy(UUID subject) {
        throw none();
    }
}
