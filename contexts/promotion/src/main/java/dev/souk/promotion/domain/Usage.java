package dev.souk.promotion.domain;

import dev.souk.promotion.domain.Promotion.Limits;

/// How often a promotion is used and held, and what that costs.
///
/// @param revision rises with every change
public record Usage(long used, long held, long spent, long heldAmount, long revision) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    /// Whether one more use that gives `discount` stays within total and budget.
    public boolean hasRoom(Limits limits, long discount) {
        var total = limits.total();
        var budget = limits.budget();
        return (total == null || used + held < total) && (budget == null || spent + heldAmount + discount <= budget);
    }
}
