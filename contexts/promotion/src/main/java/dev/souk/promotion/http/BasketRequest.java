package dev.souk.promotion.http;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.souk.contracts.promotion.CalculateDiscount;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A basket to try promotions on. Without `lines` the whole `subtotal` counts as one line of no particular product.
public record BasketRequest(
        @Nullable UUID cartId,
        @Nullable UUID customerId,
        @Nullable String customerGroup,
        @Nullable String channel,
        @Nullable Long subtotal,
        @Nullable String currency,
        @Nullable String promotionCode,
        @Nullable List<Line> lines,
        @Nullable Long shipping) {
    private static final long MOST_MONEY = 1_000_000_000_000L;
    private static final UUID LINES = UUID.fromString("5b0f7a8c-2a63-5a0e-9d1c-0f6f0c1d7e21");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    public record Line(
            @Nullable UUID productId,
            @Nullable String sku,
            @Nullable Integer quantity,
            @Nullable Long unitPrice) {
        boolean fits() {
            return productId != null
                    && sku != null
                    && quantity != null && quantity >= 1 && quantity <= 1_000_000
                    && unitPrice != null && unitPrice >= 0 && unitPrice <= MOST_MONEY / quantity;
        }
    }

    Outcome<CalculateDiscount> query(@Nullable UUID customer, @Nullable String group) {
        if (currency == null || !CURRENCIES.contains(currency)) {
            return invalid("INVALID_CURRENCY", "currency must be an ISO 4217 code.");
        }
        if (subtotal == null || subtotal < 0 || subtotal > MOST_MONEY) {
            return invalid("INVALID_SUBTOTAL", "subtotal is required and must be 0 to " + MOST_MONEY + ".");
        }
        if (shipping != null && (shipping < 0 || shipping > MOST_MONEY)) {
            return invalid("INVALID_SHIPPING", "shipping must be 0 to " + MOST_MONEY + ".");
        }
        if ((promotionCode != null && promotionCode.length() > 40) || (channel != null && channel.length() > 40)) {
            return invalid("INVALID_TEXT", "promotionCode and channel must have at most 40 characters.");
        }
        if (lines != null && (lines.size() > 1_000 || lines.stream().anyMatch(l -> l == null || !l.fits()))) {
            return invalid("INVALID_LINES", "lines must be at most 1000, each with product, sku, quantity and price.");
        }
        return Outcome.done(new CalculateDiscount(
                cartId, customer, subtotal, currency, promotionCode, group, channel == null ? "WEB" : channel,
                knownLines(), requireNonNullElse(shipping, 0L)));
    }

    private List<CalculateDiscount.Line> knownLines() {
        if (lines == null || lines.isEmpty()) {
            return List.of(new CalculateDiscount.Line(LINES, LINES, "", 1, requireNonNull(subtotal)));
        }
        var known = new ArrayList<CalculateDiscount.Line>();
        for (var line : lines) {
            known.add(new CalculateDiscount.Line(
                    NameBasedId.of(LINES, String.valueOf(known.size())), requireNonNull(line.productId()),
                    requireNonNull(line.sku()), requireNonNull(line.quantity()), requireNonNull(line.unitPrice())));
        }
        return known;
    }

    private static Outcome<CalculateDiscount> invalid(String code, String detail) {
        return Outcome.refused(Refusal.invalid(code, detail));
    }
}
