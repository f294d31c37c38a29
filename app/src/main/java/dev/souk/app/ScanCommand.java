package dev.souk.app;

import dev.souk.platform.messaging.Trace;
import dev.souk.platform.postgres.TraceSearch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Searches everything for values.
@Command(
        name = "scan",
        description = "Says where values can be read in clear: in every table of every database, and in the files of the data"
                + " directory; never the values. Ends with 0 when nowhere, with 1 when somewhere.",
        mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "VALUE",
            description = "What to look for. None: one a line from standard input, so that no history of a shell keeps them")
    private List<String> values = List.of();

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Data directory, of a platform that runs or not (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--raw", description = "Also the database server's own files: rows that were deleted, write-ahead log")
    private boolean raw;

    @Override
    public Integer call() throws IOException, SQLException {
        var sought = (values.isEmpty() ? lines() : values).stream().filter(each -> !each.isBlank()).map(Trace::of).toList();
        if (sought.isEmpty()) {
            throw new StartException("there is nothing to look for");
        }
        var found = new ArrayList<String>();
        try (var here = Installation.of(data)) {
            var search = new TraceSearch(sought);
            for (var name : here.databases()) {
                try (var session = here.open(name)) {
                    found.addAll(search.in(session, name));
                }
            }
            found.addAll(search.in(here.path(), path -> !raw && path.endsWith("pgdata")));
        }
        found.forEach(System.out::println);
        System.err.println("souk: " + sought.size() + (sought.size() == 1 ? " value, " : " values, ")
                + (found.isEmpty() ? "found nowhere" : "found in " + found.size() + (found.size() == 1 ? " place" : " places")));
        return found.isEmpty() ? 0 : 1;
    }

    private static List<String> lines() throws IOException {
        System.err.println("souk: reading values from standard input, one a line");
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }
}
