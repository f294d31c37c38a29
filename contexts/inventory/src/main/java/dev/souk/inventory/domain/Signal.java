package dev.souk.inventory.domain;

/// What a change of stock gives reason to say.
///
/// @param available what was left at that moment
public record Signal(Article article, Kind kind, long available) {
    public enum Kind {
        DEPLETED,
        LOW
    }
}
