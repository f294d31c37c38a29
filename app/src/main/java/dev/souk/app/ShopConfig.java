package dev.souk.app;

import dev.souk.platform.web.WebConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What one platform is started with.
///
/// @param contexts empty means all
/// @param settings `<context>.<name>` or `souk.<name>` to value
public record ShopConfig(Path data, String address, int port, List<String> contexts, Map<String, String> settings) {
    public ShopConfig {
        contexts = List.copyOf(contexts);
        settings = Map.copyOf(settings);
    }

    String text(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }

    String required(String name) {
        var value = settings.get(name);
        if (value == null) {
            throw new StartException("setting " + name + " is missing");
        }
        return value;
    }

    int number(String name, int otherwise) {
        var value = settings.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new StartException("setting " + name + " is not a number: " + value, e);
        }
    }

    boolean flag(String name, boolean otherwise) {
        var value = settings.get(name);
        return value == null ? otherwise : Boolean.parseBoolean(value.strip());
    }

    @Override
    public String toString() {
        return "ShopConfig[" + data + "]"; // settings may hold secrets
    }

    WebConfig.Limits limits() {
        return WebConfig.Limits.STANDARD
                .enabled(flag("souk.rate-limits.enabled", true))
                .staffFactor(number("souk.rate-limits.staff-factor", WebConfig.Limits.STANDARD.staffFactor()));
    }
}
