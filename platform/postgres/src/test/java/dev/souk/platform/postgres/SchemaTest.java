package dev.souk.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void the_fingerprint_tells_migrations_apart_and_is_the_same_for_the_same() {
        var platform = Schema.fingerprint(List.of("db/platform"));

        assertThat(platform).startsWith("db/platform:").isEqualTo(Schema.fingerprint(List.of("db/platform")));
        assertThat(platform).doesNotContain(":0:");
        assertThat(Schema.fingerprint(List.of("db/platform", "db/vault"))).startsWith(platform).isNotEqualTo(platform);
        assertThat(Schema.fingerprint(List.of("db/nowhere"))).isEqualTo("db/nowhere:0:0");
    }
}
