package dev.souk.product.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"85123A", "POST", "BANK CHARGES", "gift_0001_20", "a", "15056bl", "C2.5-x"})
    void skus_of_real_shops_pass(String sku) {
        assertThat(new Check().sku(sku).refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " A", "A ", "a/b", "ä", "a\u0000b", "-x"})
    void other_skus_do_not(String sku) {
        assertThat(new Check().sku(sku).refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " padded", "zero \u0000", "half \ud83d", "line\nbreak", "\ud83d\ude00"})
    void names_are_two_to_two_hundred_plain_characters(String name) {
        assertThat(new Check().name(name).refusal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.example/x.jpg", "javascript:alert(1)", "/x.jpg", "http://", "https://me:secret@a.example/x",
                "https://a.example/a b", "file:///etc/passwd"
            })
    void only_web_addresses_are_pictures(String url) {
        assertThat(new Check().imageUrl(url).refusal()).isPresent();
    }

    @Test
    void the_first_thing_wrong_is_told() {
        var refusal = new Check().price(-1L).currency("XXX").refusal().orElseThrow();

        assertThat(refusal.code()).isEqualTo("INVALID_PRICE");
    }
}
