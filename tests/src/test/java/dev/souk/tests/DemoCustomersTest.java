package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.RunningSouk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The people of the demo shop.
class DemoCustomersTest {
    @Test
    void they_sign_in_have_ordered_and_are_there_once() throws IOException, InterruptedException {
        try (var souk = RunningSouk.start(Map.of("souk.rate-limits.enabled", "false")).withDemoShop()) {
            souk.demoCustomers();
            var nora = signedIn(souk, souk.demoCustomers(), "nora");
            assertThat(nora.get("/customers/me").expect(200).json().path("addresses").size()).isEqualTo(2);
            assertThat(nora.get("/orders").expect(200).json().path("orders").findValuesAsString("lifecycleStatus"))
                    .hasSize(4).containsOnlyOnce("CANCELLED");
            assertThat(nora.get("/customers/me/points").expect(200).json().path("entries").findValuesAsString("kind"))
                    .containsOnlyOnce("REDEEMED");
        }
    }

    private static Api signedIn(RunningSouk souk, Path file, String name) throws IOException {
        var line = Files.readAllLines(file).stream().filter(l -> l.startsWith(name + "@")).findFirst().orElseThrow();
        var words = line.split("\\s+", 3);
        var token = souk.guest().post("/oauth/token", Map.of("email", words[0], "password", words[1]))
                .expect(200).string("accessToken");
        return souk.guest().token(token);
    }
}
