package dev.souk.tests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.RunningSouk;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Left out with `-Dexcluded.groups=slow`.
@Tag("slow")
class RestartedDatabaseTest {
    @Test
    void tools_are_told_the_process_of_the_server_that_runs_now() throws Exception {
        try (var souk = RunningSouk.start(Map.of("souk.rate-limits.enabled", "false"))) {
            var killed = ProcessHandle.of(souk.behind().postgresPid()).orElseThrow();
            assertThat(killed.destroyForcibly()).isTrue();
            Await.until("another server is named", () -> souk.behind().postgresPid() != killed.pid());
            assertThat(ProcessHandle.of(souk.behind().postgresPid())).hasValueSatisfying(ProcessHandle::isAlive);
            Await.until(
                    "ready again",
                    () -> souk.guest().get("//actuator/health/readiness").status() == 200);
        }
    }
}
