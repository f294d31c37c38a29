package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Settings;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/// Settings of all contexts, looked up as `<context>.<name>`. Remembers what was asked for, so that a name that nothing
/// reads can be told from one that is read.
public final class ConfiguredSettings {
    private final Map<String, String> values;
    private final Set<String> read = new ConcurrentSkipListSet<>();

    public ConfiguredSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /// The settings of one context.
    public Settings of(String context) {
        return new Part(context + ".");
    }

    /// Asked after the contexts were wired, which is when they read their settings.
    ///
    /// @throws UnknownSetting when a value is given for one of these contexts under a name that it never asked for,
    ///     or under a name of no context
    public void requireRead(Set<String> contexts) {
        for (var name : new TreeSet<>(values.keySet())) {
            var owner = name.substring(0, Math.max(0, name.indexOf('.')));
            if ((owner.isEmpty() || contexts.contains(owner)) && !read.contains(name)) {
                throw UnknownSetting.of(name, read);
            }
        }
    }

    private final class Part implements Settings {
        private final String prefix;

        Part(String prefix) {
            this.prefix = prefix;
        }

        private @Nullable String value(String name) {
            read.add(prefix + name);
            var value = values.get(prefix + name);
            return value == null ? null : value.strip();
        }

        @Override
        public String text(String name, String otherwise) {
            var value = value(name);
            return value == null ? otherwise : value;
        }

        @Override
        public long number(String name, long otherwise) {
            var value = value(name);
            try {
                return value == null ? otherwise : Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw unreadable(name, "a number", value, e);
            }
        }

        @Override
        public boolean flag(String name, boolean otherwise) {
            var value = value(name);
            if (value == null) {
                return otherwise;
            }
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw unreadable(name, "true or false", value, null);
            };
        }

        @Override
        public Duration duration(String name, Duration otherwise) {
            var value = value(name);
            try {
                return value == null ? otherwise : parse(value.toLowerCase(Locale.ROOT));
            } catch (RuntimeException e) {
                throw unreadable(name, "a duration", value, e);
            }
        }

        private IllegalArgumentException unreadable(
                String name, String kind, @Nullable String value, @Nullable Exception cause) {
            return new IllegalArgumentException("setting " + prefix + name + " is not " + kind + ": " + value, cause);
        }
    }

    /// `250ms`, `30s`, `15m`, `24h`, `7d` or ISO 8601 (`PT15M`).
    private static Duration parse(String value) {
        if (value.startsWith("p")) {
            return Duration.parse(value);
        }
        if (value.endsWith("ms")) {
            return Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)));
        }
        long amount = Long.parseLong(value.substring(0, value.length() - 1));
        return switch (value.charAt(value.length() - 1)) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            case 'd' -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException(value);
        };
    }
}
