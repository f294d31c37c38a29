package dev.souk.tests.badinput;

import dev.souk.platform.messaging.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A body that a route could like, made from the type that it declares.
final class Samples {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, Object> KNOWN = Map.ofEntries(
            Map.entry("currency", "GBP"), Map.entry("category", "things"), Map.entry("status", "ACTIVE"),
            Map.entry("type", "PERCENTAGE"), Map.entry("value", 10), Map.entry("url", "https://pictures.example/a.png"),
            Map.entry("returnUrl", "https://shop.example/back"), Map.entry("sha256", "0".repeat(64)),
            Map.entry("kind", "VOLUME"), Map.entry("methodId", "sample"), Map.entry("taxCategory", "standard"),
            Map.entry("rate", 0.2), Map.entry("discount", 0.1), Map.entry("locationId", "MAIN"), Map.entry("from",
                    "MAIN"),
            Map.entry("to", "SIDE"), Map.entry("country", "AQ"), Map.entry("countryCode", "GB"),
            Map.entry("shipToCountry", "GB"), Map.entry("postalCode", "N1 9GU"), Map.entry("channel", "BACK_OFFICE"),
            Map.entry("email", "ada@shop.example"), Map.entry("reason", "CORRECTION of a mistake"),
            Map.entry("decision", "ACCEPT"), Map.entry("day", "2026-01-31"), Map.entry("delta", 1),
            Map.entry("description", "Something that is bought again and again."), Map.entry("name", "A sample"),
            Map.entry("shippingMethodId", "standard"), Map.entry("paymentMethodToken", "tok_visa"));
    private static final List<String> UNIQUE = List.of("sku", "slug", "code");

    private final AtomicInteger number = new AtomicInteger();

    JsonNode of(Class<?> type) {
        return value(type, "");
    }

    private JsonNode value(Type type, String name) {
        if (type instanceof ParameterizedType some) {
            return several(some, name);
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return members(plain);
        }
        if (plain.isEnum()) {
            return NODES.stringNode(plain.getEnumConstants()[0].toString());
        }
        if (plain == UUID.class) {
            return NODES.stringNode(UUID.randomUUID().toString());
        }
        if (plain == Instant.class) {
            return NODES.stringNode(name.equals("endsAt") ? "2090-01-31T00:00:00Z" : "2026-01-31T00:00:00Z");
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return NODES.booleanNode(true);
        }
        return scalar(plain, name);
    }

    private JsonNode several(ParameterizedType type, String name) {
        var arguments = type.getActualTypeArguments();
        return type.getRawType() == Map.class
                ? NODES.objectNode().set("colour", value(arguments[1], name))
                : NODES.arrayNode().add(value(arguments[0], name));
    }

    private ObjectNode members(Class<?> type) {
        var object = NODES.objectNode();
        for (var member : type.getRecordComponents()) {
            object.set(member.getName(), value(member.getGenericType(), member.getName()));
        }
        return object;
    }

    private JsonNode scalar(Class<?> type, String name) {
        var known = KNOWN.get(name);
        if (type == String.class || type == Secret.class) {
            return NODES.stringNode(UNIQUE.contains(name)
                    ? "sample-" + number.incrementAndGet()
                    : known instanceof String text ? text : "sample");
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return JSON.valueToTree(known instanceof Double some ? some : 0.5);
        }
        return JSON.valueToTree(known instanceof Integer some ? some : 1);
    }
}
