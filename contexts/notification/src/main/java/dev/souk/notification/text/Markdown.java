package dev.souk.notification.text;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// A mail's body: one source, shown as HTML and as text. Styles stand at every element, because mail programs drop
/// style sheets; a paragraph that is only a link becomes a button.
final class Markdown {
    private static final String BUTTON =
            "display:inline-block;padding:12px 22px;border-radius:8px;background:#14532d;color:#ffffff;"
                    + "font-weight:600;text-decoration:none";
    private static final Map<String, String> STYLES = Map.of(
            "h1", "margin:0 0 16px;font-size:24px;line-height:1.25;font-weight:700;letter-spacing:-0.01em",
            "h2", "margin:28px 0 8px;font-size:16px;line-height:1.4;font-weight:600",
            "p", "margin:0 0 16px",
            "ul", "margin:0 0 16px;padding-left:20px",
            "table", "width:100%;border-collapse:collapse;margin:8px 0 20px;font-size:15px",
            "th", "padding:8px 8px 8px 0;border-bottom:1px solid #d6d3d1;font-size:13px;font-weight:600;color:#57534e",
            "td", "padding:10px 8px 10px 0;border-bottom:1px solid #e7e5e4;vertical-align:top",
            "a", "color:#14532d",
            "hr", "border:0;border-top:1px solid #e7e5e4;margin:24px 0");

    private static final List<org.commonmark.Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(_ -> (node, tag, attributes) -> {
                var style = button(node) ? BUTTON : STYLES.get(tag);
                if (style != null) {
                    var align = attributes.remove("align");
                    attributes.put("style", style + ";text-align:" + (align == null ? "left" : align));
                }
            })
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .extensions(TABLES)
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    private Markdown() {}

    record Shown(String html, String text) {}

    static Shown show(String markdown) {
        var parsed = PARSER.parse(markdown);
        return new Shown(HTML.render(parsed), TEXT.render(parsed));
    }

    private static boolean button(Node node) {
        return node instanceof Link
                && node.getParent() instanceof Paragraph
                && node.getPrevious() == null
                && node.getNext() == null;
    }
}
