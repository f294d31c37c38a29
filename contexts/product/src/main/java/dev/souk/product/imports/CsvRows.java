package dev.souk.product.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The rows of a CSV file with a header.
final class CsvRows implements Iterator<RawRow> {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private int number;

    CsvRows(String text) {
        try {
            records = CSVParser.parse(new StringReader(text), FORMAT).iterator();
            columns = records.hasNext() ? List.of(records.next().values()) : List.of();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw malformed(1);
        }
        var distinct = columns.stream().distinct().count();
        if (!columns.contains("sku") || distinct < columns.size() || !SourceFormat.COLUMNS.containsAll(columns)) {
            throw new SourceFormat.Unreadable(
                    "UNKNOWN_COLUMNS", "The first line names columns, each once: sku, and any of " + SourceFormat.COLUMNS);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw malformed(number + 1);
        }
    }

    @Override
    public RawRow next() {
        var record = records.next();
        number++;
        if (record.size() != columns.size()) {
            return new RawRow(
                    number, Map.of(), "The row has " + record.size() + " columns, the header " + columns.size() + ".");
        }
        var values = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            if (!record.get(i).isEmpty()) {
                values.put(columns.get(i), record.get(i));
            }
        }
        return new RawRow(number, values, null);
    }

    private static SourceFormat.Unreadable malformed(int row) {
        return new SourceFormat.Unreadable("MALFORMED_CSV", "Row " + row + " is not CSV: look for a lone quote.");
    }
}
