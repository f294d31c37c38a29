package dev.souk.standin.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The provider as shoppers see it.
class CardPagesTest {
    private static final String SHOP = "http%3A%2F%2Fshop.example%2Fcheckout%2Freturn";

    @TempDir
    Path directory = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private ProviderStandIn provider;
    private ProviderServer server;

    @BeforeEach
    void open() {
        provider = new ProviderStandIn(directory.resolve("ledger"));
        server = new ProviderServer(provider, 0);
    }

    @AfterEach
    void close() {
        server.close();
        provider.close();
    }

    private HttpResponse<String> send(String path, String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        var ready = form.isEmpty() ? request.build() : request.POST(HttpRequest.BodyPublishers.ofString(form)).build();
        return client.send(ready, HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "4242+4242+4242+4242, AUTHORIZED, visa, 4242",
        "5555555555554444, AUTHORIZED, mastercard, 4444",
        "4000000000000002, DECLINED, visa, 0002",
        "4000000000003220, ACTION_REQUIRED, visa, 3220",
    })
    void a_card_becomes_a_token_that_behaves_like_it(String number, String result, String brand, String last4) throws Exception {
        var token = send("/form?embed=1", "number=" + number + "&expiry=12%2F34&cvc=123");

        assertThat(token.statusCode()).isEqualTo(200);
        assertThat(token.body()).startsWith("tok_").doesNotContain(number.replace("+", ""));
        var answer = provider.authorize("key", new Authorize(100, "EUR", token.body(), "order", "payment"));
        assertThat(answer.result().name()).isEqualTo(result);
        assertThat(answer.view()).isNotNull().satisfies(view -> {
            assertThat(view.brand()).isEqualTo(brand);
            assertThat(view.last4()).isEqualTo(last4);
        });
        assertThat(send("/form?embed=1", "number=" + number + "&expiry=12%2F34&cvc=123").body()).isNotEqualTo(token.body());
    }

    @Test
    void a_page_goes_back_to_the_shop_with_token_and_state() throws Exception {
        var back = send("/form?return_url=" + SHOP + "&state=abc", "number=4242424242424242&expiry=12%2F34&cvc=123");

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location").orElse(""))
                .startsWith("http://shop.example/checkout/return?token=tok_visa.once.")
                .endsWith("&state=abc")
                .doesNotContain("4242");
    }

    @ParameterizedTest
    @CsvSource({
        "4111111111111111, 12%2F34, 123, test card",
        "4242424242424242, 12%2F20, 123, in the past",
        "4242424242424242, 13%2F34, 123, month and year",
        "4242424242424242, 12%2F34, 1, security code",
    })
    void what_is_wrong_is_said_and_no_token_given(String number, String expiry, String cvc, String said) throws Exception {
        var answer = send("/form?return_url=" + SHOP, "number=" + number + "&expiry=" + expiry + "&cvc=" + cvc);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(said).doesNotContain(number);
    }

    @Test
    void the_bank_asks_and_leads_back() throws Exception {
        provider.authorize("key", new Authorize(1_745, "GBP", "tok_3ds", "order", "payment"));
        var reference = provider.findByKey("key").orElseThrow().clientRef();

        var page = send("/actions/" + reference + "?lang=de&return_url=" + SHOP, "");
        assertThat(page.body()).contains("17,45").contains("lang=\"de\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        var back = send("/actions/" + reference + "?return_url=" + SHOP, "answer=yes");

        assertThat(back.headers().firstValue("Location")).hasValue("http://shop.example/checkout/return");
        assertThat(provider.findByKey("key").orElseThrow().status()).isEqualTo(Answer.Status.AUTHORIZED);
        assertThat(send("/actions/act_99", "").statusCode()).isEqualTo(404);
    }

    @Test
    void it_leads_back_to_addresses_only() throws Exception {
        assertThat(send("/form?return_url=javascript:alert(1)", "number=4242424242424242&expiry=12%2F34&cvc=123").statusCode())
                .isEqualTo(400);
    }
}
