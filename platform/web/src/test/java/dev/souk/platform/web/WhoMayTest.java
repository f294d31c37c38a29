package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.route.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WhoMayTest {
    private static final Map<String, Set<Role>> ADMITTED = Map.of(
            "PUT /notes/00000000-0000-0000-0000-000000000001", Set.of(Role.CUSTOMER, Role.ADMIN),
            "DELETE /notes", Set.of(Role.ADMIN),
            "GET /notes/broken", Set.of(Role.ADMIN),
            "POST /notes/paid", Set.of(Role.CUSTOMER),
            "GET /notes", Set.of(Role.values()));

    @SuppressWarnings("NullAway.Init")
    private static Notes notes;

    @BeforeAll
    static void start() {
        notes = Notes.running();
    }

    @AfterAll
    static void stop() {
        notes.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_opens_the_routes_that_name_it_and_no_other(Role role) {
        var token = "Bearer " + Notes.token(role);
        ADMITTED.forEach((route, roles) -> {
            var parts = route.split(" ", 2);
            var seen = notes.call(parts[0], parts[1], null, "Authorization", token);
            if (roles.contains(role)) {
                assertThat(seen.status()).as(route).isNotIn(401, 403);
            } else {
                assertThat(seen.status()).as(route).isEqualTo(403);
                assertThat(seen.code()).isEqualTo("FORBIDDEN");
            }
        });
    }

    @Test
    void without_a_token_one_is_a_guest() {
        assertThat(notes.get("/notes").status()).isEqualTo(200);
        var seen = notes.call("DELETE", "/notes", null);
        assertThat(seen.status()).isEqualTo(401);
        assertThat(seen.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(seen.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void a_token_that_is_not_good_is_refused_even_where_none_is_needed() {
        var now = Clock.systemUTC();
        var good = Notes.token(Role.ADMIN);
        var parts = good.split("\\.", 3);
        var others = Notes.token(Role.CUSTOMER).split("\\.", 3);
        var unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        var swapped = parts[0] + "." + others[1] + "." + parts[2];
        var foreign = new TokenMint(SigningKey.fresh(), now).mint(UUID.randomUUID(), List.of(Role.ADMIN), Duration.ofHours(1));
        var yesterday = Clock.fixed(Instant.now().minus(Duration.ofDays(1)), ZoneOffset.UTC);
        var expired = new TokenMint(Notes.KEY, yesterday).mint(UUID.randomUUID(), List.of(Role.ADMIN), Duration.ofHours(1));

        for (var bad : List.of("x", unsigned, swapped, foreign, expired, good + "x", good.substring(1))) {
            var seen = notes.get("/notes", "Authorization", "Bearer " + bad);
            assertThat(seen.status()).as(bad).isEqualTo(401);
            assertThat(seen.code()).isEqualTo("INVALID_TOKEN");
        }
        assertThat(notes.get("/notes", "Authorization", "Basic YTpi").status()).isEqualTo(401);
        assertThat(notes.get("/notes", "Authorization", "Bearer " + good).status()).isEqualTo(200);
    }
}
