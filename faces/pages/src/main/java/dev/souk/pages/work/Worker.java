package dev.souk.pages.work;

import dev.souk.pages.Turn;
import java.util.Arrays;
import java.util.Set;

/// Who is at work.
///
/// @param roles names as the API's tokens carry them
public record Worker(String name, Set<String> roles) {
    private static final Worker NOBODY = new Worker("", Set.of());

    public Worker {
        roles = Set.copyOf(roles);
    }

    static Worker of(Turn turn) {
        return turn.visitor().map(visitor -> new Worker(visitor.name(), visitor.roles())).orElse(NOBODY);
    }

    public boolean may(String... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }
}
