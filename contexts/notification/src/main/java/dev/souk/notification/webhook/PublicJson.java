package dev.souk.notification.webhook;

import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/// An event as somebody outside gets it: its envelope and its members, but for what is personal.
final class PublicJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule("public").setSerializerModifier(new WithoutPersonal()))
            .build();

    private PublicJson() {}

    /// Sealed members are left out: nobody outside can open them, and they are nobody's business.
    private static final class WithoutPersonal extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier type, List<BeanPropertyWriter> properties) {
            return properties.stream().filter(property -> !property.getType().hasRawClass(Sealed.class)).toList();
        }
    }

    static String of(Event event, UUID id, Instant at) {
        var declared = event.getClass().getAnnotation(MessageType.class);
        var message = new LinkedHashMap<String, Object>();
        message.put("id", id);
        message.put("type", declared.name());
        message.put("version", declared.version());
        message.put("context", declared.context());
        message.put("aggregate", event.key());
        message.put("timestamp", at.toString());
        message.put("data", event);
        return JSON.writeValueAsString(message);
    }
}
