package dev.souk.notification.channel;

import java.util.List;

/// Takes messages of one channel to their recipients. Outside, and unreliable by assumption.
public interface Carrier {
    /// Answers for each message, in their order. Never called within a transaction.
    List<Handover> hand(List<Outgoing> messages);
}
