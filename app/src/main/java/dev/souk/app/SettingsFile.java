package dev.souk.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Settings in a file, one `name=value` a line.
final class SettingsFile {
    private SettingsFile() {}

    static Map<String, String> read(@Nullable Path file) {
        var all = new HashMap<String, String>();
        if (file != null) {
            var read = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                read.load(reader);
            } catch (IOException e) {
                throw new StartException("the settings file " + file + " cannot be read", e);
            }
            read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
        }
        return all;
    }
}
