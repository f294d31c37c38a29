package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Trace;
import dev.souk.platform.messaging.Traces;
import dev.souk.platform.messaging.Wiring;
import dev.souk.platform.postgres.TraceSearch;
import dev.souk.platform.testkit.TestPlatform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceSearchTest {
    @TempDir
    private Path files;

    private List<String> in(String content, Trace... traces) throws IOException {
        Files.writeString(files.resolve("log"), content);
        return new TraceSearch(List.of(traces)).in(files, _ -> false);
    }

    @Test
    void a_value_is_found_in_a_file_whatever_its_case_and_spelling() throws IOException {
        assertThat(in("x ADA@Example.com y", Trace.of("ada@example.com"))).hasSize(1);
        assertThat(in("?mail=ada%40example.com", Trace.of("Ada@example.com"))).hasSize(1);
        assertThat(in("{\"name\":\"Ann \\\"Pip\\\" Lee\"}", Trace.of("Ann \"Pip\" Lee"))).hasSize(1);
        assertThat(in("élodie ÉTOILE", Trace.of("Élodie Étoile"))).as("mixed case beyond ASCII").isEmpty();
        assertThat(in("ÉLODIE ÉTOILE", Trace.of("Élodie Étoile"))).hasSize(1);
        assertThat(in("ada at example.com", Trace.of("ada@example.com"))).isEmpty();
    }

    @Test
    void texts_that_lead_to_somebody_only_together_count_in_one_line() throws IOException {
        var home = Trace.of("1 High Street", "LS1 1AA");
        assertThat(in("to 1 High Street, Leeds LS1 1AA\n", home)).hasSize(1);
        assertThat(in("1 High Street, Ipswich\nLS1 1AA\n", home)).isEmpty();
    }

    @Test
    void a_value_is_found_across_the_parts_in_which_a_file_is_read() throws IOException {
        for (var filler : List.of("x", "x\n")) {
            var big = filler.repeat((1 << 20) / filler.length() - 5) + "ada@example.com" + "y".repeat(100);
            assertThat(in(big, Trace.of("ada@example.com"))).hasSize(1);
            assertThat(in(big, Trace.of("ada@example.org"))).isEmpty();
        }
    }

    /// A context that keeps what its wiring offers.
    private static final class Looking implements Context {
        private Traces traces = _ -> List.of();

        @Override
        public String name() {
            return "notes";
        }

        @Override
        public void wire(Wiring on) {
            traces = on.traces();
        }

        List<String> find(Trace... sought) {
            return traces.find(List.of(sought));
        }
    }

    @Test
    void rows_are_looked_through_in_every_column_also_in_bytes() {
        var looking = new Looking();
        try (var souk = TestPlatform.of(looking)) {
            souk.write(tx -> tx.sql("create table kept (id int, who text, raw bytea, doc jsonb)").update());
            souk.write(tx -> tx.sql("insert into kept values (1, 'Zoë Quartz', null, null), (2, null, ?, null), (3, null, null, ?::jsonb)")
                    .params("…Jürgen Müller…".getBytes(StandardCharsets.UTF_8), "{\"line\":\"1 High Street\",\"code\":\"LS1 1AA\"}")
                    .update());
            assertThat(looking.find(Trace.of("zoë quartz"))).containsExactly("notes.public.kept: 1 row");
            assertThat(looking.find(Trace.of("Jürgen Müller"))).containsExactly("notes.public.kept: 1 row");
            assertThat(looking.find(Trace.of("1 High Street", "LS1 1AA"))).containsExactly("notes.public.kept: 1 row");
            assertThat(looking.find(Trace.of("1 High Street", "Zoë Quartz"))).isEmpty();
            assertThat(looking.find(Trace.of("Zoë Quartz"), Trace.of("1 High Street"))).containsExactly("notes.public.kept: 2 rows");
            assertThat(looking.find()).isEmpty();
        }
    }
}
