package dev.souk.platform.testkit;

import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.postgres.vault.KeyVault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// A real vault for the tests of a JVM, opened when the first of them needs it.
enum TestVault implements Vault {
    SHARED;

    private static final class Holder {
        private static final KeyVault OPEN = KeyVault.open(
                TestServer.vault(), Clock.systemUTC(), new SimpleMeterRegistry(), UUID::randomUUID);
    }

    @Override
    public <T> Sealed<T> seal(UUID subject, T value) {
        return Holder.OPEN.seal(subject, value);
    }

    @Override
    public <T> Optional<T> open(Sealed<T> sealed, Class<T> type) {
        return Holder.OPEN.open(sealed, type);
    }

    @Override
    public String blind(String value) {
        return Holder.OPEN.blind(value);
    }

    @Override
    public UUID newcomer() {
        return Holder.OPEN.newcomer();
    }

    @Override
    public void destroy(UUID subject) {
        Holder.OPEN.destroy(subject);
    }
}
