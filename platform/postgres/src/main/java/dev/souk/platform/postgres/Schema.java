package dev.souk.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings a database up to date with the migrations on the class path. A database remembers the fingerprint of the
/// migrations that it has had; while these are the same Flyway is not even loaded, which is most of a warm start.
public final class Schema {
    private static final String TABLE =
            "create table if not exists schema_fingerprint (single boolean primary key, fingerprint text not null)";
    private static final String REMEMBER =
            """
            insert into schema_fingerprint (single, fingerprint) values (true, ?)
            on conflict (single) do update set fingerprint = excluded.fingerprint
            """;

    /// By folder: the class path stays as it is, and every context asks for the platform's folder.
    private static final Map<String, String> FINGERPRINTS = new ConcurrentHashMap<>();

    private Schema() {}

    /// Runs what `pool`'s database lacks of the migrations in `locations` (folders on the class path).
    public static void migrate(DataSource pool, DatabaseAddress address, List<String> locations) {
        var fingerprint = fingerprint(locations);
        if (current(pool, fingerprint)) {
            return;
        }
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations(locations.stream().map(folder -> "classpath:" + folder).toArray(String[]::new))
                .failOnMissingLocations(false)
                .load()
                .migrate();
        remember(pool, fingerprint);
    }

    private static boolean current(DataSource pool, String fingerprint) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select to_regclass('schema_fingerprint') is not null")) {
                if (!rows.next() || !rows.getBoolean(1)) {
                    return false;
                }
            }
            try (var rows = statement.executeQuery("select fingerprint from schema_fingerprint")) {
                return rows.next() && rows.getString(1).equals(fingerprint);
            } finally {
                end(connection);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void remember(DataSource pool, String fingerprint) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
            try (var insert = connection.prepareStatement(REMEMBER)) {
                insert.setString(1, fingerprint);
                insert.executeUpdate();
            }
            end(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /// Names and checksums of all migrations, in one number for each folder.
    static String fingerprint(List<String> locations) {
        return locations.stream()
                .map(location -> FINGERPRINTS.computeIfAbsent(location, Schema::fingerprint))
                .collect(Collectors.joining(" "));
    }

    private static String fingerprint(String location) {
        var files = new TreeMap<String, Long>();
        try {
            for (var place : Collections.list(Schema.class.getClassLoader().getResources(location))) {
                files.putAll(checksums(place, location));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var sum = new CRC32();
        files.forEach((name, checksum) -> sum.update((name + checksum).getBytes(StandardCharsets.UTF_8)));
        return location + ':' + files.size() + ':' + sum.getValue();
    }

    /// From a jar's directory, without reading the files; in a build folder from the files.
    private static Map<String, Long> checksums(URL place, String location) throws IOException {
        var files = new TreeMap<String, Long>();
        if (place.openConnection() instanceof JarURLConnection jar) {
            for (var entry : Collections.list(jar.getJarFile().entries())) {
                if (entry.getName().startsWith(location + "/") && !entry.isDirectory()) {
                    files.put(entry.getName(), entry.getCrc());
                }
            }
            return files;
        }
        try (var inside = Files.walk(Path.of(new URI(place.toString())))) {
            for (var file : inside.filter(Files::isRegularFile).toList()) {
                var sum = new CRC32();
                sum.update(Files.readAllBytes(file));
                files.put(location + "/" + file.getFileName(), sum.getValue());
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return files;
    }
}
