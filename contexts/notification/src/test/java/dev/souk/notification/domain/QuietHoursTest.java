package dev.souk.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), BERLIN);

    @Test
    void by_day_nothing_waits() {
        assertThat(over("2026-01-15T12:00:00Z")).isEqualTo("2026-01-15T12:00:00Z");
        assertThat(over("2026-01-15T20:59:59Z")).isEqualTo("2026-01-15T20:59:59Z");
    }

    @Test
    void the_night_ends_at_eight_local_time() {
        assertThat(over("2026-01-15T21:00:00Z")).isEqualTo("2026-01-16T07:00:00Z");
        assertThat(over("2026-01-16T03:00:00Z")).isEqualTo("2026-01-16T07:00:00Z");
        assertThat(over("2026-01-16T07:00:00Z")).isEqualTo("2026-01-16T07:00:00Z");
    }

    @Test
    void in_the_night_in_which_clocks_go_forward_eight_comes_an_hour_sooner() {
        assertThat(over("2026-03-28T22:00:00Z")).isEqualTo("2026-03-29T06:00:00Z");
    }

    @Test
    void in_the_night_in_which_clocks_go_back_eight_comes_an_hour_later() {
        assertThat(over("2026-10-24T21:00:00Z")).isEqualTo("2026-10-25T07:00:00Z");
    }

    @Test
    void an_end_that_comes_twice_is_over_once_its_second_time_has_come() {
        var untilHalfPastTwo = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30), BERLIN);
        assertThat(untilHalfPastTwo.over(Instant.parse("2026-10-25T00:15:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(untilHalfPastTwo.over(Instant.parse("2026-10-25T01:15:00Z"))).isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void an_end_that_does_not_exist_is_the_moment_after_the_gap() {
        var untilHalfPastTwo = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30), BERLIN);
        assertThat(untilHalfPastTwo.over(Instant.parse("2026-03-29T00:30:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void hours_may_lie_within_a_day_and_equal_hours_are_none() {
        var lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0), BERLIN);
        assertThat(lunch.over(Instant.parse("2026-01-15T11:30:00Z"))).isEqualTo("2026-01-15T13:00:00Z");
        assertThat(lunch.over(Instant.parse("2026-01-15T13:00:00Z"))).isEqualTo("2026-01-15T13:00:00Z");
        var never = new QuietHours(LocalTime.NOON, LocalTime.NOON, BERLIN);
        assertThat(never.over(Instant.parse("2026-01-15T11:00:00Z"))).isEqualTo("2026-01-15T11:00:00Z");
    }

    private String over(String at) {
        return night.over(Instant.parse(at)).toString();
    }
}
