package dev.souk.console;

import dev.souk.pages.Fields;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Switches for the faults of the stand-in payment provider; in production there are none.
final class FaultPages {
    static final List<String> DELAYS = List.of("delayMillis", "webhookLateMillis");
    static final List<String> CHANCES = List.of(
            "failBefore", "timeoutAfter", "decline", "webhookDuplicate", "webhookLate", "webhookReordered", "webhookDropped");

    private final Frame frame;

    FaultPages(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(Page.get("/faults", this::show), Page.post("/faults", this::change));
    }

    private Shown show(Turn turn) {
        Optional<JsonNode> faults = turn.api().find("/operations/provider/faults", JsonNode.class);
        var values = new TreeMap<String, String>();
        faults.ifPresent(found -> {
            DELAYS.forEach(name -> values.put(name, Long.toString(found.path(name).asLong(0))));
            CHANCES.forEach(name -> values.put(name, percent(found.path(name))));
        });
        return frame.show(turn, "faults.jte", "faults", turn.words().say("fault.title"), Map.of(
                "there", faults.isPresent(), "values", values, "delays", DELAYS, "chances", CHANCES));
    }

    private static String percent(JsonNode chance) {
        return chance.decimalValue().movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private Shown change(Turn turn) {
        var wanted = new TreeMap<String, Object>();
        var fields = turn.fields();
        if (!fields.ticked("off")) {
            DELAYS.forEach(name -> wanted.put(name, fields.number(name, 0)));
            CHANCES.forEach(name -> wanted.put(name, chance(fields, name)));
        }
        try {
            turn.api().act("PUT", "/operations/provider/faults", wanted);
            Flash.done(turn, fields.ticked("off") ? "fault.off" : "fault.changed");
        } catch (Refused refused) {
            Refusals.tell(turn, refused);
        }
        return turn.go(frame.home() + "/faults");
    }

    private static BigDecimal chance(Fields fields, String name) {
        var text = fields.get(name).replace(',', '.');
        return text.matches("\\d{1,3}(\\.\\d{1,3})?") ? new BigDecimal(text).movePointLeft(2) : BigDecimal.ZERO;
    }
}
