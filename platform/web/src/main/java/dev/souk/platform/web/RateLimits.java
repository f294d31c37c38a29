package dev.souk.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Route;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Token buckets per caller, in memory. A bucket is one number: the instant at which it is full again (generic cell
/// rate algorithm), so that taking a token is one compare-and-set.
final class RateLimits {
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

    private record Bucket(Object caller, Route.Rate rate) {}

    private final WebConfig.Limits limits;
    private final LongSupplier nanos;
    private final Cache<Bucket, AtomicLong> full = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    RateLimits(WebConfig.Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /// Takes one call from the bucket of this caller.
    ///
    /// @throws Problem.Halt 429 when the bucket is empty
    void take(Caller caller, String address, Route.Rate rate) {
        if (!limits.enabled() || rate == Route.Rate.UNLIMITED) {
            return;
        }
        var perMinute = limits.perMinute().get(rate);
        if (perMinute == null) {
            return;
        }
        var allowed = caller.staff() ? perMinute * limits.staffFactor() : perMinute;
        var subject = caller.subject();
        var bucket = full.get(new Bucket(subject == null ? address : subject, rate), _ -> new AtomicLong());
        if (!taken(bucket, WINDOW / allowed)) {
            throw empty(rate, allowed);
        }
    }

    private boolean taken(AtomicLong bucket, long cost) {
        var now = nanos.getAsLong();
        while (true) {
            var before = bucket.get();
            var after = (before - now > 0 && before != 0 ? before : now) + cost;
            if (after - now > WINDOW) {
                return false;
            }
            if (bucket.compareAndSet(before, after)) {
                return true;
            }
        }
    }

    private static Problem.Halt empty(Route.Rate rate, int allowed) {
        var wait = Math.max(1, 60 / allowed);
        var name = rate.name().toLowerCase(Locale.ROOT);
        return Problem.of(429, "TOO_MANY_REQUESTS", "No more than " + allowed + " of these calls a minute.")
                .header("Retry-After", Integer.toString(wait))
                .header("RateLimit-Policy", "\"" + name + "\";q=" + allowed + ";w=60")
                .header("RateLimit", "\"" + name + "\";r=0;t=" + wait)
                .halt();
    }
}
