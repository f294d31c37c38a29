package dev.souk.tests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.app.Souk;
import dev.souk.bench.check.Finding;
import dev.souk.bench.torture.Plan;
import dev.souk.bench.torture.Plan.Victim;
import dev.souk.bench.torture.Torture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three kills, one of each kind. Left out with `-Dexcluded.groups=slow`.
@Tag("slow")
class KilledTest {
    private static final long SEED = 25;

    @TempDir
    private Path data;

    @Test
    void three_kills_lose_nothing_and_do_nothing_twice() throws Exception {
        var outcome = Torture.run(new Plan(
                data, platform(), 3, Duration.ofSeconds(24), Duration.ofSeconds(120), 6, SEED,
                List.of(Victim.PLATFORM, Victim.POSTGRES, Victim.BOTH)));

        assertThat(outcome.recoveries()).hasSize(3);
        assertThat(outcome.calls()).containsKey("202");
        assertThat(outcome.findings()).filteredOn(finding -> !finding.holds()).extracting(Finding::toString).isEmpty();
    }

    /// This module's own classes, so that what was just compiled is what is killed.
    private static List<String> platform() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Souk.class.getName(), "up");
    }
}
