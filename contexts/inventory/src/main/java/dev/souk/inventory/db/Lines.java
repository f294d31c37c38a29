package dev.souk.inventory.db;

import dev.souk.inventory.domain.Reservation;
import java.util.ArrayList;
import java.util.List;

/// The lines of a reservation as one column: `sku<TAB>location<TAB>quantity`, joined by newlines.
final class Lines {
    private Lines() {}

    static String write(List<Reservation.Line> lines) {
        var text = new StringBuilder(lines.size() * 20);
        for (var line : lines) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            escape(line.sku(), text);
            text.append('\t').append(line.location()).append('\t').append(line.quantity());
        }
        return text.toString();
    }

    static List<Reservation.Line> read(String text) {
        var lines = new ArrayList<Reservation.Line>();
        int at = 0;
        while (at < text.length()) {
            int sku = text.indexOf('\t', at);
            int location = text.indexOf('\t', sku + 1);
            int end = text.indexOf('\n', location);
            end = end < 0 ? text.length() : end;
            lines.add(new Reservation.Line(
                    unescape(text.substring(at, sku)),
                    text.substring(sku + 1, location),
                    Integer.parseInt(text, location + 1, end, 10)));
            at = end + 1;
        }
        return lines;
    }

    private static void escape(String sku, StringBuilder text) {
        for (int i = 0; i < sku.length(); i++) {
            switch (sku.charAt(i)) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                default -> text.append(sku.charAt(i));
            }
        }
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var sku = new StringBuilder(text.length());
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                sku.append(c == 't' ? '\t' : c == 'n' ? '\n' : c);
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else {
                sku.append(c);
            }
        }
        return sku.toString();
    }
}
