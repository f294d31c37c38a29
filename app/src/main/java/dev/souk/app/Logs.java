package dev.souk.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;

/// How the program logs: one line an event to the console; libraries speak only when something is wrong. In code,
/// because reading the same from XML takes a tenth of the start. Public because logback makes it by name.
public final class Logs extends ContextAwareBase implements Configurator {
    private static final Map<String, Level> LEVELS = Map.of(
            "ROOT", Level.WARN,
            "dev.souk", Level.INFO,
            // pools grow in threads of requests, which Tomcat takes for leaks when it stops
            "org.apache.catalina.loader", Level.ERROR);

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        var lines = new PatternLayoutEncoder();
        lines.setContext(logging);
        lines.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} %msg%n");
        lines.start();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(logging);
        console.setEncoder(lines);
        console.start();
        LEVELS.forEach((name, level) -> logging.getLogger(name).setLevel(level));
        logging.getLogger("ROOT").addAppender(console);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
