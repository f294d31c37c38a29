package dev.souk.pages.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Locale;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class PicturesTest {
    private final Pictures pictures = new Pictures();

    @ParameterizedTest
    @CsvSource({
        "White hanging heart t-light holder, tlight-white-hearts-1",
        "Red retrospot mug, mug-red-dots-1",
        "Set of 6 blue lanterns, lantern-blue-plain-3",
        "Set of 2 tins vintage bathroom, soap-p1-flowers-2",
        "Wooden picture frame, frame-brown-plain-1",
        "Charlotte bag dolly girl design, bag-p1-plain-1",
        "Glitter star, star-gold-plain-1",
        "Qwertz, gift-p1-plain-1",
    })
    void a_name_says_what_is_drawn(String name, String drawn) {
        assertThat(pictures.of(new UUID(1, 1), name)).endsWith("/" + drawn + ".svg");
    }

    @Test
    void the_same_product_always_looks_the_same() {
        var id = UUID.randomUUID();
        assertThat(pictures.of(id, "Jam jar")).isEqualTo(new Pictures().of(id, "Jam jar"));
    }

    @Test
    void every_drawing_is_a_whole_svg_without_scripts_in_every_fabric() throws Exception {
        for (var motif : new Motifs().names()) {
            for (var fabric : Fabric.values()) {
                var svg = pictures.draw(motif + "-red-" + fabric.name().toLowerCase(Locale.ROOT) + "-3-tall.svg")
                        .orElseThrow(() -> new AssertionError(motif));
                var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg))).getDocumentElement();
                assertThat(root.getTagName()).isEqualTo("svg");
                assertThat(svg).doesNotContain("@").doesNotContain("<script");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"nothing-red-plain-1.svg", "mug-mauve-plain-1.svg", "mug-red-fur-1.svg", "mug-red-plain-9.svg", "../../etc/passwd", "mug-red-plain-1.svg.html"})
    void what_is_no_drawing_is_not_drawn(String file) {
        assertThat(pictures.draw(file)).isEmpty();
    }
}
