package dev.souk.app.operations;

import dev.souk.app.operations.ContractRoutes.Contract;
import dev.souk.app.operations.ContractRoutes.Member;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.postgres.RunningContext;
import dev.souk.platform.postgres.Wired;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the door plates say, turned round: from messages to contexts.
final class Declarations {
    private final Map<String, Wired> plates = new LinkedHashMap<>();
    private final List<Class<?>> types;

    Declarations(List<RunningContext> contexts) {
        contexts.forEach(context -> plates.put(context.name(), context.plate()));
        this.types = plates.values().stream()
                .flatMap(Declarations::named)
                .distinct()
                .sorted(Comparator.<Class<?>, String>comparing(type -> declared(type).context())
                        .thenComparing(Declarations::kind)
                        .thenComparing(type -> declared(type).name())
                        .thenComparing(type -> declared(type).version()))
                .toList();
    }

    private static Stream<Class<?>> named(Wired plate) {
        return Stream.<Collection<? extends Class<?>>>of(
                        plate.publishes(), plate.sends(), plate.handles(), plate.reactsTo(), plate.answers())
                .flatMap(Collection::stream);
    }

    private static MessageType declared(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(MessageType.class));
    }

    private static String kind(Class<?> type) {
        return Command.class.isAssignableFrom(type) ? "command" : Event.class.isAssignableFrom(type) ? "event" : "query";
    }

    List<Contract> all() {
        return types.stream().map(this::contract).toList();
    }

    Optional<Class<?>> find(String name, String version) {
        return types.stream()
                .filter(type -> declared(type).name().equals(name) && declared(type).version().equals(version))
                .findFirst();
    }

    Contract contract(Class<?> type) {
        var declared = declared(type);
        var kind = kind(type);
        var from = switch (kind) {
            case "event" -> where(type, Wired::publishes);
            case "command" -> where(type, Wired::sends);
            default -> List.<String>of();
        };
        var to = switch (kind) {
            case "event" -> where(type, Wired::reactsTo);
            case "command" -> where(type, Wired::handles);
            default -> where(type, Wired::answers);
        };
        return new Contract(declared.name(), declared.version(), kind, declared.context(), from, to);
    }

    private List<String> where(Class<?> type, Function<Wired, ? extends Collection<?>> place) {
        return plates.entrySet().stream()
                .filter(plate -> place.apply(plate.getValue()).contains(type))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    static String golden(Class<?> type) {
        var owner = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return "/golden/" + owner + "/" + declared(type).name() + "-" + declared(type).version() + ".json";
    }

    static List<Member> members(Class<?> type) {
        var components = type.getRecordComponents();
        return components == null ? List.of() : Arrays.stream(components).map(Declarations::member).toList();
    }

    private static Member member(RecordComponent component) {
        var shown = shown(component.getGenericType());
        return new Member(
                component.getName(),
                shown,
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                shown.contains(Sealed.class.getSimpleName()));
    }

    private static String shown(Type type) {
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() instanceof Class<?> raw) {
            return raw.getSimpleName() + Arrays.stream(parameterized.getActualTypeArguments())
                    .map(Declarations::shown)
                    .collect(Collectors.joining(", ", "<", ">"));
        }
        return type instanceof Class<?> plain ? plain.getSimpleName() : type.getTypeName();
    }
}
