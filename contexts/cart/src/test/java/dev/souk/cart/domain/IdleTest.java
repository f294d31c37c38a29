package dev.souk.cart.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdleTest {
    private static final Instant THEN = Instant.parse("2026-01-05T10:00:00Z");
    private final Idle idle =
            new Idle(List.of(Duration.ofHours(1), Duration.ofHours(24), Duration.ofHours(72)), Duration.ofDays(7));

    @Test
    void whoever_looks_too_early_looks_again_when_it_is_time() {
        assertThat(idle.next(THEN, 0, null, true, THEN.plusSeconds(60)))
                .isEqualTo(new Idle.Step.Wait(THEN.plus(Duration.ofHours(1))));
    }

    @Test
    void a_reminder_names_the_time_of_the_next_one() {
        assertThat(idle.next(THEN, 0, null, true, THEN.plus(Duration.ofHours(1))))
                .isEqualTo(new Idle.Step.Remind(1, THEN.plus(Duration.ofHours(24))));
        assertThat(idle.next(THEN, 2, THEN, true, THEN.plus(Duration.ofDays(3))))
                .isEqualTo(new Idle.Step.Remind(3, THEN.plus(Duration.ofDays(7))));
    }

    @Test
    void reminders_of_an_earlier_idleness_do_not_count() {
        assertThat(idle.next(THEN, 3, THEN.minusSeconds(1), true, THEN.plus(Duration.ofHours(2))))
                .isEqualTo(new Idle.Step.Remind(1, THEN.plus(Duration.ofHours(24))));
        assertThat(idle.next(THEN, 1, THEN, true, THEN.plus(Duration.ofHours(2))))
                .isEqualTo(new Idle.Step.Wait(THEN.plus(Duration.ofHours(24))));
    }

    @Test
    void in_the_end_it_expires() {
        assertThat(idle.next(THEN, 3, THEN, false, THEN.plus(Duration.ofDays(7)))).isEqualTo(new Idle.Step.Expire());
    }
}
