package dev.souk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private ShopConfig config(int port, List<String> contexts, Map<String, String> settings) {
        return new ShopConfig(directory, "127.0.0.1", port, contexts, settings);
    }

    @Test
    void a_data_directory_has_one_process_at_a_time() {
        var first = DataDirectory.open(directory);
        assertThatThrownBy(() -> DataDirectory.open(directory))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("already running on ");
        first.close();
        DataDirectory.open(directory).close();
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() throws IOException {
        var file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("below")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void the_demo_shop_is_loaded_once() {
        try (var data = DataDirectory.open(directory)) {
            assertThat(data.isNew()).isTrue();
            data.filled();
            assertThat(data.isNew()).isFalse();
        }
    }

    @Test
    void what_stands_in_the_way_is_said_before_anything_is_started() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Shop.open(config(taken.getLocalPort(), List.of(), Map.of())).close())
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("is in use");
        }
        assertThatThrownBy(() -> Shop.open(config(0, List.of("warehouse"), Map.of())).close())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("no context 'warehouse'");
        assertThatThrownBy(() -> Shop.open(config(0, List.of(), Map.of("souk.provider", "stripe"))).close())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("souk.stripe.key");
        assertThatThrownBy(() -> Shop.open(config(0, List.of(), Map.of("souk.rate-limit.enabled", "false"))).close())
                .isInstanceOf(StartException.class)
                .hasMessage("there is no setting 'souk.rate-limit.enabled'; the nearest is 'souk.rate-limits.enabled'");
        assertThatThrownBy(() -> Shop.open(config(0, List.of(), Map.of("hold", "5m"))).close())
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("there is no setting 'hold': names begin with souk. or with a context: cart, ");
        assertThat(directory.resolve("postgres")).doesNotExist();
        DataDirectory.open(directory).close();
    }

    @Test
    void a_setting_that_its_context_does_not_read_stops_the_start() {
        assertThatThrownBy(() -> Shop.open(config(0, List.of("cart"), Map.of("cart.expiri", "7d", "order.hold", "1h"))).close())
                .isInstanceOf(StartException.class)
                .hasMessage("there is no setting 'cart.expiri'; the nearest is 'cart.expiry'");
        DataDirectory.open(directory).close();
    }

    @Test
    void who_runs_here_is_replaced_as_a_whole() throws IOException {
        try (var data = DataDirectory.open(directory)) {
            data.running(Map.of("postgresPid", 1));
            data.running(Map.of("postgresPid", 2));
            assertThat(directory.resolve("running.json")).hasContent("{\"postgresPid\":2}");
            assertThat(directory.resolve("running.json.new")).doesNotExist();
        }
        assertThat(directory.resolve("running.json")).doesNotExist();
    }
}
