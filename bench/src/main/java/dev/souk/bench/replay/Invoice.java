package dev.souk.bench.replay;

import java.util.List;

/// One sales invoice.
///
/// @param customer number of the customer; empty for a guest
record Invoice(String number, String customer, String country, List<Line> lines) {
    Invoice {
        lines = List.copyOf(lines);
    }

    /// @param pence negotiated price of one unit
    record Line(String stockCode, int quantity, long pence) {}

    long total() {
        return lines.stream().mapToLong(line -> line.quantity() * line.pence()).sum();
    }

    long units() {
        return lines.stream().mapToLong(Line::quantity).sum();
    }

    /// Lines as a cart keeps them: equal article and price add up.
    long cartLines() {
        return lines.stream().map(line -> line.stockCode() + " " + line.pence()).distinct().count();
    }
}
