package dev.souk.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.notification.domain.Judgement.Facts;
import dev.souk.notification.domain.Judgement.Past;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTest {
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneOffset.UTC);
    private static final Instant MIDNIGHT = Instant.parse("2026-05-05T00:00:00Z");

    private static Facts facts(String kind) {
        return new Facts(Kinds.of(kind), NOON, false, true, true, true, false, null, List.of(), NIGHT);
    }

    private static Facts with(Facts f, boolean allowed, boolean consent, boolean address, String suppressed) {
        return new Facts(f.kind(), f.caused(), false, allowed, consent, address, false,
                suppressed.isEmpty() ? null : suppressed, f.sent(), f.quiet());
    }

    private static Facts sent(Facts f, List<Past> sent) {
        return new Facts(f.kind(), f.caused(), false, true, true, true, false, null, sent, f.quiet());
    }

    private static List<Past> past(int count, Category category, Duration apart) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Past(category, NOON.minus(apart.multipliedBy(i))))
                .toList();
    }

    @Test
    void what_nothing_holds_back_is_sent() {
        assertThat(Judgement.of(facts("order-confirmed"), NOON)).isEqualTo(new Decision.Send());
    }

    @Test
    void a_preference_switches_off_what_may_be_switched_off() {
        assertThat(Judgement.of(with(facts("order-confirmed"), false, true, true, ""), NOON)).isEqualTo(drop("PREFERENCE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment-problem", "payment-refunded", "payment-receipt", "password-reset", "password-changed",
        "account-locked"})
    void security_and_payments_cannot_be_switched_off(String kind) {
        assertThat(Judgement.of(with(facts(kind), false, false, true, ""), NOON)).isEqualTo(new Decision.Send());
        assertThat(Judgement.of(with(facts(kind), false, false, true, ""), MIDNIGHT)).isEqualTo(new Decision.Send());
    }

    @Test
    void advertising_needs_consent() {
        assertThat(Judgement.of(with(facts("cart-reminder"), true, false, true, ""), NOON)).isEqualTo(drop("NO_CONSENT"));
    }

    @Test
    void nothing_goes_to_a_suppressed_or_missing_address() {
        assertThat(Judgement.of(with(facts("password-reset"), true, true, true, "HARD_BOUNCE"), NOON))
                .isEqualTo(drop("HARD_BOUNCE"));
        assertThat(Judgement.of(with(facts("order-confirmed"), true, true, false, ""), NOON)).isEqualTo(drop("NO_ADDRESS"));
    }

    @Test
    void after_thirty_days_it_is_too_late() {
        assertThat(Judgement.of(facts("order-confirmed"), NOON.plus(Duration.ofDays(30)))).isEqualTo(new Decision.Send());
        assertThat(Judgement.of(facts("order-confirmed"), NOON.plus(Duration.ofDays(30)).plusMillis(1)))
                .isEqualTo(new Decision.Drop(Decision.Ending.EXPIRED, "TOO_OLD"));
    }

    @Test
    void at_night_only_what_is_urgent_is_sent() {
        var morning = Instant.parse("2026-05-05T08:00:00Z");
        assertThat(Judgement.of(facts("cart-reminder"), MIDNIGHT)).isEqualTo(new Decision.Defer(morning));
        assertThat(Judgement.of(facts("order-confirmed"), MIDNIGHT)).isEqualTo(new Decision.Send());
    }

    @Test
    void the_eleventh_in_an_hour_waits_until_the_first_is_an_hour_old() {
        var ten = past(10, Category.TRANSACTIONAL, Duration.ofMinutes(5));
        assertThat(Judgement.of(sent(facts("order-confirmed"), ten.subList(0, 9)), NOON)).isEqualTo(new Decision.Send());
        assertThat(Judgement.of(sent(facts("order-confirmed"), ten), NOON))
                .isEqualTo(new Decision.Defer(NOON.plus(Duration.ofMinutes(10))));
    }

    @Test
    void the_sixth_advertisement_of_a_day_waits_and_an_order_does_not() {
        var five = past(5, Category.MARKETING, Duration.ofHours(2));
        assertThat(Judgement.of(sent(facts("cart-reminder"), five), NOON))
                .isEqualTo(new Decision.Defer(NOON.plus(Duration.ofHours(14))));
        assertThat(Judgement.of(sent(facts("order-confirmed"), five), NOON)).isEqualTo(new Decision.Send());
    }

    @Test
    void security_neither_waits_for_a_limit_nor_counts_for_one() {
        var many = past(30, Category.TRANSACTIONAL, Duration.ofMinutes(1));
        assertThat(Judgement.of(sent(facts("password-reset"), many), NOON)).isEqualTo(new Decision.Send());
        var secure = past(30, Category.SECURITY, Duration.ofMinutes(1));
        assertThat(Judgement.of(sent(facts("order-confirmed"), secure), NOON)).isEqualTo(new Decision.Send());
    }

    private static Decision drop(String reason) {
        return new Decision.Drop(Decision.Ending.SUPPRESSED, reason);
    }
}
