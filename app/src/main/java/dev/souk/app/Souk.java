package dev.souk.app;

import java.util.Objects;
import java.util.ServiceLoader;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/// The program's entrance.
@Command(name = "souk", description = "Souk, a commerce platform.", mixinStandardHelpOptions = true)
public final class Souk implements Runnable {
    /// Kept, because a logger that nobody holds forgets its level.
    private static final Logger JUL = Logger.getLogger("");

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private Souk() {}

    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        JUL.setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    private static CommandLine commandLine() {
        var line = new CommandLine(new Souk())
                .addSubcommand(new UpCommand())
                .addSubcommand(new TokenCommand())
                .addSubcommand(new AdminCommand())
                .addSubcommand(new KeysCommand())
                .addSubcommand(new AuditCommand())
                .addSubcommand(new ScanCommand())
                .addSubcommand(new SecretCommand())
                .addSubcommand(new StaffCommand())
                .addSubcommand(new WarmUpCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure));
        ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
        return line;
    }

    private static int failed(Exception failure) {
        System.err.println("souk: " + (failure instanceof StartException ? failure.getMessage() : said(failure)));
        if (!(failure instanceof StartException) && System.getenv("SOUK_DEBUG") != null) {
            failure.printStackTrace();
        }
        return 1;
    }

    private static String said(@Nullable Throwable failure) {
        var reason = failure;
        while (reason != null && reason.getMessage() == null) {
            reason = reason.getCause();
        }
        return reason == null ? String.valueOf(failure) : reason.getMessage() + " (SOUK_DEBUG=1 shows where)";
    }

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(System.out);
    }
}
