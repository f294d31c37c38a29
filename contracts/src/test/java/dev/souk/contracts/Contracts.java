package dev.souk.contracts;

import dev.souk.platform.messaging.MessageType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Every message and query class of this module.
final class Contracts {
    private Contracts() {}

    static List<Class<?>> all() throws IOException, URISyntaxException {
        var root = Path.of(Address.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", ""))
                    .filter(name -> !name.endsWith("-info"))
                    .<Class<?>>map(Contracts::load)
                    .filter(type -> type.isAnnotationPresent(MessageType.class))
                    .sorted(java.util.Comparator.comparing(Class::getName))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
