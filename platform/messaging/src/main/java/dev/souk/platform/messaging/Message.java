package dev.souk.platform.messaging;

/// Something that travels between contexts: a [Command] or an [Event]. Implementations are records of primitives,
/// `UUID`, `Instant`, enums, and lists or records of those; every one carries [MessageType].
public sealed interface Message permits Command, Event {
    /// Messages of one sender with equal keys are delivered in the order in which they were written. Usually the id
    /// of the aggregate; also the Kafka key.
    String key();
}
