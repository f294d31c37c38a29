package dev.souk.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.notification.db.OrderViews.OrderView;
import dev.souk.notification.domain.Kinds;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LettersTest {
    private final Letters letters =
            new Letters(new Templates("en"), new Letters.Shop("Souk", () -> "https://shop.example"), _ -> Optional.empty());
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    static Stream<Arguments> everyTemplate() {
        return Kinds.all().stream()
                .flatMap(kind -> Templates.SHIPPED.stream().map(locale -> Arguments.of(kind.key(), locale)));
    }

    private static OrderView order(String name) {
        return new OrderView(
                UUID.fromString("019a0000-0000-7000-8000-000000000001"), UUID.randomUUID(), "ORD-7F3K2M9Q", "GBP",
                4_250L, 500L, 495L, 849L, 123_456L, Values.json(List.of(new Values.Line(name, 2, 1_275))), "GB", null,
                Instant.parse("2026-03-14T23:30:00Z"), null);
    }

    private Letters.Letter confirmed(String name, String tag, String country) {
        return letters.letter(
                Kinds.of("order-confirmed"), Reader.of(tag, country, LONDON),
                new Letters.About(null, order(name), Map.of(), null));
    }

    @ParameterizedTest
    @MethodSource("everyTemplate")
    void every_template_is_there_in_both_languages_and_uses_only_what_there_is(String key, String locale) {
        var template = letters.templates().exact(key, locale).orElseThrow();
        assertThat(letters.problem(template)).isEmpty();
        var letter = letters.preview(template);
        assertThat(letter.subject()).isNotBlank().doesNotContain("{{");
        assertThat(letter.notice()).isNotBlank().hasSizeLessThan(160).doesNotContain("{{");
        assertThat(letter.html()).contains("<html lang=\"" + locale).doesNotContain("{{");
        assertThat(letter.text()).doesNotContain("{{", "<p", "\\");
        assertThat(letter.html().contains("unsubscribe/sample")).isEqualTo(Kinds.of(key).marketing());
    }

    @Test
    void money_and_dates_are_written_as_the_reader_writes_them() {
        var english = confirmed("Lamp", "en", "GB");
        assertThat(english.subject()).isEqualTo("Your order ORD-7F3K2M9Q is confirmed");
        assertThat(english.text()).contains("14 March 2026", "£1,234.56", "£25.50", "-£5.00");
        var german = confirmed("Lampe", "de", "DE");
        assertThat(german.subject()).isEqualTo("Ihre Bestellung ORD-7F3K2M9Q ist bestätigt");
        assertThat(german.text()).contains("14. März 2026", "1.234,56\u00a0£", "25,50\u00a0£");
    }

    @Test
    void with_prices_that_contain_their_tax_the_amounts_add_up_and_the_tax_is_named_below() {
        var included = new OrderView(
                UUID.randomUUID(), null, "ORD-1", "GBP", 590L, 59L, 413L, 172L, 1_026L,
                Values.json(List.of(new Values.Line("Lamp", 2, 295))), "GB", null, Instant.EPOCH, null);
        var letter = letters.letter(Kinds.of("order-confirmed"), Reader.of("en", "GB", LONDON),
                new Letters.About(null, included, Map.of(), null));
        assertThat(letter.text()).containsSubsequence(
                "£5.90", "Discount", "-£0.59", "Delivery", "£4.95", "Total", "£10.26", "Including tax", "£1.72", "View your order");
        assertThat(letter.html()).contains("display:inline-block");
    }

    @Test
    void a_language_without_texts_gets_the_shops() {
        assertThat(confirmed("Lampe", "fr", "FR").locale()).isEqualTo("en");
        assertThat(confirmed("Lampe", "de-AT", "AT").locale()).isEqualTo("de");
    }

    @Test
    void what_a_value_holds_is_shown_and_never_obeyed() {
        var letter = confirmed("**Bold** <script>alert(1)</script> [x](javascript:alert(1)) | {{shop}}\n\n# Head", "en", "GB");
        assertThat(letter.html())
                .contains("**Bold** &lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) | {{shop}} # Head")
                .doesNotContain("<script", "href=\"javascript", "<strong>Bold");
        assertThat(letter.text()).contains("**Bold** <script>alert(1)</script> [x](javascript:alert(1)) | {{shop}} # Head");
    }

    @Test
    void a_subject_stays_one_line() {
        var letter = letters.letter(
                Kinds.of("message"), Reader.of("en", "GB", LONDON),
                new Letters.About(
                        Values.json(Map.of("subject", "Hello\r\nBcc: someone@else.example", "text", "x")), null, Map.of(), null));
        assertThat(letter.subject()).isEqualTo("Hello Bcc: someone@else.example");
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void a_text_that_cannot_be_read_or_names_what_there_is_not_is_refused(String body) {
        assertThat(letters.problem(new Template("order-confirmed", "en", 2, "s", "n", body))).isPresent();
    }

    static Stream<String> unusable() {
        return Stream.of("{{nothing}}", "{{#order}}", "{{{order.number}}}", "{{&order.number}}", "{{>other}}", "{{order.number",
                "{{shop.class}}", "{{shop.getClass.getName}}", "{{order.number.bytes}}");
    }

    @Test
    void writers_are_told_what_they_may_use() {
        assertThat(letters.names("order-confirmed"))
                .contains("brand", "shop", "order.number", "order.total", "order.lines[].name");
    }
}
