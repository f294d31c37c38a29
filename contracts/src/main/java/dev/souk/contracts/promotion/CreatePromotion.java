package dev.souk.contracts.promotion;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plans a promotion. It becomes active at `startsAt`, at once when that has passed. The same `promotionId` with equal
/// members again changes nothing.
///
/// @param type PERCENTAGE, FIXED_AMOUNT, BUY_X_GET_Y or FREE_SHIPPING; BUNDLE, GIFT and FLASH_PRICE are not available
/// yet
/// @param value PERCENTAGE: 1 to 90. FIXED_AMOUNT: minor units of `currency`. BUY_X_GET_Y: per cent off the units got,
/// 1 to 100. FREE_SHIPPING: the most that is taken off in minor units, 0 for all
/// @param currency needed where an amount is: for FIXED_AMOUNT, a minimum spend, a budget, a limit of FREE_SHIPPING;
/// the promotion then holds for carts of that currency only
/// @param code one code for everybody; needed to get the promotion
/// @param codeRequired holds for those only who have `code` or a generated code
/// @param stackable may be combined with other promotions that are stackable too
/// @param priority order of calculation among combined promotions, the highest first
@MessageType(name = "CreatePromotion", version = "1.0", context = "promotion")
public record CreatePromotion(
        UUID promotionId,
        String name,
        String type,
        long value,
        @Nullable String currency,
        List<Rule> rules,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer usageLimitTotal,
        @Nullable Integer usageLimitPerCustomer,
        boolean stackable,
        int priority,
        @Nullable Budget budget,
        @Nullable String code,
        boolean codeRequired) implements Command<Long> {
    public CreatePromotion {
        rules = List.copyOf(rules);
    }

    @Override
    public String key() {
        return promotionId().toString();
    }

    /// All rules of a promotion must hold.
    ///
    /// @param kind MIN_SPEND (`amount` in minor units), PRODUCTS (`values` are skus or product ids; the discount is on
    /// those lines), CUSTOMER_GROUP and CHANNEL (one of `values`), QUANTITY (`buy` and `get` of BUY_X_GET_Y)
    public record Rule(
            String kind,
            @Nullable Long amount,
            List<String> values,
            @Nullable Integer buy,
            @Nullable Integer get) {
        public Rule {
            values = List.copyOf(values);
        }
    }

    /// What the discounts of all orders together may cost, in minor units.
    public record Budget(long amount, String currency) {}
}
