package dev.souk.tests.architecture.broken.bazaar;

import dev.souk.cart.CartContext;

/// Reaches into another context.
final class AsksNeighbour {
    String name() {
        return new CartContext().name();
    }
}
