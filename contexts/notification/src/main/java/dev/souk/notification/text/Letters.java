package dev.souk.notification.text;

import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Mustache;
import dev.souk.notification.db.OrderViews.OrderView;
import dev.souk.notification.domain.Kind;
import dev.souk.notification.domain.Kinds;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From a template and values to what is read.
public final class Letters {
    private static final com.samskivert.mustache.Template PAGE =
            Mustache.compiler().defaultValue("").compile(Templates.resource("layout.html"));
    private static final JsonNode SAMPLES =
            JsonMapper.builder().build().readTree(Templates.resource("samples.json"));

    private final Templates templates;
    private final Shop shop;
    private final Filling filling = new Filling();
    private final Function<Sealed<String>, Optional<String>> opened;

    /// @param brand who writes
    /// @param address of the shop's pages, without a slash at the end
    public record Shop(String brand, Supplier<String> address) {
        public String url() {
            return address.get();
        }
    }

    /// @param notice short text
    /// @param text of a mail
    /// @param html of a mail
    public record Letter(String subject, String notice, String text, String html, String locale) {}

    /// What one letter is about.
    ///
    /// @param data JSON
    /// @param more values that are known only now and never stored
    /// @param unsubscribe where its reader can do so; for marketing
    public record About(
            @Nullable String data, @Nullable OrderView order, Map<String, String> more, @Nullable String unsubscribe) {
        public About {
            more = Map.copyOf(more);
        }
    }

    /// @param opened of a sealed value what is in it, empty once its person is erased
    public Letters(Templates templates, Shop shop, Function<Sealed<String>, Optional<String>> opened) {
        this.templates = templates;
        this.shop = shop;
        this.opened = opened;
    }

    public Templates templates() {
        return templates;
    }

    /// Everything of one notification.
    public Letter letter(Kind kind, Reader reader, About about) {
        return letter(templates.of(kind.key(), reader.locale().toLanguageTag()), kind, reader, about);
    }

    private Letter letter(Template template, Kind kind, Reader reader, About about) {
        var values = values(reader, about);
        var subject = filling.plain(template.subject(), values);
        var body = Markdown.show(filling.markdown(template.body(), values));
        var page = new HashMap<String, Object>(foot(template.locale(), kind, about));
        page.put("subject", subject);
        page.put("content", body.html());
        page.put("lang", template.locale());
        var notice = filling.plain(template.notice(), values);
        page.put("notice", notice);
        return new Letter(subject, notice, text(body.text(), page), PAGE.execute(page), template.locale());
    }

    /// Subject and short text only.
    public Letter shortly(Kind kind, Reader reader, About about) {
        var template = templates.of(kind.key(), reader.locale().toLanguageTag());
        var values = values(reader, about);
        return new Letter(
                filling.plain(template.subject(), values), filling.plain(template.notice(), values), "", "",
                template.locale());
    }

    private Map<String, Object> values(Reader reader, About about) {
        var values = Values.read(about.data(), reader);
        values.replaceAll((_, value) -> clear(value));
        values.put("brand", shop.brand());
        values.put("shop", shop.url());
        if (about.order() != null) {
            values.put("order", Values.order(about.order(), reader, shop.url()));
        }
        values.putAll(about.more());
        return values;
    }

    private Object clear(Object value) {
        if (!(value instanceof String text) || !Sealed.isSealed(text)) {
            return value;
        }
        var sealed = new Sealed<String>(text);
        return sealed.subject().isPresent() ? opened.apply(sealed).orElse("") : text;
    }

    private Map<String, Object> foot(String locale, Kind kind, About about) {
        boolean german = locale.startsWith("de");
        var foot = new HashMap<String, Object>(Map.of("brand", shop.brand(), "shop", shop.url()));
        foot.put("why", german ? "Automatische Nachricht von " + shop.brand() + "." : "Sent automatically by " + shop.brand() + ".");
        if (kind.marketing() && about.unsubscribe() != null) {
            foot.put("unsubscribe", about.unsubscribe());
            foot.put("unsubscribeLabel", german ? "Keine Werbung mehr erhalten" : "Unsubscribe from offers");
        }
        return foot;
    }

    private static String text(String body, Map<String, Object> page) {
        var text = new StringBuilder(body.strip()).append("\n\n-- \n").append(page.get("why"));
        if (page.get("unsubscribe") != null) {
            text.append('\n').append(page.get("unsubscribeLabel")).append(": ").append(page.get("unsubscribe"));
        }
        return text.append('\n').toString();
    }

    /// Why a text cannot be used, if so: it must be readable and use only what there is.
    public Optional<String> problem(Template template) {
        var values = sampleValues(template.key(), Reader.of(template.locale(), "GB", java.time.ZoneOffset.UTC));
        for (var text : List.of(template.subject(), template.notice(), template.body())) {
            try {
                Filling.check(text, values);
            } catch (MustacheException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return Optional.empty();
    }

    /// As it would look with sample values.
    public Letter preview(Template template) {
        var kind = Kinds.of(template.key());
        var sample = SAMPLES.get(template.key());
        var reader = Reader.of(template.locale(), "GB", java.time.ZoneOffset.UTC);
        return letter(template, kind, reader, new About(
                sample.toString(), SAMPLE_ORDER, Map.of(), kind.marketing() ? shop.url() + "/unsubscribe/sample" : null));
    }

    private Map<String, Object> sampleValues(String key, Reader reader) {
        return values(reader, new About(SAMPLES.get(key).toString(), SAMPLE_ORDER, Map.of(), null));
    }

    /// What a text of this key may use.
    public List<String> names(String key) {
        var names = new TreeSet<String>();
        sampleValues(key, Reader.of("en", "GB", java.time.ZoneOffset.UTC)).forEach((name, value) -> collect(name, value, names));
        return new ArrayList<>(names);
    }

    private static void collect(String name, Object value, Set<String> names) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((inner, one) -> collect(name + "." + inner, one, names));
            case List<?> list when !list.isEmpty() && list.getFirst() instanceof Map<?, ?> first ->
                first.forEach((inner, one) -> collect(name + "[]." + inner, one, names));
            default -> names.add(name);
        }
    }

    private static final OrderView SAMPLE_ORDER = new OrderView(
            new UUID(0x019a_0000_0000_7000L, 0x8000_0000_0000_0001L), null, "ORD-7F3K2M9Q", "GBP", 4_250L, 500L, 413L,
            708L, 4_245L,
            Values.json(List.of(
                    new Values.Line("Hanging heart tealight holder", 2, 1_275), new Values.Line("Jam making set", 1, 1_700))),
            "GB", null, Instant.parse("2026-03-14T10:15:00Z"), Instant.parse("2026-03-14T10:15:01Z"));
}
