package dev.souk.pages;

import dev.souk.pages.picture.Pictures;
import dev.souk.platform.face.Api;
import dev.souk.platform.face.Face;
import dev.souk.platform.face.Shown;
import dev.souk.platform.face.Visit;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A face made of pages. Brings what no page has to think of: languages, looks, assets, pictures, forgery checks,
/// security headers, and pages for what goes wrong.
public abstract class Site implements Face {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final Cookie LANGUAGE = new Cookie("language", Duration.ofDays(365));
    private static final Cookie LOOK = new Cookie("look", Duration.ofDays(365));
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SiteConfig config;
    private final PageTable pages;
    private final Assets assets = new Assets();
    private final Pictures pictures = new Pictures();
    private final TemplateEngine templates;
    private final Map<Locale, Words> words = new ConcurrentHashMap<>();
    private final Protection protection;
    private final @Nullable SignIn signIn;
    private final @Nullable TokenDesk desk;

    /// A face where nobody signs in.
    protected Site(SiteConfig config, List<Page> pages) {
        this(config, null, pages);
    }

    protected Site(SiteConfig config, @Nullable SignIn signIn, List<Page> pages) {
        this.config = config;
        this.signIn = signIn;
        this.desk = signIn == null ? null : new TokenDesk(signIn.client());
        this.protection = new Protection(config);
        this.templates =
                TemplateEngine.createPrecompiled(null, ContentType.Html, getClass().getClassLoader(), config.templates());
        var all = new ArrayList<>(pages);
        all.add(Page.post("/language", Site::speak));
        all.add(Page.post("/look", Site::dress));
        if (signIn != null && desk != null) {
            all.addAll(new Door(signIn, desk).pages());
        }
        this.pages = new PageTable(all);
    }

    /// The page for what is not there, and for what failed.
    protected abstract Shown failed(Turn turn, int status);

    /// The page for those who have signed in and may not see what they asked for. Unless the face has words for it, it is
    /// as if it were not there.
    protected Shown closed(Turn turn) {
        return failed(turn, 404);
    }

    @Override
    public final int most(String method, String path) {
        return pages.find(method, below(path)).map(match -> match.page().most()).orElseGet(() -> Face.super.most(method, path));
    }

    private String below(String path) {
        var rest = path.substring(home().length());
        return rest.isEmpty() ? "/" : rest;
    }

    @Override
    public final Shown answer(Visit visit, Api api) {
        var still = still(visit);
        if (still.isPresent()) {
            return still.get();
        }
        var path = visit.path().substring(home().length());
        var found = pages.find(visit.method(), path.isEmpty() ? "/" : path);
        var turn = turn(visit, found.map(PageTable.Match::values).orElse(Map.of()), api);
        return turn.withCookies(shown(turn, visit, found, path));
    }

    private Shown shown(Turn turn, Visit visit, Optional<PageTable.Match> found, String path) {
        try {
            if (!visit.method().equals("GET") && !visit.method().equals("HEAD") && !protection.sameSite(visit, origin(visit))) {
                return failed(turn, 403);
            }
            return found.map(match -> admitted(turn, match.page()))
                    .orElseGet(() -> failed(turn, pages.knows(path) ? 405 : 404));
        } catch (Refused refused) {
            LOG.debug("{} {}: {}", visit.method(), visit.path(), refused.getMessage());
            return refused(turn, refused);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", visit.method(), visit.path(), e);
            return failed(turn, 500);
        }
    }

    private Shown admitted(Turn turn, Page page) {
        if (page.known() && !turn.visitor().signedIn()) {
            return turn.signIn();
        }
        return page.roles().isEmpty() || turn.visitor().may(page.roles().toArray(String[]::new)) ? page.handler().show(turn) : closed(turn);
    }

    private Shown refused(Turn turn, Refused refused) {
        return switch (refused.status()) {
            case 401 -> signIn == null ? failed(turn, 401) : turn.signIn();
            case 403 -> closed(turn);
            case 404, 410 -> failed(turn, 404);
            case 429, 503 -> failed(turn, refused.status());
            default -> failed(turn, 500);
        };
    }

    Session session(Turn turn) {
        return new Session(turn, signIn, desk);
    }

    /// What is the same for everybody: needs no language and no visitor.
    private Optional<Shown> still(Visit visit) {
        var parts = visit.path().split("/", -1);
        var gzip = visit.header("Accept-Encoding").filter(accepted -> accepted.contains("gzip")).isPresent();
        if (parts.length == 4 && parts[1].equals("assets")) {
            return assets.show(parts[2], parts[3], gzip);
        }
        if (parts.length == 4 && parts[1].equals("pictures")) {
            return pictures.draw(parts[3]).map(svg -> text(200, "image/svg+xml;charset=utf-8", svg, FOREVER));
        }
        return Optional.empty();
    }

    private Turn turn(Visit visit, Map<String, String> values, Api api) {
        var secure = secure(visit);
        var locale = LANGUAGE.in(visit, secure)
                .flatMap(Words::language)
                .or(() -> wanted(visit))
                .orElse(Words.LANGUAGES.getFirst());
        var look = LOOK.in(visit, secure).flatMap(Look::of).orElse(Look.DEVICE);
        var around = new Turn.Surroundings(
                this, words.computeIfAbsent(locale, one -> new Words(config.bundles(), one, ZoneId.of("UTC"))), look, secure);
        return new Turn(visit, values, around, api, nonce());
    }

    private static Optional<Locale> wanted(Visit visit) {
        try {
            return visit.header("Accept-Language")
                    .map(Locale.LanguageRange::parse)
                    .map(ranges -> Locale.lookup(ranges, Words.LANGUAGES.stream().map(one -> Locale.of(one.getLanguage())).toList()))
                    .flatMap(found -> Words.language(found.toLanguageTag()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String nonce() {
        var bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private boolean secure(Visit visit) {
        return visit.secure() || config.address().filter(address -> "https".equals(address.getScheme())).isPresent();
    }

    String origin(Visit visit) {
        return config.address()
                .map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .orElseGet(() -> (visit.secure() ? "https://" : "http://") + visit.header("Host").orElse("localhost"));
    }

    protected final Pictures pictures() {
        return pictures;
    }

    Assets assets() {
        return assets;
    }

    Shown html(Turn turn, int status, String template, Map<String, ? extends @Nullable Object> parameters) {
        var all = new HashMap<String, @Nullable Object>(parameters);
        var out = new Utf8ByteOutput();
        templates.render(template, all, out);
        var headers = new ArrayList<Shown.Header>();
        headers.add(new Shown.Header("Content-Type", "text/html;charset=utf-8"));
        headers.add(new Shown.Header("Cache-Control", "private, no-cache"));
        headers.add(new Shown.Header("Vary", "Accept-Encoding, Accept-Language, Cookie, HX-Request"));
        headers.addAll(protection.headers(turn.nonce()));
        return new Shown.Page(status, headers, out.toByteArray());
    }

    Shown missing(Turn turn) {
        return failed(turn, 404);
    }

    private static Shown speak(Turn turn) {
        Words.language(turn.fields().get("language")).ifPresent(one -> turn.remember(LANGUAGE, one.getLanguage()));
        return turn.go(back(turn));
    }

    private static Shown dress(Turn turn) {
        Look.of(turn.fields().get("look")).ifPresent(look -> turn.remember(LOOK, look.tag()));
        return turn.go(back(turn));
    }

    /// Only to a page of this site.
    private static String back(Turn turn) {
        return turn.local(turn.fields().get("back"));
    }

    /// For plain answers that are not pages of templates.
    public static Shown text(int status, String type, String body, String caching) {
        return new Shown.Page(
                status,
                List.of(new Shown.Header("Content-Type", type), new Shown.Header("Cache-Control", caching)),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
