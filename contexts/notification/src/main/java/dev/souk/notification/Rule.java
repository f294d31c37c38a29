package dev.souk.notification;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.util.List;

/// What follows from some events. Set-based: one event is a batch of one.
interface Rule {
    List<Class<? extends Event>> types();

    /// @param batch everything that has come, also of other types, in order
    void apply(List<Happened> batch, Tx tx);
}
