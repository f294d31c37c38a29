package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pages of `docs/` that are generated: compared, or with `-Ddocs.write` written.
public final class Docs {
    private Docs() {}

    public static void upToDate(String name, String generated) throws IOException {
        var file = Path.of("..", "docs", name);
        if (System.getProperty("docs.write") != null) {
            Files.writeString(file, generated);
        }
        assertThat(file).as("run again with -Ddocs.write").hasContent(generated);
    }
}
