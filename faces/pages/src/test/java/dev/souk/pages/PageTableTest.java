package dev.souk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.face.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTableTest {
    private static final Page.Handler NONE = _ -> new Shown.Page(200, List.of(), new byte[0]);

    private final PageTable pages = new PageTable(List.of(
            Page.get("/", NONE), Page.get("/checkout/{id}", NONE), Page.get("/checkout/return", NONE), Page.post("/cart", NONE)));

    @Test
    void a_word_wins_over_a_name() {
        assertThat(pages.find("GET", "/checkout/return").orElseThrow().page().path()).isEqualTo("/checkout/return");
        assertThat(pages.find("HEAD", "/checkout/7").orElseThrow().values()).containsEntry("id", "7");
        assertThat(pages.find("GET", "/")).isPresent();
    }

    @Test
    void an_empty_segment_is_no_value_and_another_method_no_match() {
        assertThat(pages.find("GET", "/checkout/")).isEmpty();
        assertThat(pages.find("GET", "/cart")).isEmpty();
        assertThat(pages.knows("/cart")).isTrue();
        assertThat(pages.knows("/nowhere")).isFalse();
    }
}
