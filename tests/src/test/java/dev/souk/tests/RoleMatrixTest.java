package dev.souk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.tests.souk.Api;
import dev.souk.tests.souk.Journals;
import dev.souk.tests.souk.Reply;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import dev.souk.tests.souk.Together;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every role at every route, from the routes' own declarations.
@ExtendWith(SoukRuns.class)
class RoleMatrixTest {
    private static final String HEAD =
            """
            # Who may call what

            Generated from the declared routes; a test tries every role at every one of them
            (`mvn -pl tests test -Dtest=RoleMatrixTest -Ddocs.write` rewrites this page). GUEST is a caller without a token.
            Whose cart, order or checkout it is, the routes check themselves.

            | Method | Path | Roles |
            |---|---|---|
            """;

    private final RunningSouk souk;
    private final List<Route<?, ?>> routes;

    RoleMatrixTest(RunningSouk souk) {
        this.souk = souk;
        routes = souk.routes().sorted(Comparator.<Route<?, ?>,
                String>comparing(Route::path).thenComparing(Route::method)).toList();
    }

    @Test
    void every_role_is_admitted_exactly_where_the_route_says_so() {
        var before = Journals.of(souk);
        var callers = new EnumMap<Role, Api>(Role.class);
        for (var role : Role.values()) {
            callers.put(role, role == Role.GUEST ? souk.guest() : souk.as(role));
        }
        var wrong = new ArrayList<String>();
        for (var route : routes) {
            Together.run(callers.entrySet().stream().<Callable<String>>map(each -> () -> wrong(each.getKey(),
                    each.getValue(), route)).toList())
                    .stream().filter(line -> !line.isEmpty()).forEach(wrong::add);
        }
        assertThat(wrong).isEmpty();
        assertThat(Journals.of(souk)).isEqualTo(before);
    }

    private static String wrong(Role role, Api caller, Route<?, ?> route) {
        var reply = harmless(caller, route);
        return asDeclared(route.roles().contains(role), role == Role.GUEST, reply)
                ? ""
                : role + " at " + route.method() + " " + route.path() + ": " + reply.status() + " " + reply.text();
    }

    @Test
    void a_token_without_any_role_opens_only_what_is_open_to_all() {
        var nobody = souk.as();
        assertThat(routes).allSatisfy(route -> assertThat(harmless(nobody, route).code().equals("FORBIDDEN"))
                .as(route.method() + " " + route.path())
                .isEqualTo(route.roles().size() < Role.values().length));
    }

    @Test
    void forged_and_expired_tokens_open_nothing() {
        var tokens = List.of(
                souk.expired(UUID.randomUUID(), Role.ADMIN), souk.guest().token("forged"), otherSignature(),
                        unsigned());
        for (var caller : tokens) {
            assertThat(routes).allSatisfy(route -> {
                var reply = harmless(caller, route);
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.code()).isEqualTo("INVALID_TOKEN");
            });
        }
    }

    private Api otherSignature() {
        var mine = String.valueOf(souk.as(Role.ADMIN).token());
        var other = String.valueOf(souk.as(Role.CUSTOMER).token());
        return souk.guest().token(mine.substring(0, mine.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
    }

    private Api unsigned() {
        var mine = String.valueOf(souk.as(Role.ADMIN).token());
        var claims = mine.substring(mine.indexOf('.'), mine.lastIndexOf('.') + 1);
        var header = "{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8);
        return souk.guest().token(Base64.getUrlEncoder().withoutPadding().encodeToString(header) + claims);
    }

    @Test
    void the_page_of_roles_is_up_to_date() throws IOException {
        var page = new StringBuilder(HEAD);
        routes.forEach(route -> page.append("| ").append(route.method()).append(" | `").append(shown(route.path()))
                .append("` | ").append(roles(route)).append(" |\n"));
        Docs.upToDate("roles.md", page.toString());
    }

    private static String shown(String path) {
        return path.startsWith("//") ? path.substring(1) : "/api/v1" + path;
    }

    private static String roles(Route<?, ?> route) {
        return route.roles().size() == Role.values().length
                ? "everyone"
                : route.roles().stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }

    private static boolean asDeclared(boolean admitted, boolean guest, Reply reply) {
        if (admitted) {
            return reply.status() < 500 && reply.status() != 401 && !reply.code().equals("FORBIDDEN");
        }
        return guest
                ? reply.status() == 401 && reply.code().equals("UNAUTHENTICATED")
                : reply.status() == 403 && reply.code().equals("FORBIDDEN");
    }

    /// A request that gets past the door, if anything, and then changes nothing: of something that is not there, with
    /// a member that no body has.
    private static Reply harmless(Api caller, Route<?, ?> route) {
        var path = route.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        Object body = route.body() == Void.class ? null : "{\"no such member\":1}";
        return caller.send(route.method(), path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }
}
