package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class EventStreamTest {
    @Test
    void an_idle_stream_says_that_it_is_alive_and_ends_when_the_server_stops() throws Exception {
        try (var notes = Notes.running(config -> config.heartbeat(Duration.ofMillis(50)));
                var socket = new Socket(InetAddress.getLoopbackAddress(), notes.port())) {
            socket.getOutputStream().write("GET /api/v1/notes/stream HTTP/1.1\r\nHost: souk\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(until(in, "event: note")).isTrue();
            assertThat(until(in, "data: {\"bytes\":1}")).isTrue();
            assertThat(until(in, ": still here")).isTrue();

            notes.server().close();

            assertThat(until(in, "0")).isTrue();
        }
    }

    @Test
    void what_cannot_be_followed_is_a_problem_and_not_a_stream() {
        try (var notes = Notes.running()) {
            var seen = notes.get("/notes/stream?none=1");
            assertThat(seen.status()).isEqualTo(404);
            assertThat(seen.code()).isEqualTo("NO_STREAM");
            assertThat(seen.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    private static boolean until(BufferedReader in, String wanted) throws java.io.IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
