package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Settings;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Settings of one context, looked up as `<context>.<name>`. Durations are written `250ms`, `30s`, `15m`, `24h`, `7d`
/// or in ISO 8601 (`PT15M`).
public final class ConfiguredSettings implements Settings {
    private final String context;
    private final Map<String, String> values;

    public ConfiguredSettings(String context, Map<String, String> values) {
        this.context = context;
        this.values = Map.copyOf(values);
    }

    private @Nullable String value(String name) {
        var own = values.get(context + "." + name);
        return own != null ? own : values.get(name);
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
            return value == null ? otherwise : Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("setting " + context + "." + name + " is not a number: " + value, e);
        }
    }

    @Override
    public boolean flag(String name, boolean otherwise) {
        var value = value(name);
        return value == null ? otherwise : Boolean.parseBoolean(value.strip());
    }

    @Override
    public Duration duration(String name, Duration otherwise) {
        var value = value(name);
        try {
            return value == null ? otherwise : parse(value.strip().toLowerCase(Locale.ROOT));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("setting " + context + "." + name + " is not a duration: " + value, e);
        }
    }

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
