package dev.souk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.face.Shown;
import dev.souk.platform.face.Visit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final Bouncer api = new Bouncer();
    private final Desk desk = new Desk();
    /// What the browser keeps: name to value; the paths of cookies are not looked at here.
    private final Map<String, String> cookies = new HashMap<>();

    record Said(String text) {}

    /// A face with a page for everybody, one for who has signed in, and one for administrators.
    private static final class Desk extends Site {
        Desk() {
            super(
                    new SiteConfig(List.of("dev.souk.pages.words"), "none", Optional.empty(), List.of()),
                    SignIn.as("souk-desk").with(_ -> Optional.of("Ada Lovelace")),
                    List.of(
                            Page.get("/", turn -> plain(turn.visitor().name() + " " + turn.visitor().roles())),
                            Page.get("/open", turn -> plain(turn.api().get("/open", Said.class).text())),
                            Page.get("/mine", turn -> plain(turn.api().get("/mine", Said.class).text())),
                            Page.get("/orders/{id}", _ -> plain("order")).signedIn(),
                            Page.get("/keys", _ -> plain("keys")).only("ADMIN")));
        }

        private static Shown plain(String text) {
            return text(200, "text/plain", text, "public, max-age=60");
        }

        @Override
        protected Shown failed(Turn turn, int status) {
            return text(status, "text/plain", "failed", "no-store");
        }

        @Override
        protected Shown closed(Turn turn) {
            return text(403, "text/plain", "closed", "no-store");
        }

        @Override
        public String name() {
            return "desk";
        }

        @Override
        public String home() {
            return "/desk";
        }
    }

    private Shown.Page send(String method, String address, Map<String, String> more) {
        var parts = address.split("\\?", 2);
        var headers = new HashMap<>(Map.of("host", "souk.example", "sec-fetch-site", "same-origin"));
        headers.put("cookie", cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; ")));
        headers.putAll(more);
        var parameters = parts.length == 1
                ? Map.<String, List<String>>of()
                : Bouncer.pairs(parts[1]).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
        var page = (Shown.Page) desk.answer(new Visit(method, parts[0], parameters, headers, new byte[0], true), api);
        page.headers().stream().filter(header -> header.name().equals("Set-Cookie")).forEach(header -> {
            var cookie = header.value().split(";", 2)[0].split("=", 2);
            if (cookie[1].isEmpty()) {
                cookies.remove(cookie[0]);
            } else {
                cookies.put(cookie[0], cookie[1]);
            }
        });
        return page;
    }

    private Shown.Page opens(String address) {
        return send("GET", address, Map.of());
    }

    private static String location(Shown.Page page) {
        return page.headers().stream().filter(header -> header.name().equals("Location")).map(Shown.Header::value).findFirst().orElse("");
    }

    private static String text(Shown.Page page) {
        return new String(page.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /// To the sign-in pages; what the face sent along.
    private Map<String, String> asks(String back) {
        var asked = Bouncer.pairs(location(opens("/desk/auth/sign-in?back=" + Client.escaped(back))).replaceAll(".*\\?", ""));
        api.nonce = asked.getOrDefault("nonce", "");
        return asked;
    }

    private Shown.Page signsIn(String back) {
        return opens("/desk/auth/callback?code=good&state=" + asks(back).get("state"));
    }

    @Test
    void who_wants_a_page_for_known_people_signs_in_and_is_back_there() {
        var sent = opens("/desk/orders/7?tab=a%20b");
        assertThat(sent.status()).isEqualTo(303);
        var toSignIn = location(sent);
        assertThat(toSignIn).isEqualTo("/desk/auth/sign-in?back=%2Fdesk%2Forders%2F7%3Ftab%3Da%2520b");

        var asked = Bouncer.pairs(location(opens(toSignIn)).replaceAll(".*\\?", ""));
        assertThat(asked).containsEntry("client_id", "souk-desk").containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://souk.example/desk/auth/callback").containsEntry("response_type", "code");
        api.nonce = asked.getOrDefault("nonce", "");
        var back = opens("/desk/auth/callback?code=good&state=" + asked.get("state"));

        assertThat(location(back)).isEqualTo("/desk/orders/7?tab=a%20b");
        assertThat(text(opens("/desk/orders/7"))).isEqualTo("order");
        assertThat(text(opens("/desk"))).isEqualTo("Ada Lovelace [CUSTOMER]");
    }

    @Test
    void cookies_are_bound_to_the_host_and_closed_to_scripts() {
        var set = signsIn("/desk").headers().stream().filter(header -> header.name().equals("Set-Cookie")).map(Shown.Header::value).toList();
        assertThat(set).allMatch(line -> line.contains("; HttpOnly; SameSite=Lax; Secure"));
        assertThat(set).anyMatch(line -> line.startsWith("__Host-souk-desk-access=") && line.contains("; Path=/; Max-Age=870;"));
        assertThat(set).anyMatch(line -> line.startsWith("__Secure-souk-desk-proof=") && line.contains("Path=/desk/auth/sign-out;"));
    }

    @Test
    void only_addresses_of_this_site_are_gone_back_to() {
        for (var elsewhere : List.of("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb")) {
            assertThat(location(signsIn(elsewhere))).isEqualTo("/desk/");
            cookies.clear();
        }
    }

    @Test
    void a_callback_that_was_not_asked_for_is_tried_once_more_and_then_refused() {
        var again = location(opens("/desk/auth/callback?code=good&state=stolen"));
        assertThat(again).startsWith("/oauth2/authorize?");
        cookies.clear();
        var state = Bouncer.pairs(again.replaceAll(".*\\?", "")).get("state");
        assertThat(opens("/desk/auth/callback?code=good&state=" + state).status()).isEqualTo(403);
        assertThat(api.calls).isEmpty();
    }

    @Test
    void an_answer_to_another_question_opens_nothing() {
        var asked = asks("/desk");
        api.nonce = "another";
        assertThat(location(opens("/desk/auth/callback?code=good&state=" + asked.get("state")))).startsWith("/oauth2/authorize?");
        assertThat(cookies.keySet()).noneMatch(name -> name.endsWith("-access"));
    }

    @Test
    void requests_at_once_share_one_renewal() {
        signsIn("/desk");
        cookies.remove("__Host-souk-desk-access");
        var before = Map.copyOf(cookies);
        var statuses = IntStream.range(0, 8).mapToObj(_ -> {
            cookies.clear();
            cookies.putAll(before);
            return opens("/desk/mine").status();
        }).toList();
        assertThat(statuses).containsOnly(200);
        assertThat(api.renewals).hasValue(1);
    }

    @Test
    void what_was_renewed_is_kept_even_by_an_answer_that_others_might_have_kept() {
        signsIn("/desk");
        cookies.remove("__Host-souk-desk-access");
        var page = opens("/desk/mine");
        assertThat(page.headers()).contains(new Shown.Header("Cache-Control", "private, no-cache"));
        assertThat(cookies).containsEntry("__Host-souk-desk-refresh", "r1").containsKey("__Host-souk-desk-access");
    }

    @Test
    void a_token_that_is_no_longer_taken_is_renewed_under_way() {
        signsIn("/desk");
        api.ended.add("Bearer " + cookies.get("__Host-souk-desk-access"));
        assertThat(text(opens("/desk/open"))).isEqualTo("open");
        assertThat(api.renewals).hasValue(1);
    }

    @Test
    void when_the_session_is_over_open_pages_stay_open_and_others_ask_to_sign_in() {
        signsIn("/desk");
        api.ended.addAll(Arrays.asList("Bearer " + cookies.get("__Host-souk-desk-access"), cookies.get("__Host-souk-desk-refresh")));
        var before = Map.copyOf(cookies);
        assertThat(text(opens("/desk/open"))).isEqualTo("open");
        assertThat(cookies.keySet()).noneMatch(name -> name.contains("souk-desk"));
        cookies.putAll(before);
        assertThat(location(opens("/desk/mine"))).isEqualTo("/desk/auth/sign-in?back=%2Fdesk%2Fmine");
    }

    @Test
    void an_outage_of_the_sign_in_ends_no_session() {
        signsIn("/desk");
        cookies.remove("__Host-souk-desk-access");
        api.out = true;
        assertThat(text(opens("/desk/open"))).isEqualTo("open");
        api.out = false;
        assertThat(text(opens("/desk/mine"))).isEqualTo("mine");
    }

    @Test
    void a_page_of_another_role_is_closed() {
        signsIn("/desk");
        assertThat(opens("/desk/keys").status()).isEqualTo(403);
        api.roles = "\"ADMIN\",\"SUPPORT\"";
        signsIn("/desk");
        assertThat(text(opens("/desk/keys"))).isEqualTo("keys");
    }

    @Test
    void a_script_is_told_to_take_the_whole_page_there() {
        var page = send("GET", "/desk/orders/7", Map.of("hx-request", "true", "hx-current-url", "https://souk.example/desk/orders"));
        assertThat(page.headers()).contains(new Shown.Header("HX-Redirect", "/desk/auth/sign-in?back=%2Fdesk%2Forders"));
    }

    @Test
    void signing_out_ends_the_session_and_leaves_the_sign_in_pages_too() {
        signsIn("/desk");
        var refresh = cookies.get("__Host-souk-desk-refresh");
        var proof = cookies.get("__Secure-souk-desk-proof");
        var out = send("POST", "/desk/auth/sign-out", Map.of());

        assertThat(api.ended).contains(refresh);
        assertThat(Bouncer.pairs(location(out).replaceAll(".*\\?", "")))
                .containsEntry("id_token_hint", proof).containsEntry("post_logout_redirect_uri", "https://souk.example/desk/");
        assertThat(cookies.keySet()).noneMatch(name -> name.contains("souk-desk"));
        assertThat(text(opens("/desk"))).isEqualTo(" []");
    }
}
