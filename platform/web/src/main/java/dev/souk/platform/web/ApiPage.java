package dev.souk.platform.web;

import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The API for reading: one page without script and without anything from elsewhere.
final class ApiPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2329;--soft:#5c6670;--line:#dfe3e8;--paper:#fff;--tint:#f5f7f9;--link:#0b5cad}
            @media(prefers-color-scheme:dark){:root{--ink:#e4e7eb;--soft:#9aa5b1;--line:#333b44;--paper:#15191e;--tint:#1d2329;--link:#7db7f0}}
            *{box-sizing:border-box}body{margin:0 auto;max-width:60rem;padding:2rem 1rem 6rem;font:16px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
            h1{font-size:1.7rem;margin:0 0 .3rem}h2{margin:3rem 0 .8rem;font-size:1.25rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
            h3{font-size:.85rem;margin:1rem 0 .3rem;color:var(--soft);font-weight:600}p{margin:.4rem 0}a{color:var(--link)}nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem}
            code{font:.86em/1.5 ui-monospace,monospace;overflow-wrap:anywhere}details{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;background:var(--paper)}
            summary{cursor:pointer;padding:.55rem .8rem;display:flex;gap:.8rem;flex-wrap:wrap;align-items:baseline}details[open]>summary{border-bottom:1px solid var(--line);background:var(--tint)}
            summary::after{content:"+";color:var(--soft);margin-left:auto}details[open]>summary::after{content:"\\2013"}
            .in{padding:.4rem .8rem 1rem;overflow-x:auto}.m{font-weight:700;min-width:4rem}.s,.soft{color:var(--soft)}.s{flex:1 1 16rem}
            table{border-collapse:collapse;width:100%;font-size:.92rem}td{border-top:1px solid var(--line);padding:.25rem .6rem .25rem 0;vertical-align:top}td:first-child{white-space:nowrap}
            .of{table-layout:fixed}.of td{overflow-wrap:anywhere}.of td:first-child{width:45%;white-space:normal}.of td:last-child{width:5rem;padding:.25rem 0}
            """;

    private final ObjectNode schemas;
    private final StringBuilder html = new StringBuilder(200_000);

    private ApiPage(ObjectNode openApi) {
        this.schemas = (ObjectNode) openApi.get("components").get("schemas");
    }

    static String of(List<Served> all, ObjectNode openApi) {
        return new ApiPage(openApi).write(all);
    }

    static String securityPolicy() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; frame-ancestors 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(List<Served> all) {
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Souk API</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>Souk API</h1><p class=\"soft\">Made from the declared routes. ")
                .append("The same for machines: <a href=\"/openapi.json\">openapi.json</a> (OpenAPI 3.1).</p>")
                .append("<p>A token goes into <code>Authorization: Bearer …</code>; <code>./souk token ROLE</code> makes one. ")
                .append("Guests prove themselves with the <code>Cart-Token</code> they were given. ")
                .append("Send an <code>Idempotency-Key</code> with whatever changes something, and a repeat changes nothing. ")
                .append("Versions come as <code>ETag</code> and go back as <code>If-Match</code>. ")
                .append("What is not a success is <code>application/problem+json</code> with a stable <code>code</code>.</p><nav>");
        var shown = all.stream().filter(served -> !served.routes().isEmpty()).toList();
        shown.forEach(served -> html.append("<a href=\"#").append(served.context()).append("\">").append(served.context()).append("</a>"));
        html.append("</nav>");
        for (var served : shown) {
            html.append("<h2 id=\"").append(served.context()).append("\">").append(served.context()).append("</h2>");
            served.routes().forEach(this::route);
        }
        return html.append("</body></html>").toString();
    }

    private void route(Route<?, ?> route) {
        html.append("<details><summary><code class=\"m\">").append(route.method()).append("</code><code>");
        text(RouteTable.full(route.path()));
        html.append("</code><span class=\"s\">");
        text(route.summary());
        html.append("</span></summary><div class=\"in\"><p><span class=\"soft\">For</span> ");
        text(OpenApi.everyone(route) ? "everyone" : route.roles().stream().sorted().map(Role::name).collect(Collectors.joining(", ")));
        if (route.key() != Route.Key.NONE && route.action() instanceof Route.Action.Writes<?, ?>) {
            html.append(" · <span class=\"soft\">Idempotency-Key</span> ")
                    .append(route.key() == Route.Key.REQUIRED ? "required" : "honoured");
        }
        html.append(" · <span class=\"soft\">rate</span> ").append(route.rate()).append("</p>");
        query(route);
        members("Request body", "", route.body(), route.body() == byte[].class ? "raw bytes" : "");
        var stream = route.action() instanceof Route.Action.Streams<?, ?>;
        members("Answer " + route.status(), "optional", route.answer(), stream ? "a stream of server-sent events" : route.answer() == String.class ? "text" : "");
        html.append("<h3>Problems</h3><table>");
        for (var error : Errors.of(route)) {
            html.append("<tr><td>").append(error.status()).append("</td><td>");
            text(error.codes());
            html.append("</td></tr>");
        }
        html.append("</table></div></details>");
    }

    private void query(Route<?, ?> route) {
        if (route.query().isEmpty()) {
            return;
        }
        html.append("<h3>Query</h3><table>");
        for (var known : route.query()) {
            html.append("<tr><td><code>").append(known.name()).append("</code></td><td>");
            text(kind(known));
            html.append("</td><td>");
            text(known.meaning() + (known.otherwise() == null ? "" : "; otherwise " + known.otherwise()));
            html.append("</td><td class=\"soft\">").append(known.required() ? "required" : "").append("</td></tr>");
        }
        html.append("</table>");
    }

    private static String kind(Parameter known) {
        if (!known.values().isEmpty()) {
            return String.join(" | ", known.values());
        }
        var range = known.least() == null ? "" : " from " + known.least() + " to " + known.most();
        return known.kind().name().toLowerCase(Locale.ROOT) + range;
    }

    /// @param otherwise said of what is not always there; nothing for requests, whose handlers know more than a schema
    private void members(String title, String otherwise, Class<?> type, String instead) {
        if (type == Void.class && instead.isEmpty()) {
            return;
        }
        html.append("<h3>").append(title).append("</h3>");
        var schema = schemas.get(OpenApi.schemaName(type));
        if (!instead.isEmpty() || schema == null) {
            html.append("<p>");
            text(instead.isEmpty() ? "JSON" : instead);
            html.append("</p>");
            return;
        }
        html.append("<table class=\"of\">");
        rows("", otherwise, schema, 0);
        html.append("</table>");
    }

    private void rows(String prefix, String otherwise, JsonNode schema, int depth) {
        for (var member : schema.path("properties").properties()) {
            var required = schema.path("required").valueStream().anyMatch(name -> name.asString().equals(member.getKey()));
            var target = resolved(member.getValue());
            html.append("<tr><td><code>");
            text(prefix + member.getKey());
            html.append("</code></td><td>");
            text(kind(member.getValue(), target));
            html.append("</td><td class=\"soft\">").append(!required ? otherwise : otherwise.isEmpty() ? "required" : "").append("</td></tr>");
            if (depth < 3) {
                var list = target.has("items");
                rows(prefix + member.getKey() + (list ? "[]." : "."), otherwise, list ? resolved(target.get("items")) : target, depth + 1);
            }
        }
    }

    private JsonNode resolved(JsonNode schema) {
        var ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : schemas.path(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private String kind(JsonNode schema, JsonNode target) {
        if (target.has("enum")) {
            return target.get("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(" | "));
        }
        if (target.has("items")) {
            return "list of " + kind(target.get("items"), resolved(target.get("items")));
        }
        var type = target.path("type").asString("object");
        var format = schema.path("format").asString("");
        return format.isEmpty() ? type : type + " (" + format + ")";
    }

    private void text(String text) {
        html.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
