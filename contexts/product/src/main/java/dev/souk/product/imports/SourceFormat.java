package dev.souk.product.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/// How a file of products is written.
public enum SourceFormat {
    CSV,
    JSONL;

    static final List<String> COLUMNS = List.of(
            "sku",
            "name",
            "description",
            "price",
            "currency",
            "category",
            "status",
            "taxCategory",
            "weightGrams",
            "imageUrl");

    /// The file cannot be read as a whole.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        Unreadable(String code, String detail) {
            super(detail);
            this.code = code;
        }

        public String code() {
            return code;
        }

        public String detail() {
            return String.valueOf(getMessage());
        }
    }

    /// Reads the whole file once and answers how many rows it has.
    public int count(byte[] bytes) {
        int rows = 0;
        for (var all = rows(bytes); all.hasNext(); all.next()) {
            rows++;
        }
        if (rows == 0) {
            throw new Unreadable("EMPTY_IMPORT", "The file has no rows.");
        }
        return rows;
    }

    Iterator<RawRow> rows(byte[] bytes) {
        var text = text(bytes);
        return switch (this) {
            case CSV -> new CsvRows(text);
            case JSONL -> new JsonRows(text);
        };
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable("NOT_UTF8", "The file is not written in UTF-8.");
        }
    }
}
