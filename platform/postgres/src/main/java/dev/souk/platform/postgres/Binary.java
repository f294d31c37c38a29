package dev.souk.platform.postgres;

import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/// A parameter in PostgreSQL's binary form: instants, and arrays of the types that batches are made of. The driver alone
/// sends ids and instants in arrays as text, which both sides then have to escape, quote and parse.
final class Binary extends PGobject implements PGBinaryObject {
    @Serial
    private static final long serialVersionUID = 1;

    /// Types (their number, and that of their arrays) that the driver must be told to send like this.
    static final String ENABLED = "1000,1005,1007,1009,1016,1185,2951";

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int ARRAY_HEAD = 5 * Integer.BYTES;

    private final byte[] bytes;

    private Binary(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /// Rounded to microseconds, as the server would.
    static Binary of(Instant instant) {
        return new Binary("timestamptz", ByteBuffer.allocate(Long.BYTES).putLong(micros(instant)).array());
    }

    /// @param type `uuid`, `text`, `bigint`, `int`, `boolean` or `timestamptz`
    static Binary array(String type, List<@Nullable Object> values) {
        var element = Element.valueOf(type.toUpperCase(Locale.ROOT));
        var texts = element == Element.TEXT ? new byte[values.size()][] : new byte[0][];
        int size = ARRAY_HEAD + values.size() * Integer.BYTES;
        boolean nulls = false;
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            nulls |= value == null;
            if (value != null && element == Element.TEXT) {
                texts[i] = text(value);
                size += texts[i].length;
            } else if (value != null) {
                size += element.length;
            }
        }
        var out = ByteBuffer.allocate(size).putInt(1).putInt(nulls ? 1 : 0).putInt(element.oid).putInt(values.size()).putInt(1);
        for (int i = 0; i < values.size(); i++) {
            put(out, element, values.get(i), element == Element.TEXT ? texts[i] : null);
        }
        return new Binary(element.array, out.array());
    }

    private enum Element {
        UUID(2950, "_uuid", 16),
        TEXT(25, "_text", 0),
        BIGINT(20, "_int8", Long.BYTES),
        INT(23, "_int4", Integer.BYTES),
        BOOLEAN(16, "_bool", 1),
        TIMESTAMPTZ(1184, "_timestamptz", Long.BYTES);

        final int oid;
        final String array;
        final int length;

        Element(int oid, String array, int length) {
            this.oid = oid;
            this.array = array;
            this.length = length;
        }
    }

    private static void put(ByteBuffer out, Element element, @Nullable Object value, byte @Nullable [] text) {
        if (value == null) {
            out.putInt(-1);
            return;
        }
        out.putInt(text == null ? element.length : text.length);
        switch (element) {
            case UUID -> {
                var id = (UUID) value;
                out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            }
            case TEXT -> out.put(text);
            case BIGINT -> out.putLong(((Number) value).longValue());
            case INT -> out.putInt(((Number) value).intValue());
            case BOOLEAN -> out.put((byte) ((Boolean) value ? 1 : 0));
            case TIMESTAMPTZ -> out.putLong(micros((Instant) value));
        }
    }

    private static byte[] text(Object value) {
        var text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond() - EPOCH.getEpochSecond(), 1_000_000L),
                (instant.getNano() + 500) / 1_000);
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("a parameter, not a result");
    }

    @Override
    public int lengthInBytes() {
        return bytes.length;
    }

    @Override
    public void toBytes(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    /// Only asked for when the driver has not been told of [#ENABLED].
    @Override
    public String getValue() {
        throw new IllegalStateException(type + " has only a binary form here");
    }
}
