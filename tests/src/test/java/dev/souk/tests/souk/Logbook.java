package dev.souk.tests.souk;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.souk.platform.messaging.Trace;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/// Every line that was logged in this process since the first platform of the tests was started, with traces of stacks.
public final class Logbook {
    private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();
    private static final java.util.logging.Logger JUL = java.util.logging.Logger.getLogger("");

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private Logbook() {}

    /// From now on, if not before.
    static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            var logging = (LoggerContext) LoggerFactory.getILoggerFactory();
            var writer = new Writer();
            writer.setContext(logging);
            writer.start();
            logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(writer);
            JUL.addHandler(new LibraryWriter());
        }
    }

    private static final class Writer extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            var thrown = event.getThrowableProxy();
            LINES.add(event.getLoggerName() + " " + event.getFormattedMessage()
                    + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
        }
    }

    private static final class LibraryWriter extends Handler {
        @Override
        public void publish(LogRecord line) {
            LINES.add(line.getLoggerName() + " " + line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    public static List<String> lines() {
        return List.copyOf(LINES);
    }

    /// Lines with one of the traces.
    public static List<String> holding(List<Trace> traces) {
        return holding(lines(), traces);
    }

    /// Those of some lines that have one of the traces.
    public static List<String> holding(List<String> lines, List<Trace> traces) {
        return lines.stream()
                .filter(line -> traces.stream().anyMatch(trace -> trace.together().stream()
                        .allMatch(text -> line.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))))
                .toList();
    }
}
