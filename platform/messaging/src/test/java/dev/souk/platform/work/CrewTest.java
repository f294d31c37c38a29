package dev.souk.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CrewTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void stopping_lets_what_is_under_way_end_and_leaves_what_waits() throws InterruptedException {
        var begun = new CountDownLatch(2);
        var go = new CountDownLatch(1);
        Queue<String> done = new ConcurrentLinkedQueue<>();
        var crew = new Crew<String>("crew", 2, job -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                return;
            }
            done.add(job);
        });
        List.of("a", "b", "c", "d").forEach(crew::add);
        crew.start();
        begun.await();
        var stopping = Thread.startVirtualThread(() -> crew.stop(PATIENCE));
        while (crew.waiting() < 4) {
            Thread.onSpinWait(); // until both ends of work are in line before what waits
        }
        go.countDown();
        stopping.join();
        assertThat(done).containsExactlyInAnyOrder("a", "b");
        assertThat(crew.waiting()).isEqualTo(2);
    }

    @Test
    void one_thread_can_take_another_job_but_not_the_end() throws InterruptedException {
        var crew = new Crew<String>("crew", 0, _ -> {});
        crew.add("a");
        assertThat(crew.another(0)).contains("a");
        assertThat(crew.another(0)).isEmpty();
    }

    @Test
    void what_is_under_way_is_begun_once_and_awaited() throws InterruptedException {
        var work = new UnderWay<String>();
        assertThat(work.begin("a")).isTrue();
        assertThat(work.begin("a")).isFalse();
        assertThat(work.awaitNone(Duration.ZERO)).isFalse();
        Thread.startVirtualThread(() -> work.done(List.of("a")));
        assertThat(work.awaitNone(PATIENCE)).isTrue();
        assertThat(work.begin("a")).isTrue();
    }
}
