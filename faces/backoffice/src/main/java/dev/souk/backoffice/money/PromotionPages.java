package dev.souk.backoffice.money;

import dev.souk.backoffice.shop.Promotion;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Entered;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Shell;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Promotions: all, one with its codes and figures, and a new one.
public final class PromotionPages {
    private static final String[] READERS = {"MERCHANDISER", "MARKETING", "SUPPORT", "FINANCE", "AUDITOR", "ADMIN"};
    private static final String[] STATS = {"MARKETING", "FINANCE", "AUDITOR", "ADMIN"};
    private static final String[] MAKERS = {"MARKETING", "ADMIN"};
    private static final Map<String, String> CODES = Map.of(
            "PROMOTION_EXISTS", "code", "INVALID_BUDGET", "budget", "CODE_TAKEN", "code");

    private final Frame frame;

    public PromotionPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/promotions", this::list).only(READERS),
                Page.get("/promotions/new", turn -> fresh(turn, Entered.NOTHING)).only(MAKERS),
                Page.post("/promotions/new", this::create).only(MAKERS),
                Page.get("/promotions/{id}", turn -> show(turn, Entered.NOTHING)).only(READERS),
                form("activate", (turn, id) -> done(turn, id, "activate", null, "promotion.activated")),
                form("cancel", (turn, id) -> done(turn, id, "cancel", Map.of("reason", turn.fields().get("reason")), "promotion.cancelled")),
                form("codes", this::codes));
    }

    @FunctionalInterface
    private interface Act {
        Shown go(Turn turn, UUID id);
    }

    private Page form(String name, Act act) {
        return Page.post("/promotions/{id}/" + name, turn -> turn.id("id")
                .map(id -> Entered.act(turn, name, Map.of(), entered -> show(turn, entered), () -> act.go(turn, id)))
                .orElseGet(turn::missing)).only(MAKERS);
    }

    private Shown list(Turn turn) {
        var after = turn.query("after").flatMap(Turn::uuid);
        return frame.show(turn, "money/promotions.jte", "promotions", turn.words().say("promotions.title"), Map.of(
                "page", turn.api().get("/promotions?limit=50" + after.map(id -> "&after=" + id).orElse(""), Promotion.Page.class),
                "begun", after.isPresent()));
    }

    private Shown fresh(Turn turn, Entered entered) {
        return frame.show(turn, entered.status(), "money/promotion-new.jte", "promotions", turn.words().say("promotions.new"),
                Map.of("entered", entered));
    }

    private Shown create(Turn turn) {
        return Entered.act(turn, "new", CODES, entered -> fresh(turn, entered), () -> {
            var made = turn.api().send("POST", "/promotions", PromotionForm.body(turn), Promotion.class);
            Flash.done(turn, "promotion.created", made.name());
            return turn.go("/backoffice/promotions/" + made.promotionId());
        });
    }

    private Shown show(Turn turn, Entered entered) {
        var found = turn.id("id").flatMap(id -> turn.api().find("/promotions/" + id, Promotion.class));
        if (found.isEmpty()) {
            return turn.missing();
        }
        var promotion = found.get();
        var shell = frame.shell(turn, "promotions", promotion.name());
        var parameters = new HashMap<String, Object>(Map.of("shell", shell, "promotion", promotion, "entered", entered));
        parameters.put("stats", stats(turn, shell, promotion));
        parameters.put("codes", batch(turn, shell, promotion));
        parameters.put("batch", turn.query("batch").orElse(""));
        return turn.html(entered.status(), "money/promotion.jte", parameters);
    }

    private static Optional<Promotion.Stats> stats(Turn turn, Shell shell, Promotion promotion) {
        return shell.may(STATS) ? turn.api().find("/promotions/" + promotion.promotionId() + "/stats", Promotion.Stats.class) : Optional.empty();
    }

    private static Optional<Promotion.Codes> batch(Turn turn, Shell shell, Promotion promotion) {
        var after = turn.query("after").map(text -> "&after=" + Client.escaped(text)).orElse("");
        return turn.query("batch").flatMap(Turn::uuid).filter(_ -> shell.may(MAKERS)).flatMap(batch -> turn.api().find(
                "/promotions/" + promotion.promotionId() + "/codes?batchId=" + batch + "&limit=100" + after, Promotion.Codes.class));
    }

    private static Shown done(Turn turn, UUID id, String what, @Nullable Object body, String said) {
        turn.api().act("POST", "/promotions/" + id + "/" + what, body);
        Flash.done(turn, said);
        return turn.go("/backoffice/promotions/" + id);
    }

    private Shown codes(Turn turn, UUID id) {
        var made = turn.api().send("POST", "/promotions/" + id + "/codes", Map.of(
                "count", turn.fields().number("count", 0), "singleUse", turn.fields().ticked("singleUse")), Promotion.Made.class);
        Flash.done(turn, "promotion.codes.made", String.valueOf(made.count()));
        return turn.go("/backoffice/promotions/" + id + "?batch=" + made.batchId());
    }
}
