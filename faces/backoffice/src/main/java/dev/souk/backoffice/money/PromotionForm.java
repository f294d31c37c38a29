package dev.souk.backoffice.money;

import dev.souk.backoffice.goods.Forms;
import dev.souk.pages.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A new promotion as it was keyed in.
final class PromotionForm {
    private PromotionForm() {}

    static Map<String, Object> body(Turn turn) {
        var fields = turn.fields();
        var type = fields.get("type");
        var currency = fields.get("currency");
        var body = new HashMap<String, Object>();
        body.put("name", fields.get("name"));
        body.put("type", type);
        body.put("value", switch (type) {
            case "FIXED_AMOUNT" -> Forms.amount(turn, "value", currency);
            case "FREE_SHIPPING" -> fields.filled("value").isEmpty() ? 0L : Forms.amount(turn, "value", currency);
            default -> Forms.number(turn, "value");
        });
        body.put("rules", rules(turn, currency));
        body.put("stackable", fields.ticked("stackable"));
        body.put("codeRequired", fields.ticked("codeRequired"));
        body.put("priority", fields.filled("priority").isEmpty() ? 0L : Forms.number(turn, "priority"));
        if (needsCurrency(turn, type)) {
            body.put("currency", currency);
        }
        fields.filled("code").ifPresent(code -> body.put("code", code));
        put(body, "startsAt", Forms.timeOrNull(turn, "startsAt"));
        put(body, "endsAt", Forms.timeOrNull(turn, "endsAt"));
        put(body, "usageLimitTotal", Forms.numberOrNull(turn, "usageLimitTotal"));
        put(body, "usageLimitPerCustomer", Forms.numberOrNull(turn, "usageLimitPerCustomer"));
        var budget = Forms.amountOrNull(turn, "budget", currency);
        if (budget != null) {
            body.put("budget", Map.of("amount", budget, "currency", currency));
        }
        return body;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    /// Only where an amount is: without one it holds for every currency.
    private static boolean needsCurrency(Turn turn, String type) {
        var fields = turn.fields();
        return type.equals("FIXED_AMOUNT") || fields.filled("minSpend").isPresent() || fields.filled("budget").isPresent()
                || (type.equals("FREE_SHIPPING") && fields.filled("value").filter(text -> !text.equals("0")).isPresent());
    }

    private static List<Map<String, Object>> rules(Turn turn, String currency) {
        var rules = new ArrayList<Map<String, Object>>();
        var least = Forms.amountOrNull(turn, "minSpend", currency);
        if (least != null) {
            rules.add(Map.of("kind", "MIN_SPEND", "amount", least));
        }
        var products = Arrays.stream(turn.fields().get("products").split("[,;\\s]+", 1_000)).filter(one -> !one.isEmpty()).toList();
        if (!products.isEmpty()) {
            rules.add(Map.of("kind", "PRODUCTS", "values", products));
        }
        turn.fields().filled("group").ifPresent(group -> rules.add(Map.of("kind", "CUSTOMER_GROUP", "values", List.of(group))));
        if (turn.fields().get("type").equals("BUY_X_GET_Y")) {
            rules.add(Map.of("kind", "QUANTITY", "buy", Forms.number(turn, "buy"), "get", Forms.number(turn, "get")));
        }
        return rules;
    }
}
