package dev.souk.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LadderTest {
    @Test
    void a_notification_is_tried_again_three_times() {
        var ladder = Ladder.NOTIFICATIONS;
        assertThat(ladder.after(1, 0.5)).contains(Duration.ofMinutes(1));
        assertThat(ladder.after(2, 0.5)).contains(Duration.ofMinutes(5));
        assertThat(ladder.after(3, 0.5)).contains(Duration.ofMinutes(25));
        assertThat(ladder.after(4, 0.5)).isEmpty();
    }

    @Test
    void retries_spread_by_a_fifth() {
        assertThat(Ladder.NOTIFICATIONS.after(1, 0)).contains(Duration.ofSeconds(48));
        assertThat(Ladder.NOTIFICATIONS.after(1, 1)).contains(Duration.ofSeconds(72));
    }

    @Test
    void a_webhook_waits_longer_and_longer_up_to_a_day() {
        assertThat(Ladder.WEBHOOKS.afterAll(1, 0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Ladder.WEBHOOKS.afterAll(7, 0)).isEqualTo(Duration.ofHours(24));
        assertThat(Ladder.WEBHOOKS.afterAll(50, 0)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void an_id_follows_from_cause_template_channel_and_recipient() {
        var cause = UUID.fromString("019a0000-1234-7000-8000-000000000001");
        var recipient = UUID.randomUUID();
        var id = NotificationId.of(cause, "order-confirmed", Channel.EMAIL, recipient);
        assertThat(NotificationId.of(cause, "order-confirmed", Channel.EMAIL, recipient)).isEqualTo(id);
        assertThat(NotificationId.of(cause, "order-confirmed", Channel.SMS, recipient)).isNotEqualTo(id);
        assertThat(NotificationId.of(cause, "order-received", Channel.EMAIL, recipient)).isNotEqualTo(id);
        assertThat(NotificationId.of(cause, "order-confirmed", Channel.EMAIL, UUID.randomUUID())).isNotEqualTo(id);
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.toString()).startsWith("019a0000-1234-8");
    }
}
