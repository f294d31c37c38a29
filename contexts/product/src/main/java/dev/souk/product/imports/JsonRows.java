package dev.souk.product.imports;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The rows of a file with one JSON object a line.
final class JsonRows implements Iterator<RawRow> {
    private static final JsonFactory JSON = new JsonFactory();

    private final Iterator<String> lines;
    private int number;

    JsonRows(String text) {
        lines = text.lines().filter(line -> !line.isBlank()).iterator();
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public RawRow next() {
        number++;
        try (var parser = JSON.createParser(ObjectReadContext.empty(), lines.next())) {
            return object(parser);
        } catch (JacksonException e) {
            return broken("The line is not a JSON object.");
        }
    }

    private RawRow object(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return broken("The line is not a JSON object.");
        }
        var values = new HashMap<String, String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var column = parser.currentName();
            var value = parser.nextToken();
            if (!SourceFormat.COLUMNS.contains(column)) {
                return broken("There is no column of this name: known are " + SourceFormat.COLUMNS + ".");
            }
            if (value.isStructStart()) {
                return broken("The member " + column + " is not a plain value.");
            }
            if (value != JsonToken.VALUE_NULL && !parser.getString().isBlank()) {
                values.put(column, parser.getString().strip());
            }
        }
        return parser.nextToken() == null ? new RawRow(number, values, null) : broken("More than one object in a line.");
    }

    private RawRow broken(String why) {
        return new RawRow(number, Map.of(), why);
    }
}
