package dev.souk.cart.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The set-based form of a command.
@FunctionalInterface
public interface Several<C, R> {
    /// @param asked on different carts
    /// @return for each in order what came of it; null where something speaks against it, and then it has changed nothing
    List<@Nullable R> handle(List<Asked<C>> asked);
}
