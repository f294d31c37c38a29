package dev.souk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.face.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static Visit sent(String body) {
        return new Visit("POST", "/", Map.of(), Map.of("content-type", "multipart/form-data; boundary=XyZ"),
                body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), false);
    }

    @Test
    void fields_and_files_are_told_apart() {
        var visit = sent("""
                --XyZ
                Content-Disposition: form-data; name="dryRun"

                true
                --XyZ
                Content-Disposition: form-data; name="file"; filename="goods.csv"
                Content-Type: text/csv

                sku,name
                A,Täßchen

                --XyZ--
                """);
        var parts = Parts.of(visit);

        assertThat(parts).extracting(Parts.Part::name).containsExactly("dryRun", "file");
        assertThat(parts).extracting(Parts.Part::file).containsExactly("", "goods.csv");
        assertThat(parts.getLast().text()).isEqualTo("sku,name\r\nA,Täßchen\r\n");
        assertThat(Fields.of(visit).ticked("dryRun")).isTrue();
        assertThat(Fields.of(visit).get("file")).isEmpty();
    }

    @Test
    void what_is_cut_off_or_broken_is_no_part() {
        assertThat(Parts.of(sent("--XyZ\nContent-Disposition: form-data; name=\"a\"\n\nhalf"))).isEmpty();
        assertThat(Parts.of(sent("--XyZ--\n"))).isEmpty();
        assertThat(Parts.of(sent("--XyZ\n--XyZ\n--XyZ--"))).isEmpty();
        assertThat(Parts.of(sent(""))).isEmpty();
    }
}
