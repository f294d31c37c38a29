package dev.souk.platform.postgres;

import java.util.List;

/// Everything that belongs to some ids, across contexts, in the order in which it happened.
///
/// @param complete whether nothing was left out because there was too much
public record Trail(List<Passage> passages, List<Deed> deeds, boolean complete) {
    public Trail {
        passages = List.copyOf(passages);
        deeds = List.copyOf(deeds);
    }
}
