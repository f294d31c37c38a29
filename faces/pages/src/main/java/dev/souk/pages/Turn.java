package dev.souk.pages;

import dev.souk.platform.face.Api;
import dev.souk.platform.face.Shown;
import dev.souk.platform.face.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One visit while it is being answered: what was asked, in which language and look, and the API on the visitor's behalf.
public final class Turn {
    private final Visit visit;
    private final Map<String, String> path;
    private final Surroundings around;
    private final Api raw;
    private final Session session;
    private final Fields fields;
    private final String nonce;
    private final Map<String, Change> remembered = new LinkedHashMap<>();

    /// What holds for the whole visit.
    record Surroundings(Site site, Words words, Look look, boolean secure) {}

    /// What a cookie will be after this turn; empty when it is to go.
    private record Change(Cookie cookie, Optional<String> value) {}

    Turn(Visit visit, Map<String, String> path, Surroundings around, Api api, String nonce) {
        this.visit = visit;
        this.path = path;
        this.around = around;
        this.raw = api;
        this.session = around.site().session(this);
        this.fields = Fields.of(visit);
        this.nonce = nonce;
    }

    /// As the visitor: with their token when they have signed in.
    public Client api() {
        return new Client(raw, Map.of(), session);
    }

    /// As nobody.
    Api raw() {
        return raw;
    }

    Session session() {
        return session;
    }

    /// Who looks at this page.
    public Visitor visitor() {
        return session.visitor();
    }

    /// What the visitor is called from now on.
    public void greet(String name) {
        session.greet(name);
    }

    /// To the sign-in pages, and back to this very page; for a form, to the page that it is on.
    public Shown signIn() {
        var back = fragment() ? header("HX-Current-URL") : visit.method().equals("GET") ? Optional.of(address()) : header("Referer");
        var own = back.map(text -> text.startsWith(origin() + "/") ? text.substring(origin().length()) : text).orElse("");
        var there = home() + Door.IN + "?back=" + Client.escaped(local(own));
        return fragment() ? new Shown.Page(200, List.of(new Shown.Header("HX-Redirect", there)), new byte[0]) : go(there);
    }

    /// The address of a page of this site, or the face's front page.
    String local(String address) {
        return address.matches("/(?![/\\\\])[\\x21-\\x7e]*") ? address : home() + "/";
    }

    /// Path and query, as a browser writes them.
    public String address() {
        var path = Arrays.stream(visit.path().split("/", -1)).map(Client::escaped).collect(Collectors.joining("/"));
        var query = visit.parameters().entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> Client.escaped(one.getKey()) + "=" + Client.escaped(value)))
                .sorted()
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    Optional<String> header(String name) {
        return visit.header(name);
    }

    Shown forged() {
        return around.site().failed(this, 403);
    }

    public Words words() {
        return around.words();
    }

    public Look look() {
        return around.look();
    }

    public Assets assets() {
        return around.site().assets();
    }

    /// For script elements: only those that carry it run.
    public String nonce() {
        return nonce;
    }

    String home() {
        return around.site().home();
    }

    public String here() {
        return visit.path();
    }

    /// Scheme, host and port as the visitor's browser knows them.
    public String origin() {
        return around.site().origin(visit);
    }

    /// A file that was sent with a form; empty when none was chosen.
    public Optional<Parts.Part> file(String name) {
        return Parts.of(visit).stream().filter(part -> part.name().equals(name) && !part.file().isEmpty()).findFirst();
    }

    public Fields fields() {
        return fields;
    }

    public String path(String name) {
        return Objects.requireNonNull(path.get(name), name);
    }

    /// A `{name}` of the path that has to be an id.
    public Optional<UUID> id(String name) {
        return uuid(path(name));
    }

    public static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(visit.parameters().get(name)).map(List::getFirst).map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /// Whether a script wants a part of a page, not the whole.
    public boolean fragment() {
        return visit.header("HX-Request").isPresent();
    }

    /// As it will be after this turn.
    public Optional<String> cookie(Cookie cookie) {
        var changed = remembered.get(cookie.name());
        return changed == null ? cookie.in(visit, around.secure()) : changed.value();
    }

    public void remember(Cookie cookie, String value) {
        remembered.put(cookie.name(), new Change(cookie, Optional.of(value)));
    }

    public void forget(Cookie cookie) {
        remembered.put(cookie.name(), new Change(cookie, Optional.empty()));
    }

    /// A page or a part of one.
    public Shown html(int status, String template, Map<String, ? extends @Nullable Object> parameters) {
        return around.site().html(this, status, template, parameters);
    }

    /// On to another page, with GET.
    public Shown go(String location) {
        return new Shown.Page(
                303, List.of(new Shown.Header("Location", location), new Shown.Header("Cache-Control", "no-store")), new byte[0]);
    }

    public Shown missing() {
        return around.site().missing(this);
    }

    /// What was shown, with the cookies of this turn. Nothing that carries one is for others to keep.
    Shown withCookies(Shown shown) {
        if (remembered.isEmpty()) {
            return shown;
        }
        var headers = new ArrayList<>(remembered.values().stream()
                .map(change -> change.value()
                        .map(value -> change.cookie().set(value, around.secure()))
                        .orElseGet(() -> change.cookie().drop(around.secure())))
                .toList());
        return switch (shown) {
            case Shown.Relayed(var call, _) -> new Shown.Relayed(call, headers);
            case Shown.Page(int status, var own, var body) -> {
                own.stream().map(Turn::unshared).forEach(headers::add);
                yield new Shown.Page(status, headers, body);
            }
        };
    }

    private static Shown.Header unshared(Shown.Header header) {
        return header.name().equals("Cache-Control") && header.value().startsWith("public")
                ? new Shown.Header(header.name(), "private, no-cache")
                : header;
    }
}
