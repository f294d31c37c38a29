package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFilesTest {
    @Test
    void a_server_that_has_stopped_leaves_no_files(@TempDir Path directory) {
        var own = directory.resolve("web");
        var server = WebServer.listen(
                WebConfig.on(0, SigningKey.fresh()).scratch(own), new SimpleMeterRegistry(), Clock.systemUTC());
        assertThat(own).isDirectoryContaining("glob:**/base").isDirectoryContaining("glob:**/empty");
        server.close();
        assertThat(directory).isEmptyDirectory();
    }
}
