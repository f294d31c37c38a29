package dev.souk.platform.web;

import dev.souk.platform.messaging.Audited;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What has to be on record about one call of somebody on the staff: a change always, and whose data it showed.
final class OnRecord {
    static final String HEADER = "Purpose";
    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    private final String action;
    private final String target;
    private final String roles;
    private final boolean changes;
    private final @Nullable String purpose;
    private final Vault vault;
    /// An empty one stands for somebody without an id.
    private final Set<Optional<UUID>> shown = new LinkedHashSet<>();

    private OnRecord(Route<?, ?> route, String target, Caller caller, @Nullable String purpose, Vault vault) {
        this.action = route.method() + " " + route.path();
        this.target = target;
        this.roles = caller.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        this.changes = !route.method().equals("GET") && !(route.action() instanceof Route.Action.Reads<?, ?>);
        this.purpose = purpose;
        this.vault = vault;
    }

    /// Null for callers who are not on the staff.
    static @Nullable OnRecord of(Route<?, ?> route, HttpServletRequest request, Caller caller, Vault vault) {
        if (!caller.staff()) {
            return null;
        }
        var purpose = route.personal() ? request.getHeader(HEADER) : null;
        if (purpose != null
                && (purpose.strip().length() < SHORTEST || purpose.length() > LONGEST || !Json.storable(purpose))) {
            throw Problem.of(400, "INVALID_PURPOSE", "Purpose says in " + SHORTEST + " to " + LONGEST
                    + " characters what the data is looked at for.").halt();
        }
        return new OnRecord(route, request.getRequestURI(), caller, purpose, vault);
    }

    /// Whether the caller has said what for; then it is noted that they saw it.
    boolean shows(@Nullable UUID person) {
        if (purpose == null) {
            return false;
        }
        shown.add(Optional.ofNullable(person));
        return true;
    }

    boolean due() {
        return changes || !shown.isEmpty();
    }

    void write(Tx tx) {
        if (shown.isEmpty() && changes) {
            tx.audit(new Audited(action, target, roles, null, null));
        }
        for (var each : shown) {
            var person = each.orElse(null);
            tx.audit(new Audited(action, target, roles, person, person == null ? null : sealed(person)));
        }
    }

    private @Nullable Sealed<String> sealed(UUID person) {
        try {
            return vault.seal(person, Objects.requireNonNull(purpose));
        } catch (Vault.SubjectErased _) {
            return null;
        }
    }
}
