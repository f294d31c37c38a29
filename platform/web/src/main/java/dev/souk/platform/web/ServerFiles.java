package dev.souk.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/// The directory that Tomcat insists on having. Nothing is served from it, and it is gone when the server has stopped.
final class ServerFiles implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(ServerFiles.class);

    private final Path directory;

    private ServerFiles(Path directory) {
        this.directory = directory;
    }

    static ServerFiles of(WebConfig config) {
        try {
            var wanted = config.scratch();
            return new ServerFiles(
                    wanted == null ? Files.createTempDirectory("souk-web-") : Files.createDirectories(wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        try {
            factory.setBaseDirectory(Files.createDirectories(directory.resolve("base")).toFile());
            factory.setDocumentRoot(Files.createDirectories(directory.resolve("empty")).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            LOG.debug("left behind: {}", directory, e);
        }
    }
}
