package dev.souk.payment.provider;

import dev.souk.payment.provider.PaymentProvider.BadWebhook;
import dev.souk.payment.provider.StandInWire.Reply;
import dev.souk.payment.provider.StandInWire.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stand-in's JSON.
final class StandInJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private StandInJson() {}

    static byte[] write(Map<String, ?> body) {
        return JSON.writeValueAsBytes(body);
    }

    static Reply reply(byte[] body) {
        return JSON.readValue(body, Reply.class);
    }

    static View view(byte[] body) {
        return JSON.readValue(body, View.class);
    }

    static List<View> views(byte[] body) {
        return List.of(JSON.readValue(body, View[].class));
    }

    static String code(byte[] body) {
        try {
            return JSON.readTree(body).path("code").asString("refused");
        } catch (JacksonException e) {
            return "refused";
        }
    }

    static ProviderEvent event(byte[] body) throws BadWebhook {
        try {
            var event = JSON.readTree(body);
            var data = event.path("data");
            var id = text(event, "id");
            var type = text(event, "type");
            if (id == null || type == null || id.length() > 200 || type.length() > 200) {
                throw new BadWebhook("no id or type");
            }
            return new ProviderEvent(
                    id, type, StandInProvider.uuid(text(data, "paymentId")), text(data, "id"),
                    number(data, "captured"), number(data, "refunded"),
                    Instant.ofEpochSecond(event.path("created").asLong(0)));
        } catch (JacksonException e) {
            throw new BadWebhook("not JSON");
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    private static @Nullable Long number(JsonNode node, String name) {
        var value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? (Long) value.longValue() : null;
    }
}
