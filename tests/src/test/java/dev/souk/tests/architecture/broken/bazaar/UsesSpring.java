package dev.souk.tests.architecture.broken.bazaar;

import org.springframework.core.Ordered;

/// Knows the framework.
final class UsesSpring implements Ordered {
    @Override
    public int getOrder() {
        return 0;
    }
}
