package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
    private final RateLimits limits = new RateLimits(WebConfig.Limits.STANDARD, now::get);
    private final Caller customer = new Caller(UUID.randomUUID(), Set.of(Role.CUSTOMER));

    private void take(Caller caller, int times) {
        for (int i = 0; i < times; i++) {
            limits.take(caller, "10.0.0.1", Route.Rate.CHECKOUT);
        }
    }

    @Test
    void a_bucket_empties_and_fills_again() {
        take(customer, 20);
        assertThatThrownBy(() -> take(customer, 1)).isInstanceOf(Problem.Halt.class);
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        take(customer, 1);
        assertThatThrownBy(() -> take(customer, 1)).isInstanceOf(Problem.Halt.class);
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        take(customer, 20);
        assertThatThrownBy(() -> take(customer, 1)).isInstanceOf(Problem.Halt.class);
    }

    @Test
    void callers_and_buckets_are_apart() {
        take(customer, 20);
        take(new Caller(UUID.randomUUID(), Set.of(Role.CUSTOMER)), 20);
        take(Caller.GUEST, 20);
        limits.take(customer, "10.0.0.1", Route.Rate.WRITE);
        limits.take(Caller.GUEST, "10.0.0.2", Route.Rate.CHECKOUT);
        assertThatThrownBy(() -> take(Caller.GUEST, 1)).isInstanceOf(Problem.Halt.class);
    }

    @Test
    void the_sales_desk_keys_in_for_many() {
        var staff = new Caller(UUID.randomUUID(), Set.of(Role.SUPPORT));
        take(staff, 2000);
        assertThatThrownBy(() -> take(staff, 1)).isInstanceOf(Problem.Halt.class);
    }

    @Test
    void over_http_it_is_429_with_the_time_to_wait() {
        try (var notes = Notes.running(config -> config.limits(WebConfig.Limits.STANDARD))) {
            var token = "Bearer " + Notes.token(Role.CUSTOMER);
            Notes.Seen seen = notes.post("/notes/paid", "{}", "Authorization", token);
            for (int i = 0; i < 30 && seen.status() != 429; i++) {
                seen = notes.post("/notes/paid", "{}", "Authorization", token);
            }
            assertThat(seen.code()).isEqualTo("TOO_MANY_REQUESTS");
            assertThat(seen.header("Retry-After")).isEqualTo("3");
            assertThat(seen.header("RateLimit-Policy")).isEqualTo("\"checkout\";q=20;w=60");
        }
    }
}
