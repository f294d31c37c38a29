package dev.souk.identity.secrets;

import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hashes passwords, a few at a time: each takes a core and 19 MiB. Who would wait too long is sent away, so that a
/// flood of sign-ins cannot take the machine from those who shop.
public final class PasswordHashing {
    private static final int WAIT_SECONDS = 4;

    private final Argon2 argon2;
    private final Semaphore cores;
    private final int queue;
    /// What is compared when there is no such account, so that it takes as long.
    private final Supplier<String> nobody;

    public PasswordHashing(Argon2 argon2, int atOnce, int queue) {
        this.argon2 = argon2;
        this.cores = new Semaphore(atOnce, true);
        this.queue = queue;
        var made = new Object() {
            private @Nullable String hash;

            synchronized String get() {
                if (hash == null) {
                    hash = argon2.hash(RandomToken.fresh());
                }
                return hash;
            }
        };
        this.nobody = made::get;
    }

    public Outcome<String> hash(Secret password) {
        return inTurn(() -> argon2.hash(password.reveal()));
    }

    /// @param stored null when there is nothing to compare with; the answer is then false, after the same time
    public Outcome<Boolean> matches(Secret password, @Nullable String stored) {
        return inTurn(() -> argon2.matches(password.reveal(), stored == null ? nobody.get() : stored) && stored != null);
    }

    private <T> Outcome<T> inTurn(Supplier<T> work) {
        try {
            if (cores.getQueueLength() >= queue || !cores.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return Outcome.refused(new Busy());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused(new Busy());
        }
        try {
            return Outcome.done(work.get());
        } finally {
            cores.release();
        }
    }

    /// Too many want to sign in at this moment.
    public record Busy() implements Refusal {
        @Override
        public String code() {
            return "SIGN_IN_BUSY";
        }

        @Override
        public String detail() {
            return "Too many sign-ins at this moment. Try again in a few seconds.";
        }

        @Override
        public Kind kind() {
            return Kind.TOO_MANY;
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of(RETRY_AFTER, WAIT_SECONDS);
        }
    }
}
