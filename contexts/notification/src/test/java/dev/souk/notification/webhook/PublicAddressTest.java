package dev.souk.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.messaging.Refusal;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1",
        "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "::127.0.0.1", "64:ff9b::7f00:1", "fe80::1", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2002:7f00:1::",
        "2001:0:7f00:1::", "2001:db8::1", "100::1"
    })
    void addresses_of_the_house_are_never_called(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1",
        "192.167.1.1", "223.255.255.1", "2606:4700:4700::1111", "2a00:1450:4001::1"})
    void addresses_out_there_are(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://example.com/", "ftp://example.com/", "https:///x", "https://user:secret@example.com/", "example.com", "",
        "https://example.com/#x", "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1:8443/hook", "https://exa mple.com/", "file:///etc/passwd", "https://2130706433/",
        "https://0x7f.1/", "https://127.1/"
    })
    void only_public_https_addresses_can_be_subscribed(String url) {
        assertThat(problem(url, false) || refusedWhenCalled(url)).isTrue();
    }

    private static boolean problem(String url, boolean local) {
        return Target.problem(url, new Guard(local), local).isPresent();
    }

    /// Names that are numbers in disguise pass as names, and are resolved and refused when they are called.
    private static boolean refusedWhenCalled(String url) {
        try (var calls = new Calls(new Guard(false))) {
            var answer = calls.post(java.net.URI.create(url), "{}", java.util.Map.of());
            return answer.status() == null && List.of("ADDRESS_NOT_PUBLIC", "UNKNOWN_HOST").contains(String.valueOf(answer.error()));
        }
    }

    @Test
    void development_may_call_this_machine_and_nothing_else_of_the_house() {
        assertThat(problem("http://127.0.0.1:9/", true)).isFalse();
        assertThat(problem("http://10.0.0.1/", true)).isTrue();
        assertThat(problem("https://hooks.example.com/x?y=z", false)).isFalse();
    }

    @Test
    void a_name_that_leads_into_the_house_is_refused_when_it_is_called() {
        try (var calls = new Calls(new Guard(false))) {
            var answer = calls.post(java.net.URI.create("http://localhost:1/"), "{}", java.util.Map.of());
            assertThat(answer.error()).isEqualTo("ADDRESS_NOT_PUBLIC");
        }
    }

    @Test
    void refusals_say_which() {
        assertThat(Target.problem("https://127.0.0.1/", new Guard(false), false).map(Refusal::code))
                .contains("ADDRESS_NOT_PUBLIC");
        assertThat(Target.problem("http://example.com/", new Guard(false), false).map(Refusal::code)).contains("INVALID_URL");
    }

    /// The example of Standard Webhooks 1.0.
    @Test
    void signatures_are_those_of_standard_webhooks() {
        var id = UUID.fromString("019a0000-0000-7000-8000-000000000001");
        var secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        var one = Signature.of(List.of(secret), id, Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}");
        assertThat(one).matches("v1,[A-Za-z0-9+/]{43}=");
        var two = Signature.of(List.of(Signature.newSecret(), secret), id, Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}");
        assertThat(two.split(" ", -1)).hasSize(2).contains(one);
    }
}
