package dev.souk.backoffice.money;

import dev.souk.backoffice.goods.Forms;
import dev.souk.backoffice.shop.Pricing;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Amounts;
import dev.souk.pages.work.Entered;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tax rates and what delivery costs.
public final class RatePages {
    private static final String[] READERS = {"MERCHANDISER", "SUPPORT", "FINANCE", "AUDITOR", "ADMIN"};

    private final Frame frame;

    public RatePages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/taxes", turn -> taxes(turn, Entered.NOTHING)).only(READERS),
                Page.post("/taxes", this::setTax).only("FINANCE", "ADMIN"),
                Page.get("/tariffs", turn -> tariffs(turn, Entered.NOTHING)).only(READERS),
                Page.post("/tariffs", this::setTariff).only("MERCHANDISER", "ADMIN"));
    }

    private Shown taxes(Turn turn, Entered entered) {
        return frame.show(turn, entered.status(), "money/taxes.jte", "taxes", turn.words().say("taxes.title"), Map.of(
                "rates", turn.api().get("/pricing/tax-rates", Pricing.Rates.class).rates(), "entered", entered));
    }

    private Shown tariffs(Turn turn, Entered entered) {
        return frame.show(turn, entered.status(), "money/tariffs.jte", "tariffs", turn.words().say("tariffs.title"), Map.of(
                "tariffs", turn.api().get("/pricing/shipping-tariffs", Pricing.Tariffs.class).tariffs(), "entered", entered));
    }

    private static Map<String, Object> zone(Turn turn) {
        var zone = new HashMap<String, Object>();
        for (var name : List.of("country", "region", "postcodePrefix")) {
            turn.fields().filled(name).ifPresent(text -> zone.put(name, text));
        }
        return zone;
    }

    private Shown setTax(Turn turn) {
        return Entered.act(turn, "tax", Map.of("TAX_RATE_EXISTS", "from"), entered -> taxes(turn, entered), () -> {
            var percent = turn.fields().get("rate");
            if (!percent.matches("\\d{1,3}([.,]\\d{1,4})?")) {
                throw new Entered.Mistake("rate", turn.words().say("taxes.rate.wrong"));
            }
            var body = new HashMap<String, Object>();
            body.put("zone", zone(turn));
            body.put("taxCategory", turn.fields().get("taxCategory"));
            body.put("rate", new BigDecimal(percent.replace(',', '.')).movePointLeft(2));
            body.put("inclusive", turn.fields().ticked("inclusive"));
            var from = Forms.timeOrNull(turn, "from");
            if (from != null) {
                body.put("from", from);
            }
            turn.api().act("POST", "/pricing/tax-rates", body);
            Flash.done(turn, "taxes.set");
            return turn.go("/backoffice/taxes");
        });
    }

    private Shown setTariff(Turn turn) {
        return Entered.act(turn, "tariff", Map.of("INVALID_WEIGHT_BANDS", "bands"), entered -> tariffs(turn, entered), () -> {
            var fields = turn.fields();
            var currency = fields.get("currency");
            var body = new HashMap<String, Object>();
            body.put("methodId", fields.get("methodId"));
            body.put("name", fields.get("name"));
            body.put("currency", currency);
            body.put("weightBands", bands(turn, currency));
            if (!zone(turn).isEmpty()) {
                body.put("zone", zone(turn));
            }
            var free = Forms.amountOrNull(turn, "freeAbove", currency);
            if (free != null) {
                body.put("freeAbove", free);
            }
            var days = Forms.numberOrNull(turn, "days");
            if (days != null) {
                body.put("days", days);
            }
            turn.api().act("POST", "/pricing/shipping-tariffs", body);
            Flash.done(turn, "tariffs.set", fields.get("name"));
            return turn.go("/backoffice/tariffs");
        });
    }

    /// `2000: 4.95`, one a line; the last may be `4.95` for all that is heavier.
    private static List<Map<String, Object>> bands(Turn turn, String currency) {
        var bands = new ArrayList<Map<String, Object>>();
        for (var line : turn.fields().get("bands").lines().filter(text -> !text.isBlank()).toList()) {
            var parts = line.strip().split("\\s*:\\s*", 2);
            var price = Amounts.minor(parts[parts.length - 1], currency);
            if (price.isEmpty() || (parts.length == 2 && !parts[0].matches("\\d{1,8}"))) {
                throw new Entered.Mistake("bands", turn.words().say("tariffs.bands.hint"));
            }
            var band = new HashMap<String, Object>();
            band.put("price", price.get());
            if (parts.length == 2) {
                band.put("upToGrams", Integer.parseInt(parts[0]));
            }
            bands.add(band);
        }
        return bands;
    }
}
