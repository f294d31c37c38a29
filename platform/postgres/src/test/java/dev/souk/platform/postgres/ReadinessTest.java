package dev.souk.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadinessTest {
    @Test
    @Timeout(20)
    void a_part_that_does_not_answer_is_down_and_is_not_waited_for() throws InterruptedException {
        var asked = new AtomicInteger();
        var back = new CountDownLatch(1);
        var readiness = new Readiness(Map.of("well", () -> true, "away", () -> {
            asked.incrementAndGet();
            return waited(back);
        }));

        assertThat(readiness.states()).containsEntry("well", true).containsEntry("away", false);
        assertThat(readiness.states()).containsEntry("away", false);
        assertThat(asked).hasValue(1);

        back.countDown();
        PlatformTest.await(() -> !readiness.states().containsValue(false));
    }

    @Test
    void a_part_that_fails_is_down() {
        var readiness = new Readiness(Map.of("ill", () -> {
            throw new IllegalStateException("no");
        }));
        assertThat(readiness.states()).containsEntry("ill", false);
    }

    private static boolean waited(CountDownLatch back) {
        try {
            back.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
