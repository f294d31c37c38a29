package dev.souk.tests.souk;

import dev.souk.platform.messaging.Trace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What tests have told the platform, or been told by it, that must never stand in a log: secrets, and what leads to a
/// person. Kept by itself from every request and answer.
public final class Confided {
    /// What it is.
    public enum Sort {
        TOKEN,
        PASSWORD,
        EMAIL,
        NAME,
        PHONE,
        STREET
    }

    private static final int SHORTEST = 6;
    private static final int SHORTEST_TOKEN = 20;
    private static final Map<String, Sort> MEMBERS = Map.ofEntries(
            Map.entry("email", Sort.EMAIL), Map.entry("password", Sort.PASSWORD), Map.entry("newPassword", Sort.PASSWORD),
            Map.entry("currentPassword", Sort.PASSWORD), Map.entry("recipientName", Sort.NAME), Map.entry("line1", Sort.STREET),
            Map.entry("phone", Sort.PHONE), Map.entry("cartToken", Sort.TOKEN), Map.entry("accessToken", Sort.TOKEN),
            Map.entry("access_token", Sort.TOKEN), Map.entry("refresh_token", Sort.TOKEN), Map.entry("token", Sort.TOKEN),
            Map.entry("secret", Sort.TOKEN));
    private static final Map<Sort, Set<String>> ALL = new EnumMap<>(Sort.class);

    static {
        for (var sort : Sort.values()) {
            ALL.put(sort, ConcurrentHashMap.newKeySet());
        }
    }

    private Confided() {}

    /// Also what a form says.
    public static void member(String name, String value) {
        var sort = MEMBERS.get(name);
        if (sort != null) {
            keep(sort, value);
        }
    }

    static void token(@Nullable String value) {
        if (value != null) {
            keep(Sort.TOKEN, value);
        }
    }

    /// Looks through JSON; a name counts where an e-mail address stands beside it.
    static void json(JsonNode node) {
        if (node.isObject() && node.has("email")) {
            keep(Sort.NAME, node.path("name").asString(""));
        }
        node.properties().forEach(member -> {
            if (member.getValue().isString()) {
                member(member.getKey(), member.getValue().asString());
            }
            json(member.getValue());
        });
        node.values().forEach(Confided::json);
    }

    /// Only what nobody could write by chance, and what is not masked.
    private static void keep(Sort sort, String value) {
        boolean telling = switch (sort) {
            case TOKEN -> value.length() >= SHORTEST_TOKEN;
            case EMAIL -> value.indexOf('@') > 0;
            case NAME, STREET -> value.strip().indexOf(' ') > 0;
            case PHONE -> value.chars().filter(Character::isDigit).count() >= SHORTEST;
            case PASSWORD -> true;
        };
        var known = Objects.requireNonNull(ALL.get(sort));
        if (telling && value.strip().length() >= SHORTEST && value.indexOf('*') < 0) {
            known.add(value);
        }
    }

    /// How many different ones there are of a sort.
    public static int known(Sort sort) {
        return Objects.requireNonNull(ALL.get(sort)).size();
    }

    public static List<Trace> traces() {
        return ALL.values().stream().flatMap(Set::stream).map(Trace::of).toList();
    }
}
