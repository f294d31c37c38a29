package dev.souk.app;

import dev.souk.platform.postgres.Audit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What can be done with the audit logs of an installation.
@Command(
        name = "audit",
        description = "Audit logs of an installation.",
        subcommands = AuditCommand.Verify.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {
    /// Walks all chains.
    @Command(
            name = "verify",
            description = "Walks the chain of hashes of every context's audit log and prints its head. Ends with 1 when one"
                    + " is broken. Note the heads elsewhere: compared later, they show whether an end was cut off.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Data directory, of a platform that runs or not (default: ${DEFAULT-VALUE})")
        private Path data = Path.of("data");

        @Override
        public Integer call() throws SQLException {
            boolean whole = true;
            try (var here = Installation.of(data)) {
                for (var name : here.databases()) {
                    try (var session = here.open(name)) {
                        whole &= !Audit.kept(session) || told(name, Audit.verify(session));
                    }
                }
            }
            return whole ? 0 : 1;
        }

        private static boolean told(String context, Audit.Verdict said) {
            boolean whole = said.broken() == 0;
            System.out.printf(
                    "%-14s %s  %d rows, head %s%s%n", context, whole ? "whole " : "BROKEN", said.rows(), said.head(),
                    (whole ? "" : ", broken at " + said.broken())
                            + (said.unlinked() == 0 ? "" : ", " + said.unlinked() + " not linked yet"));
            return whole;
        }
    }
}
