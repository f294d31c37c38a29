package dev.souk.console;

import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;

/// A deed that was refused, told on the next page.
final class Refusals {
    private Refusals() {}

    static void tell(Turn turn, Refused refused) {
        var key = "refused." + refused.code();
        if (turn.words().knows(key)) {
            Flash.warn(turn, key);
        } else {
            Flash.warn(turn, "refused.other", refused.detail());
        }
    }
}
