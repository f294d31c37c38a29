package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.postgres.Passage.Arrival;
import dev.souk.platform.postgres.Passage.State;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What has become of some messages wherever somebody listens for them: who stands aside is written down, everything
/// else is known from how far each listener has come.
final class Arrivals {
    private final List<RunningContext> contexts;
    private final Map<String, Map<Place, Arrival>> aside = new HashMap<>();

    private record Place(String source, long position) {}

    Arrivals(List<RunningContext> contexts, Collection<Envelope> messages) {
        this.contexts = contexts;
        for (var context : contexts) {
            aside.put(context.name(), context.database().read(tx -> aside(context.name(), tx, messages)));
        }
    }

    private static Map<Place, Arrival> aside(String context, Tx tx, Collection<Envelope> messages) {
        var found = new HashMap<Place, Arrival>();
        tx.sql(
                        """
                        select p.source, p.position, p.attempts, p.dead, p.error
                        from unnest(?::text[], ?::bigint[]) as m (source, position)
                        join parked p on p.source = m.source and p.position = m.position
                        """)
                .array("text", messages.stream().map(Envelope::context).toList())
                .array("bigint", messages.stream().map(Envelope::position).toList())
                .list(row -> found.put(
                        new Place(row.text("source"), row.bigint("position")),
                        new Arrival(context, state(row.bool("dead"), row.integer("attempts")), row.integer("attempts"),
                                masked(row.textOrNull("error")))));
        tx.sql(
                        """
                        select d.source, d.position, d.reason
                        from unnest(?::text[], ?::bigint[]) as m (source, position)
                        join discarded d on d.source = m.source and d.position = m.position
                        """)
                .array("text", messages.stream().map(Envelope::context).toList())
                .array("bigint", messages.stream().map(Envelope::position).toList())
                .list(row -> found.put(
                        new Place(row.text("source"), row.bigint("position")),
                        new Arrival(context, State.DISCARDED, 0, row.text("reason"))));
        return found;
    }

    private static State state(boolean dead, int attempts) {
        return dead ? State.DEAD : attempts > 0 ? State.RETRYING : State.BEHIND;
    }

    private static @Nullable String masked(@Nullable String error) {
        return error == null ? null : MaskedJson.text(error);
    }

    List<Arrival> of(Envelope message) {
        return contexts.stream()
                .filter(context -> context.consumer().hears(message))
                .map(context -> at(context, message))
                .toList();
    }

    private Arrival at(RunningContext context, Envelope message) {
        var waiting = context.consumer().cursor(message.context()) < message.position();
        return aside.getOrDefault(context.name(), Map.of())
                .getOrDefault(
                        new Place(message.context(), message.position()),
                        new Arrival(context.name(), waiting ? State.WAITING : State.HANDLED, 0, null));
    }
}
