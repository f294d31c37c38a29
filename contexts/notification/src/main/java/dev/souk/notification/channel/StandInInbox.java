package dev.souk.notification.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stands in for mail servers and phone networks in development: keeps the last messages in memory, as they would have
/// been sent, and shows them to the developer.
public final class StandInInbox implements Carrier {
    private final int size;
    private final Clock clock;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long taken;

    /// One message and when it came.
    public record Kept(Outgoing message, Instant at) {}

    StandInInbox(int size, Clock clock) {
        this.size = size;
        this.clock = clock;
    }

    @Override
    public synchronized List<Handover> hand(List<Outgoing> messages) {
        var answers = new ArrayList<Handover>(messages.size());
        var now = clock.instant();
        for (var message : messages) {
            kept.addFirst(new Kept(message, now));
            taken++;
            answers.add(new Handover.Accepted("inbox-" + taken));
        }
        while (kept.size() > size) {
            kept.removeLast();
        }
        return answers;
    }

    /// Newest first.
    public synchronized List<Kept> all() {
        return List.copyOf(kept);
    }

    public synchronized Optional<Kept> find(UUID id) {
        return kept.stream().filter(one -> one.message().id().equals(id)).findFirst();
    }

    /// Everything that came, also what is not kept any more.
    public synchronized long taken() {
        return taken;
    }

    /// Somebody is not to be found anywhere any more.
    public synchronized void forget(UUID recipient) {
        kept.removeIf(one -> one.message().recipient().equals(recipient));
    }
}
