package dev.souk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.identity.ClientSecretIssued;
import dev.souk.identity.http.ClientRoutes;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Form;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientSecretsTest {
    private final Door door = new Door();
    private final Caller admin = TestPlatform.staff(Role.ADMIN);

    private TestAnswer asks(Caller caller, String client, @Nullable Long overlap) {
        return door.souk.call(caller, "POST", "/identity/api-clients/" + client + "/secret", new ClientRoutes.SecretRequest(overlap));
    }

    private String secret(@Nullable Long overlap) {
        return asks(admin, "souk-cart", overlap).body(ClientRoutes.SecretAnswer.class).secret();
    }

    private boolean opens(String secret) {
        var basic = Base64.getEncoder().encodeToString(("souk-cart:" + secret).getBytes(StandardCharsets.UTF_8));
        var form = new Form(Map.of("grant_type", List.of("client_credentials")));
        return door.souk.call(Caller.GUEST, "POST", "//oauth2/token", form, Map.of("Authorization", "Basic " + basic)).status() == 200;
    }

    @Test
    void a_contexts_machine_has_no_secret_until_an_administrator_makes_one() {
        assertThat(opens("")).isFalse();
        assertThat(opens("guessed")).isFalse();
        var secret = secret(null);

        assertThat(secret).hasSizeGreaterThan(40);
        assertThat(opens(secret)).isTrue();
        assertThat(door.souk.published(ClientSecretIssued.class)).singleElement().satisfies(event -> {
            assertThat(event.clientId()).isEqualTo("souk-cart");
            assertThat(event.formerUntil()).isNull();
        });
    }

    @Test
    void after_a_rotation_both_secrets_open_for_a_while_and_then_the_new_one() {
        var first = secret(null);
        var second = secret(3_600L);
        assertThat(opens(first)).isTrue();
        assertThat(opens(second)).isTrue();
        door.souk.clock().advance(Duration.ofHours(1));
        assertThat(opens(first)).isFalse();
        assertThat(opens(second)).isTrue();
    }

    @Test
    void a_secret_that_others_know_ends_at_once() {
        var first = secret(null);
        var second = secret(0L);
        assertThat(opens(first)).isFalse();
        assertThat(opens(second)).isTrue();
    }

    @Test
    void of_two_rotations_in_a_row_only_the_last_former_one_is_left() {
        var first = secret(null);
        var second = secret(3_600L);
        var third = secret(3_600L);
        assertThat(List.of(opens(first), opens(second), opens(third))).containsExactly(false, true, true);
    }

    @Test
    void who_can_keep_no_secret_gets_none_and_who_is_no_administrator_makes_none() {
        assertThat(asks(admin, "souk-storefront", null).code()).isEqualTo("CLIENT_IS_PUBLIC");
        assertThat(asks(admin, "souk-nobody", null).code()).isEqualTo("CLIENT_NOT_FOUND");
        assertThat(asks(admin, "souk-cart", -1L).code()).isEqualTo("INVALID_OVERLAP");
        assertThat(asks(admin, "souk-cart", 604_801L).code()).isEqualTo("INVALID_OVERLAP");
        assertThat(asks(TestPlatform.staff(Role.OPERATOR), "souk-cart", null).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void the_list_tells_when_a_secret_was_made_and_never_the_secret() {
        var secret = secret(null);
        var page = door.souk.call(admin, "GET", "/identity/api-clients?limit=200", null).body(ClientRoutes.ClientPage.class);
        assertThat(page.items()).filteredOn(client -> client.secretAt() != null).extracting(ClientRoutes.ClientView::clientId).containsExactly("souk-cart");
        assertThat(page.toString()).doesNotContain(secret);
    }
}
