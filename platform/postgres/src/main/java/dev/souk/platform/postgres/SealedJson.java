package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Sealed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// A [Sealed] value is one string in JSON. What stands there in clear, because it was written before there were keys, is
/// kept as it stands.
final class SealedJson extends SimpleModule {
    private static final long serialVersionUID = 1L;

    SealedJson() {
        super("sealed");
        addSerializer(new Writer());
        addDeserializer(Sealed.class, new Reader());
    }

    @SuppressWarnings("rawtypes")
    private static final class Writer extends StdSerializer<Sealed> {
        Writer() {
            super(Sealed.class);
        }

        @Override
        public void serialize(Sealed value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.text());
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Reader extends StdDeserializer<Sealed> {
        Reader() {
            super(Sealed.class);
        }

        @Override
        public Sealed<?> deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_STRING) && Sealed.isSealed(parser.getString())) {
                return new Sealed<>(parser.getString());
            }
            return Sealed.clear(context.readTree(parser).toString());
        }
    }
}
