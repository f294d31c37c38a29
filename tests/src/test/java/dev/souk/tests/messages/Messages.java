package dev.souk.tests.messages;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import dev.souk.platform.postgres.RunningContext;
import dev.souk.platform.postgres.Wired;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Every message of the contracts, and what the contexts declare about it.
final class Messages {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.souk");

    private final Map<String, Wired> plates = new TreeMap<>();
    private final List<Class<?>> all;

    Messages(List<RunningContext> contexts) {
        contexts.forEach(context -> plates.put(context.name(), context.plate()));
        this.all = PRODUCT.stream()
                .filter(type -> type.getPackageName().startsWith("dev.souk.contracts"))
                .filter(type -> type.isAnnotatedWith(MessageType.class))
                .<Class<?>>map(JavaClass::reflect)
                .sorted(Comparator.comparing(Messages::owner).thenComparing(Messages::kind).thenComparing(Messages::name))
                .toList();
    }

    List<Class<?>> all() {
        return all;
    }

    List<Class<?>> of(Class<?> kind) {
        return all.stream().filter(kind::isAssignableFrom).toList();
    }

    Map<String, Wired> plates() {
        return plates;
    }

    static MessageType type(Class<?> message) {
        return message.getAnnotation(MessageType.class);
    }

    static String owner(Class<?> message) {
        return type(message).context();
    }

    /// Published by every context about its own part.
    static boolean everybodys(Class<?> message) {
        return owner(message).equals(MessageType.EVERYBODY);
    }

    static String name(Class<?> message) {
        return type(message).name();
    }

    static String kind(Class<?> message) {
        return Command.class.isAssignableFrom(message) ? "command" : Event.class.isAssignableFrom(message) ? "event" : "query";
    }

    /// Contexts whose door plate names the message in that place.
    SortedSet<String> where(Class<?> message, Function<Wired, ? extends java.util.Set<?>> place) {
        var names = new TreeSet<String>();
        plates.forEach((name, plate) -> {
            if (place.apply(plate).contains(message)) {
                names.add(name);
            }
        });
        return names;
    }

    /// Who sends a command, publishes an event or asks a query.
    SortedSet<String> from(Class<?> message) {
        return Event.class.isAssignableFrom(message)
                ? where(message, Wired::publishes)
                : Query.class.isAssignableFrom(message) ? askers(message) : where(message, Wired::sends);
    }

    /// Who handles a command, reacts to an event or answers a query.
    SortedSet<String> to(Class<?> message) {
        return Event.class.isAssignableFrom(message)
                ? where(message, Wired::reactsTo)
                : Query.class.isAssignableFrom(message) ? where(message, Wired::answers) : where(message,
                        Wired::handles);
    }

    /// Queries are not declared by those who ask: seen in the code of the other contexts.
    private SortedSet<String> askers(Class<?> query) {
        var names = new TreeSet<String>();
        for (JavaConstructorCall call : PRODUCT.get(query).getConstructorCallsToSelf()) {
            var asking = call.getOriginOwner().getPackageName() + ".";
            plates.keySet().stream()
                    .filter(context -> asking.startsWith("dev.souk." + context + ".") && !context.equals(owner(query)))
                    .forEach(names::add);
        }
        return names;
    }
}
