package dev.souk.identity;

import dev.souk.platform.messaging.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who fails again and again from one address has to wait longer each time: 1, 2, 4 ... 60 seconds. In memory, because it
/// only slows down; what closes an account stands in the database.
final class Pauses {
    private static final int FREE = 5;
    private static final int REMEMBERED = 50_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    private record Failing(int times, Instant last, Instant until) {}

    private final boolean enabled;
    private final Map<String, Failing> failing = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failing> eldest) {
            return size() > REMEMBERED;
        }
    };

    Pauses(boolean enabled) {
        this.enabled = enabled;
    }

    synchronized Optional<Refusal> refusal(String address, Instant now) {
        var one = failing.get(address);
        return !enabled || one == null || !now.isBefore(one.until())
                ? Optional.empty()
                : Optional.of(new TooManyAttempts(Math.max(1, Duration.between(now, one.until()).toSeconds() + 1)));
    }

    synchronized void failed(String address, Instant now) {
        var before = failing.get(address);
        var times = before == null || before.last().plus(FORGOTTEN).isBefore(now) ? 1 : before.times() + 1;
        var wait = times <= FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(times - FREE - 1, 6));
        failing.put(address, new Failing(times, now, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait)));
    }

    synchronized void succeeded(String address) {
        failing.remove(address);
    }

    /// @param seconds to wait
    private record TooManyAttempts(long seconds) implements Refusal {
        @Override
        public String code() {
            return "TOO_MANY_ATTEMPTS";
        }

        @Override
        public String detail() {
            return "Too many failed sign-ins from here. Wait " + seconds + " s.";
        }

        @Override
        public Kind kind() {
            return Kind.TOO_MANY;
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of(RETRY_AFTER, seconds);
        }
    }
}
