package dev.souk.app.operations;

import dev.souk.platform.messaging.Audited;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.postgres.RunningContext;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who may look, who may act, and how a deed is put on record.
final class Staff {
    static final Refusal NO_CONTEXT = Refusal.notFound("CONTEXT_NOT_FOUND", "No context of this name runs here.");
    private static final int LONGEST = 300;

    private Staff() {}

    static <B, A> Route.Draft<B, A> mayLook(Route.Draft<B, A> route) {
        return route.roles(Role.OPERATOR, Role.AUDITOR, Role.ADMIN);
    }

    static <B, A> Route.Draft<B, A> mayAct(Route.Draft<B, A> route) {
        return route.roles(Role.OPERATOR, Role.ADMIN).key(Route.Key.NONE);
    }

    static Audited deed(Call<?> call, String action, String target) {
        var roles = call.caller().roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        return new Audited(action, target, roles, null, null);
    }

    /// Why something is done: 3 to 300 characters.
    static Optional<String> reason(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(reason -> reason.length() >= 3 && reason.length() <= LONGEST);
    }

    static Refusal noReason() {
        return Refusal.invalid("INVALID_REASON", "The reason is 3 to " + LONGEST + " characters.");
    }

    static Optional<RunningContext> context(Platform platform, String name) {
        return platform.contexts().stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
