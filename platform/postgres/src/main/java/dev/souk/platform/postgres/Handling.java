package dev.souk.platform.postgres;

import dev.souk.platform.messaging.BatchHandler;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.CommandHandler;
import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Reaction;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls the handlers of one context: one message through its single form, or many through batch forms without changing
/// the order of equal keys.
final class Handling {
    private static final Logger LOG = LoggerFactory.getLogger(Handling.class);

    private final Wired wired;
    private final Map<String, Class<? extends Message>> types = new HashMap<>();

    Handling(Wired wired) {
        this.wired = wired;
        for (var type : wired.arriving()) {
            types.put(MessageTypes.of(type).declared().name(), type.asSubclass(Message.class));
        }
    }

    /// @throws MessageTypes.UnreadableMessage when the payload does not fit
    Received<Message> received(JournalEntry entry) {
        var type = types.get(entry.envelope().type());
        if (type == null) {
            throw new IllegalStateException(wired.context() + " does not handle " + entry.envelope().type());
        }
        return new Received<>(entry.message(type), entry.envelope());
    }

    /// Handles a command of this context; for HTTP.
    @SuppressWarnings("unchecked")
    <R> Outcome<R> command(Command<R> command, Tx tx) {
        var handler = (CommandHandler<Command<R>, R>) wired.commands.get(command.getClass());
        if (handler == null) {
            throw new IllegalStateException(wired.context() + " does not handle " + command.getClass());
        }
        return handler.handle(command, tx);
    }

    /// The single form. Answers false when a command was refused.
    @SuppressWarnings("unchecked")
    boolean one(Received<Message> received, Tx tx) {
        var caused = tx.because(received);
        switch (received.message()) {
            case Command<?> command -> {
                var outcome = command((Command<Object>) command, caused);
                if (outcome instanceof Outcome.Refused<Object>(var reason)) {
                    LOG.debug("{} refused {}: {}", wired.context(), received.envelope().type(), reason.code());
                    return false;
                }
            }
            case Event event -> {
                for (var reaction : wired.reactions.getOrDefault(event.getClass(), List.of())) {
                    ((Reaction<Event>) reaction).react(event, caused);
                }
            }
        }
        return true;
    }

    /// All of them, in waves: within a wave each handler gets its messages together; a message whose key was last seen
    /// at another handler goes to a later wave. Answers how many commands were refused.
    int many(List<Received<Message>> batch, Tx tx) {
        int refused = 0;
        for (var wave : waves(batch)) {
            for (var group : wave.entrySet()) {
                refused += run(group.getKey(), group.getValue(), tx);
            }
        }
        return refused;
    }

    @SuppressWarnings("unchecked")
    private int run(Object group, List<Received<Message>> messages, Tx tx) {
        if (group instanceof BatchHandler<?> handler) {
            ((BatchHandler<Message>) handler).handle(messages, tx);
            return 0;
        }
        int refused = 0;
        for (var message : messages) {
            refused += one(message, tx) ? 0 : 1;
        }
        return refused;
    }

    private List<Map<Object, List<Received<Message>>>> waves(List<Received<Message>> batch) {
        record Last(int wave, Object group) {}
        var lastOf = new HashMap<String, Last>();
        var waves = new ArrayList<Map<Object, List<Received<Message>>>>();
        for (var message : batch) {
            Object group = wired.batches.get(message.message().getClass());
            if (group == null) {
                group = message.message().getClass();
            }
            var last = lastOf.get(message.envelope().key());
            int wave = last == null ? 0 : last.group().equals(group) ? last.wave() : last.wave() + 1;
            lastOf.put(message.envelope().key(), new Last(wave, group));
            while (waves.size() <= wave) {
                waves.add(new LinkedHashMap<>());
            }
            waves.get(wave).computeIfAbsent(group, _ -> new ArrayList<>()).add(message);
        }
        return waves;
    }
}
