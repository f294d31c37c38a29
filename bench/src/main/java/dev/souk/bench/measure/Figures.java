package dev.souk.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Figures kept in a file, with the commit that they belong to.
public final class Figures {
    private Figures() {}

    public static void write(Path file, Map<String, ?> figures) throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("commit", commit());
        all.put("cores", Runtime.getRuntime().availableProcessors());
        all.putAll(figures);
        var mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(file, mapper.writeValueAsString(all) + "\n");
        System.out.println("written to " + file);
    }

    public static String commit() throws IOException {
        var process = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").directory(Rig.home().toFile()).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
