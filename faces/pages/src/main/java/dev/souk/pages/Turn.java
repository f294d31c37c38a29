package dev.souk.pages;

import dev.souk.platform.face.Api;
import dev.souk.platform.face.Shown;
import dev.souk.platform.face.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One visit while it is being answered: what was asked, in which language and look, and the API on the visitor's behalf.
public final class Turn {
    private final Visit visit;
    private final Map<String, String> path;
    private final Surroundings around;
    private final Client api;
    private final Optional<Visitor> visitor;
    private final Fields fields;
    private final String nonce;
    private final Map<Cookie, Optional<String>> remembered = new LinkedHashMap<>();

    /// What holds for the whole visit.
    record Surroundings(Site site, Words words, Look look, boolean secure) {}

    Turn(Visit visit, Map<String, String> path, Surroundings around, Api api, String nonce) {
        this.visit = visit;
        this.path = path;
        this.around = around;
        this.visitor = Visitor.in(visit, around.secure());
        this.api = new Client(api, visitor.map(one -> Map.of("Authorization", "Bearer " + one.token())).orElse(Map.of()));
        this.fields = Fields.of(visit);
        this.nonce = nonce;
    }

    public Client api() {
        return api;
    }

    /// Who it is; empty for a guest.
    public Optional<Visitor> visitor() {
        return visitor;
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
        var changed = remembered.get(cookie);
        return changed == null ? cookie.in(visit, around.secure()) : changed;
    }

    public void remember(Cookie cookie, String value) {
        remembered.put(cookie, Optional.of(value));
    }

    public void forget(Cookie cookie) {
        remembered.put(cookie, Optional.empty());
    }

    /// A page or a part of one.
    public Shown html(int status, String template, Map<String, ? extends @Nullable Object> parameters) {
        return around.site().html(this, status, template, parameters);
    }

    /// On to another page, with GET.
    public Shown go(String location) {
        var headers = new ArrayList<>(cookies());
        headers.add(new Shown.Header("Location", location));
        headers.add(new Shown.Header("Cache-Control", "no-store"));
        return new Shown.Page(303, headers, new byte[0]);
    }

    public Shown missing() {
        return around.site().missing(this);
    }

    List<Shown.Header> cookies() {
        return remembered.entrySet().stream()
                .map(one -> one.getValue()
                        .map(value -> one.getKey().set(value, around.secure()))
                        .orElseGet(() -> one.getKey().drop(around.secure())))
                .toList();
    }
}
