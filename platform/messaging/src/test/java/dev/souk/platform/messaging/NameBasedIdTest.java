package dev.souk.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdTest {
    /// RFC 9562, appendix A.4.
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void the_example_of_the_rfc_comes_out() {
        assertThat(NameBasedId.of(DNS, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void the_same_name_has_the_same_id_and_another_name_another() {
        assertThat(NameBasedId.of(DNS, "1")).isEqualTo(NameBasedId.of(DNS, "1")).isNotEqualTo(NameBasedId.of(DNS, "2"));
    }
}
