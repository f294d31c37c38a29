package dev.souk.pages.work;

import dev.souk.pages.Turn;
import java.util.Arrays;
import java.util.Set;

/// Who is at work.
///
/// @param roles names as the API's tokens carry them
public record Worker(String name, Set<String> roles) {
    public Worker {
        roles = Set.copyOf(roles);
    }

    static Worker of(Turn turn) {
        return new Worker(turn.visitor().name(), turn.visitor().roles());
    }

    public boolean may(String... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }
}
