package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.MessageType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Wire names and JSON of messages. Readers ignore members that they do not know, so that additions are compatible.
public final class MessageTypes {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SealedJson())
            .build();
    private static final Map<Class<?>, Type> TYPES = new ConcurrentHashMap<>();

    private MessageTypes() {}

    /// What is declared about one message class. Its JSON is looked at when it is first needed: most types are not soon
    /// after a start.
    static final class Type {
        private final MessageType declared;
        private final Class<?> message;
        private volatile @Nullable ObjectReader reader;
        private volatile @Nullable ObjectWriter writer;

        private Type(MessageType declared, Class<?> message) {
            this.declared = declared;
            this.message = message;
        }

        MessageType declared() {
            return declared;
        }

        ObjectReader reader() {
            var known = reader;
            if (known == null) {
                known = JSON.readerFor(message);
                reader = known;
            }
            return known;
        }

        ObjectWriter writer() {
            var known = writer;
            if (known == null) {
                known = JSON.writerFor(message);
                writer = known;
            }
            return known;
        }
    }

    static Type of(Class<?> message) {
        return TYPES.computeIfAbsent(message, MessageTypes::declared);
    }

    private static Type declared(Class<?> message) {
        var declared = message.getAnnotation(MessageType.class);
        if (declared == null) {
            throw new IllegalArgumentException(message.getName() + " has no @MessageType");
        }
        return new Type(declared, message);
    }

    /// How messages are read and written.
    public static JsonMapper json() {
        return JSON;
    }

    /// JSON as it stands in a journal.
    public static String write(Message message) {
        return of(message.getClass()).writer().writeValueAsString(message);
    }

    /// @throws UnreadableMessage when the JSON does not fit the record
    public static <M extends Message> M read(Class<M> type, String json) {
        try {
            return of(type).reader().readValue(json);
        } catch (JacksonException e) {
            throw new UnreadableMessage(type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /// A payload that cannot be read as its declared type.
    public static final class UnreadableMessage extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableMessage(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
