package dev.souk.inventory.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether what is held is exactly what was ordered, whatever the lines and locations it is spread over.
public final class Coverage {
    private Coverage() {}

    public static boolean exact(List<Reservation.Line> held, Map<String, Long> ordered) {
        var sums = new HashMap<String, Long>();
        for (var line : held) {
            sums.merge(line.sku(), (long) line.quantity(), Long::sum);
        }
        return sums.equals(ordered);
    }
}
