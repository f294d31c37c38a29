package dev.souk.storefront.account;

import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Front;
import dev.souk.storefront.shop.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Preferences and consents: what the shop may tell a customer, by which way, and when not.
public final class ChoicePages {
    public static final List<String> CHANNELS = List.of("EMAIL", "IN_APP");
    public static final List<String> PURPOSES = List.of("MARKETING", "ANALYTICS", "PERSONALISATION");
    /// Which words somebody has agreed to.
    public static final String CONSENT_TEXT = "2026-11";
    private static final String HERE = "preferences";
    private static final String QUIET = "/notifications/quiet-hours";
    /// Sent only to those who ask for them.
    private static final Set<String> ON_REQUEST = Set.of("ORDER_BEING_PREPARED", "POINTS_EARNED");

    private final Frame frame;

    public ChoicePages(Front front) {
        this.frame = new Frame(front);
    }

    /// When a customer wants to be left alone.
    public record Quiet(@Nullable String from, @Nullable String to, @Nullable String zone) {}

    /// One kind of notice, and by which ways it comes.
    public record Kind(String name, Set<String> channels) {}

    private static final List<String> KINDS = List.of(
            "ORDER_CONFIRMED", "ORDER_BEING_PREPARED", "ORDER_ON_HOLD", "ORDER_CANCELLED", "CHECKOUT_FAILED", "POINTS_EARNED", "POINTS_EXPIRING");

    public List<Page> pages() {
        return List.of(
                Page.get("/account/preferences", turn -> show(turn, 200, "")).signedIn(),
                Page.post("/account/preferences", this::prefer).signedIn(),
                Page.post("/account/consents", this::agree).signedIn(),
                Page.post("/account/quiet-hours", this::rest).signedIn());
    }

    private Shown show(Turn turn, int status, String refused) {
        var person = turn.api().get(Frame.ME, Person.class);
        var known = person.preferences().notifications();
        var kinds = KINDS.stream()
                .map(name -> new Kind(name, Set.copyOf(known.getOrDefault(name, ON_REQUEST.contains(name) ? List.of() : CHANNELS))))
                .toList();
        return frame.show(turn, status, HERE, HERE, Map.of(
                "person", person, "kinds", kinds, "quiet", turn.api().get(QUIET, Quiet.class), "refused", refused));
    }

    private Shown prefer(Turn turn) {
        var person = turn.api().get(Frame.ME, Person.class);
        var wanted = new HashMap<>(person.preferences().notifications());
        for (var kind : KINDS) {
            var channels = new ArrayList<>(wanted.getOrDefault(kind, List.of()));
            channels.removeAll(CHANNELS);
            CHANNELS.stream().filter(channel -> !turn.fields().get(kind + "." + channel).isEmpty()).forEach(channels::add);
            wanted.put(kind, channels);
        }
        var changes = new HashMap<String, Object>(Map.of("notifications", wanted, "expectedVersion", person.preferences().version()));
        turn.fields().filled("language").ifPresent(language -> changes.put("language", language));
        return changed(turn, () -> turn.api().act("PATCH", Frame.ME + "/preferences", changes));
    }

    private Shown agree(Turn turn) {
        return changed(turn, () -> turn.api().act("POST", Frame.ME + "/consents", Map.of(
                "purpose", turn.fields().get("purpose"), "granted", turn.fields().get("granted").equals("yes"),
                "textVersion", CONSENT_TEXT)));
    }

    private Shown rest(Turn turn) {
        var hours = new HashMap<String, Object>();
        turn.fields().filled("from").ifPresent(from -> hours.put("from", from));
        turn.fields().filled("to").ifPresent(to -> hours.put("to", to));
        turn.fields().filled("zone").ifPresent(zone -> hours.put("zone", zone));
        return changed(turn, () -> turn.api().act("PUT", QUIET, hours));
    }

    private Shown changed(Turn turn, Runnable change) {
        try {
            change.run();
            return Frame.done(turn, HERE, "saved");
        } catch (Refused refused) {
            if (refused.status() >= 500 || refused.status() == 401) {
                throw refused;
            }
            return show(turn, 422, refused.code());
        }
    }
}
