package dev.souk.contracts;

import dev.souk.platform.messaging.Sealed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A filled instance of any contract record; the same every time.
final class Sample {
    private Sample() {}

    static Object of(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, name);
        }
        var raw = (Class<?>) type;
        if (raw.isRecord()) {
            return record(raw);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        return plain(raw, name);
    }

    private static Object collection(ParameterizedType generic, String name) {
        var arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            return List.of(of(arguments[0], name));
        }
        if (generic.getRawType() == Sealed.class) {
            return Sealed.of(UUID.nameUUIDFromBytes(new byte[] {7}), "c2VhbGVk");
        }
        if (generic.getRawType() == Map.class) {
            return Map.of("size", of(arguments[1], name));
        }
        throw new IllegalArgumentException("no sample for " + generic);
    }

    private static Object plain(Class<?> raw, String name) {
        return switch (raw.getName()) {
            case "java.util.UUID" -> UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
            case "java.lang.String" -> "sample " + name;
            case "java.time.Instant" -> Instant.parse("2026-01-05T10:15:30.123456Z");
            case "java.time.LocalDate" -> java.time.LocalDate.parse("2026-01-05");
            case "java.math.BigDecimal" -> new BigDecimal("0.20");
            case "int", "java.lang.Integer" -> 7;
            case "long", "java.lang.Long" -> 1299L;
            case "double", "java.lang.Double" -> 0.25;
            case "boolean", "java.lang.Boolean" -> true;
            default -> throw new IllegalArgumentException("contracts carry primitives and records of them, not " + raw);
        };
    }

    private static Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = of(components[i].getGenericType(), components[i].getName());
        }
        return construct(type, types, values, components);
    }

    private static Object construct(Class<?> type, Class<?>[] types, Object[] values, RecordComponent[] components) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type + " refuses its sample " + List.of(components), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
