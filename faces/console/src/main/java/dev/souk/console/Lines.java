package dev.souk.console;

import dev.souk.console.view.Journey;
import dev.souk.console.view.Journey.Deed;
import dev.souk.console.view.Journey.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages and deeds of a journey, in one order.
///
/// @param sinceMs since the line before
/// @param step a message, or null
/// @param deed what somebody did, or null
public record Lines(Instant at, long sinceMs, @Nullable Step step, @Nullable Deed deed) {
    static List<Lines> of(Journey journey) {
        var all = new ArrayList<Lines>();
        journey.steps().forEach(step -> all.add(new Lines(step.at(), 0, step, null)));
        journey.deeds().forEach(deed -> all.add(new Lines(deed.at(), 0, null, deed)));
        all.sort(Comparator.comparing(Lines::at));
        var timed = new ArrayList<Lines>(all.size());
        Instant before = null;
        for (var line : all) {
            long since = before == null ? 0 : Duration.between(before, line.at()).toMillis();
            timed.add(new Lines(line.at(), since, line.step(), line.deed()));
            before = line.at();
        }
        return timed;
    }
}
