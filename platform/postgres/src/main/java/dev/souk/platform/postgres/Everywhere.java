package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Trace;
import dev.souk.platform.messaging.Traces;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.postgres.vault.KeyVault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// All databases of this process, and the files of the installation. Left out are the files of a database server, whose
/// tables are looked into already, and the demonstration's lists of its own accounts.
record Everywhere(Collection<ContextDatabase> databases, Vault vault, List<Path> directories) implements Traces {
    @Override
    public List<String> find(Collection<Trace> traces) {
        var search = new TraceSearch(traces);
        var found = new ArrayList<String>();
        for (var database : databases) {
            try (var connection = database.readingConnection()) {
                found.addAll(search.in(connection, database.context()));
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }
        if (vault instanceof KeyVault open) {
            found.addAll(open.find(search));
        }
        directories.forEach(directory -> found.addAll(search.in(directory, Everywhere::leftOut)));
        return found;
    }

    private static boolean leftOut(Path path) {
        return path.endsWith("pgdata") || path.getFileName().toString().startsWith("demo-");
    }
}
