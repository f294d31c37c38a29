package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Envelope;
import java.time.Instant;

/// One row of a journal.
///
/// @param payload JSON; empty where the reader did not ask for this type
/// @param recordedAt when the row was written, by the database's clock
record JournalEntry(Envelope envelope, String payload, Instant recordedAt) {}
