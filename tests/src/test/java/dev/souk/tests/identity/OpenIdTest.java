package dev.souk.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.contracts.identity.CreateIdentity;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.route.Role;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.mock.web.MockHttpServletRequest;

/// The whole flow with Spring Security's OAuth client: what it makes of our discovery document, and what we make of its
/// requests.
@ExtendWith(SoukRuns.class)
class OpenIdTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String BACK = "https://app.example/back";

    private final RunningSouk souk;
    private final URI root;
    private final Surfer surfer;
    private final UUID ada = UUID.randomUUID();
    private final String email = "ada-" + ada + "@shop.example";

    OpenIdTest(RunningSouk souk) {
        this.souk = souk;
        this.root = souk.guest().root();
        this.surfer = new Surfer(root);
        var made = souk.platform().bus().call(new CreateIdentity(ada, new Secret(email), new Secret(PASSWORD)), Cause.system(UUID.randomUUID()));
        assertThat(made).isEqualTo(Outcome.done(ada));
    }

    @AfterEach
    void stop() {
        surfer.close();
    }

    private ClientRegistration registered(String client, @Nullable String secret, String... scopes) {
        return ClientRegistrations.fromIssuerLocation(root.toString().replaceAll("/$", ""))
                .registrationId("souk")
                .clientId(client)
                .clientSecret(secret)
                .clientAuthenticationMethod(secret == null ? ClientAuthenticationMethod.NONE : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(BACK)
                .scope(scopes)
                .build();
    }

    private ClientRegistration anApplication(boolean open) {
        var id = "app-" + UUID.randomUUID();
        var made = souk.as(Role.ADMIN).post("/identity/api-clients", Map.of(
                "clientId", id, "name", "An application", "redirectUris", List.of(BACK), "open", open)).expect(201);
        return registered(id, open ? null : made.string("secret"), "openid", "email");
    }

    private static OAuth2AuthorizationRequest asked(ClientRegistration client) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(new InMemoryClientRegistrationRepository(client), "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return Objects.requireNonNull(resolver.resolve(new MockHttpServletRequest("GET", "/oauth2/authorization/souk"), "souk"));
    }

    private Surfer.Page signedIn(OAuth2AuthorizationRequest request) {
        var page = surfer.open(request.getAuthorizationRequestUri());
        if (page.at().getPath().equals("/sign-in")) {
            page = surfer.submit(page, Map.of("email", email, "password", PASSWORD));
        }
        return page.text().contains("Allow access?") ? surfer.submit(page, Map.of("decision", "allow")) : page;
    }

    private static Map<String, String> parameters(URI address) {
        var all = new HashMap<String, String>();
        for (var pair : address.getRawQuery().split("&", -1)) {
            var at = pair.indexOf('=');
            all.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return all;
    }

    private static OAuth2AuthorizationCodeGrantRequest grant(ClientRegistration client, OAuth2AuthorizationRequest request, Surfer.Page page) {
        var parameters = parameters(page.at());
        assertThat(parameters.get("state")).isEqualTo(request.getState());
        var response = OAuth2AuthorizationResponse.success(given(parameters.get("code")))
                .redirectUri(BACK)
                .state(given(request.getState()))
                .build();
        return new OAuth2AuthorizationCodeGrantRequest(client, new OAuth2AuthorizationExchange(request, response));
    }

    private static <T> T given(@Nullable T value) {
        assertThat(value).isNotNull();
        return Objects.requireNonNull(value);
    }

    private static OAuth2AccessTokenResponse exchanged(OAuth2AuthorizationCodeGrantRequest grant) {
        return new RestClientAuthorizationCodeTokenResponseClient().getTokenResponse(grant);
    }

    private static String refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var thrown = org.assertj.core.api.Assertions.catchThrowableOfType(OAuth2AuthorizationException.class, call);
        return Objects.requireNonNull(thrown).getError().getErrorCode();
    }

    @Test
    void a_public_client_signs_somebody_in_and_learns_who_it_is() {
        var client = anApplication(true);
        var request = asked(client);
        var tokens = exchanged(grant(client, request, signedIn(request)));

        var decoder = NimbusJwtDecoder.withJwkSetUri(given(client.getProviderDetails().getJwkSetUri())).build();
        var idToken = decoder.decode((String) given(tokens.getAdditionalParameters().get("id_token")));
        assertThat(idToken.getSubject()).isEqualTo(ada.toString());
        assertThat(idToken.getAudience()).containsExactly(client.getClientId());
        assertThat(given(idToken.getIssuer()).toString()).isEqualTo(client.getProviderDetails().getIssuerUri());
        var info = souk.guest().token(tokens.getAccessToken().getTokenValue()).get("//userinfo").expect(200);
        assertThat(info.string("email")).isEqualTo(email);
        assertThat(tokens.getRefreshToken()).isNotNull();
    }

    @Test
    void a_confidential_client_needs_its_secret() {
        var client = anApplication(false);
        var request = asked(client);
        var page = signedIn(request);
        var thief = surfer.post("/oauth2/token", Map.of(
                "grant_type", "authorization_code", "code", Objects.requireNonNull(parameters(page.at()).get("code")), "redirect_uri", BACK,
                "code_verifier", (String) Objects.requireNonNull(request.getAttributes().get("code_verifier")),
                "client_id", client.getClientId(), "client_secret", "guessed"));
        assertThat(thief.status()).isEqualTo(401);
        assertThat(thief.text()).contains("invalid_client");
        assertThat(exchanged(grant(client, request, page)).getAccessToken().getExpiresAt()).isNotNull();
    }

    @Test
    void a_code_works_once_and_its_reuse_ends_what_it_opened() {
        var client = anApplication(true);
        var request = asked(client);
        var grant = grant(client, request, signedIn(request));
        var tokens = exchanged(grant);
        assertThat(refused(() -> exchanged(grant))).isEqualTo("invalid_grant");
        assertThat(refused(() -> refreshed(client, tokens))).isEqualTo("invalid_grant");
        var late = souk.guest().token(tokens.getAccessToken().getTokenValue());
        Await.until("the edge knows that the session has ended", () -> late.get("/identity/me").status() == 401);
    }

    private static OAuth2AccessTokenResponse refreshed(ClientRegistration client, OAuth2AccessTokenResponse tokens) {
        return new RestClientRefreshTokenTokenResponseClient().getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                client, tokens.getAccessToken(), Objects.requireNonNull(tokens.getRefreshToken())));
    }

    @Test
    void refresh_tokens_follow_one_another() {
        var client = anApplication(true);
        var request = asked(client);
        var first = exchanged(grant(client, request, signedIn(request)));
        var second = refreshed(client, first);
        assertThat(Objects.requireNonNull(second.getRefreshToken()).getTokenValue())
                .isNotEqualTo(Objects.requireNonNull(first.getRefreshToken()).getTokenValue());
        assertThat(refreshed(client, second).getAccessToken()).isNotNull();
    }

    @Test
    void another_verifier_or_no_challenge_gets_nothing() {
        var client = anApplication(true);
        var request = asked(client);
        var page = signedIn(request);
        var other = OAuth2AuthorizationRequest.from(request).attributes(all -> all.put("code_verifier", "x".repeat(50))).build();
        assertThat(refused(() -> exchanged(grant(client, other, page)))).isEqualTo("invalid_grant");

        var uri = request.getAuthorizationRequestUri();
        var without = surfer.open(uri.replaceAll("&code_challenge[^&]*", ""));
        assertThat(parameters(without.at())).containsEntry("error", "invalid_request").doesNotContainKey("code");
        var plain = surfer.open(uri.replace("code_challenge_method=S256", "code_challenge_method=plain"));
        assertThat(parameters(plain.at())).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_the_clients() {
        var client = anApplication(true);
        var uri = asked(client).getAuthorizationRequestUri();
        for (var evil : List.of("https://evil.example/back", BACK + "/../x", BACK + "?x=1", BACK + "x", "https://app.example.evil/back", "javascript:alert(1)")) {
            var page = surfer.open(uri.replaceAll("redirect_uri=[^&]*", "redirect_uri=" + java.net.URLEncoder.encode(evil, StandardCharsets.UTF_8)));
            assertThat(page.status()).as(evil).isEqualTo(400);
            assertThat(page.response().headers().firstValue("Location")).isEmpty();
        }
        assertThat(surfer.open(uri.replace(client.getClientId(), "nobody")).status()).isEqualTo(400);
        assertThat(surfer.open(uri.replaceAll("&redirect_uri=[^&]*|redirect_uri=[^&]*&", "")).status()).isEqualTo(400);
    }

    @Test
    void who_does_not_allow_it_is_sent_back_with_that() {
        var client = anApplication(true);
        var page = surfer.open(asked(client).getAuthorizationRequestUri());
        var consent = surfer.submit(page, Map.of("email", email, "password", PASSWORD));
        assertThat(consent.text()).contains("An application").contains("e-mail address");
        assertThat(parameters(surfer.submit(consent, Map.of("decision", "deny")).at())).containsEntry("error", "access_denied");
        var silent = surfer.open(asked(client).getAuthorizationRequestUri() + "&prompt=none");
        assertThat(parameters(silent.at())).containsEntry("error", "consent_required");
    }

    @Test
    void a_form_of_another_site_signs_nobody_in() {
        var page = surfer.open("/sign-in");
        assertThat(page.response().headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'", "frame-ancestors 'none'");
        var forged = surfer.post("/sign-in", Map.of("email", email, "password", PASSWORD, "form", "guessed"));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(surfer.submit(page, Map.of("email", email, "password", "wrong password")).status()).isEqualTo(401);
    }

    @Test
    void a_page_repeats_nothing_unescaped() {
        var page = surfer.open("/sign-in?continue=" + java.net.URLEncoder.encode("/oauth2/authorize?x=\"><script>alert(1)</script>", StandardCharsets.UTF_8));
        assertThat(page.text()).doesNotContain("<script");
        var elsewhere = surfer.open("/sign-in?continue=https%3A%2F%2Fevil.example");
        assertThat(elsewhere.text()).doesNotContain("evil.example");
    }

    @Test
    void a_machine_gets_its_roles_and_no_others() {
        var id = "machine-" + UUID.randomUUID();
        var made = souk.as(Role.ADMIN).post("/identity/api-clients", Map.of("clientId", id, "name", "A machine", "roles", List.of("SERVICE", "AUDITOR"))).expect(201);
        var client = ClientRegistration.withClientRegistration(registered(id, made.string("secret")))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).scope("AUDITOR").build();
        var tokens = new RestClientClientCredentialsTokenResponseClient();
        var token = tokens.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(client));

        assertThat(token.getAccessToken().getScopes()).isEqualTo(Set.of("AUDITOR"));
        assertThat(souk.guest().token(token.getAccessToken().getTokenValue()).get("/identity/api-clients").status()).isEqualTo(200);
        assertThat(souk.guest().token(token.getAccessToken().getTokenValue()).get("//actuator/prometheus").status()).isEqualTo(200);
        var greedy = ClientRegistration.withClientRegistration(client).scope("ADMIN").build();
        assertThatThrownBy(() -> tokens.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(greedy)))
                .isInstanceOfSatisfying(OAuth2AuthorizationException.class, thrown -> assertThat(thrown.getError().getErrorCode()).isEqualTo("invalid_scope"));
    }

    @Test
    void an_id_token_opens_no_route() {
        var client = anApplication(true);
        var request = asked(client);
        var tokens = exchanged(grant(client, request, signedIn(request)));
        var idToken = (String) Objects.requireNonNull(tokens.getAdditionalParameters().get("id_token"));
        assertThat(souk.guest().token(idToken).get("/identity/me").code()).isEqualTo("INVALID_TOKEN");
    }
}
