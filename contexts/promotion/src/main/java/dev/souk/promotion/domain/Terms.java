package dev.souk.promotion.domain;

import dev.souk.contracts.promotion.CreatePromotion;
import dev.souk.contracts.promotion.CreatePromotion.Rule;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.promotion.domain.Promotion.Limits;
import dev.souk.promotion.domain.Promotion.Rules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks the terms of a promotion that is to be created.
public final class Terms {
    private static final long MOST_MONEY = 1_000_000_000_000L;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Set<String> LATER = Set.of("BUNDLE", "GIFT", "FLASH_PRICE");
    private static final Set<String> KINDS = Set.of("MIN_SPEND", "PRODUCTS", "CUSTOMER_GROUP", "CHANNEL", "QUANTITY");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final CreatePromotion asked;
    private final Map<String, Rule> rules = new HashMap<>();
    private @Nullable Refusal refusal;

    private Terms(CreatePromotion asked) {
        this.asked = asked;
    }

    /// The promotion, or the first thing that is wrong with it.
    public static Outcome<Promotion> of(CreatePromotion asked) {
        var terms = new Terms(asked);
        terms.check();
        return terms.refusal == null ? Outcome.done(terms.promotion()) : Outcome.refused(terms.refusal);
    }

    private void that(boolean fits, String code, String detail) {
        if (!fits && refusal == null) {
            refusal = Refusal.invalid(code, detail);
        }
    }

    private void check() {
        that(!LATER.contains(asked.type()), "TYPE_NOT_AVAILABLE", "The type " + asked.type() + " is not available yet.");
        that(known(asked.type()), "INVALID_TYPE", "type must be PERCENTAGE, FIXED_AMOUNT, BUY_X_GET_Y or FREE_SHIPPING.");
        that(text(asked.name()), "INVALID_NAME", "name must have 1 to 100 printable characters.");
        checkTimes();
        checkRules();
        if (refusal == null) {
            checkValue();
            checkMoney();
            checkLimits();
        }
    }

    private static boolean text(String value) {
        return !value.isBlank() && value.length() <= 100 && Codes.printable(value);
    }

    private static boolean known(String type) {
        for (var one : Promotion.Type.values()) {
            if (one.name().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private void checkTimes() {
        var ends = asked.endsAt();
        that(
                !asked.startsAt().isBefore(Instant.EPOCH) && asked.startsAt().isBefore(LATEST),
                "INVALID_STARTS_AT", "startsAt must lie between the years 1970 and 9999.");
        that(
                ends == null || (ends.isAfter(asked.startsAt()) && ends.isBefore(LATEST)),
                "INVALID_ENDS_AT", "endsAt must be after startsAt.");
    }

    private void checkRules() {
        for (var rule : asked.rules()) {
            that(KINDS.contains(rule.kind()), "INVALID_RULES", "There is no rule " + rule.kind() + ".");
            that(rules.put(rule.kind(), rule) == null, "INVALID_RULES", "There may be one rule of a kind.");
            that(
                    rule.values().size() <= 1_000
                            && rule.values().stream().allMatch(Terms::text)
                            && Set.copyOf(rule.values()).size() == rule.values().size(),
                    "INVALID_RULES", "values must be at most 1000 different texts of 1 to 100 characters.");
            var listed = Set.of("PRODUCTS", "CUSTOMER_GROUP", "CHANNEL").contains(rule.kind());
            that(listed != rule.values().isEmpty(), "INVALID_RULES", "values belong to lists of products, groups, channels.");
            that("MIN_SPEND".equals(rule.kind()) == (rule.amount() != null), "INVALID_RULES", "amount belongs to MIN_SPEND.");
            that(rule.amount() == null || within(rule.amount(), 1, MOST_MONEY), "INVALID_RULES", "amount is out of range.");
            var quantities = within(rule.buy(), 1, 1_000) && within(rule.get(), 1, 1_000);
            that(
                    "QUANTITY".equals(rule.kind()) ? quantities : rule.buy() == null && rule.get() == null,
                    "INVALID_RULES", "buy and get, 1 to 1000, belong to QUANTITY.");
        }
    }

    private static boolean within(@Nullable Number value, long least, long most) {
        return value != null && value.longValue() >= least && value.longValue() <= most;
    }

    private void checkValue() {
        var value = asked.value();
        switch (Promotion.Type.valueOf(asked.type())) {
            case PERCENTAGE -> that(within(value, 1, 90), "INVALID_VALUE", "value must be 1 to 90 per cent.");
            case FIXED_AMOUNT -> that(within(value, 1, MOST_MONEY), "INVALID_VALUE", "value must be an amount above 0.");
            case BUY_X_GET_Y -> that(within(value, 1, 100), "INVALID_VALUE", "value must be 1 to 100 per cent.");
            case FREE_SHIPPING -> that(within(value, 0, MOST_MONEY), "INVALID_VALUE", "value must be an amount, or 0 for all.");
        }
        that(
                asked.type().equals("BUY_X_GET_Y") == rules.containsKey("QUANTITY"),
                "INVALID_RULES", "BUY_X_GET_Y needs the rule QUANTITY, and only it.");
    }

    private void checkMoney() {
        var currency = asked.currency();
        var budget = asked.budget();
        that(currency == null || CURRENCIES.contains(currency), "INVALID_CURRENCY", "currency must be an ISO 4217 code.");
        var amounts = asked.type().equals("FIXED_AMOUNT")
                || (asked.type().equals("FREE_SHIPPING") && asked.value() > 0)
                || rules.containsKey("MIN_SPEND")
                || budget != null;
        that(!amounts || currency != null, "INVALID_CURRENCY", "currency is required where there is an amount.");
        that(
                budget == null || (within(budget.amount(), 1, MOST_MONEY) && budget.currency().equals(currency)),
                "INVALID_BUDGET", "budget must be an amount above 0 in the promotion's currency.");
    }

    private void checkLimits() {
        that(
                asked.usageLimitTotal() == null || asked.usageLimitTotal() > 0,
                "INVALID_USAGE_LIMIT_TOTAL", "usageLimitTotal must be above 0.");
        that(
                asked.usageLimitPerCustomer() == null || asked.usageLimitPerCustomer() > 0,
                "INVALID_USAGE_LIMIT_PER_CUSTOMER", "usageLimitPerCustomer must be above 0.");
        that(
                asked.code() == null || Codes.valid(Codes.plain(asked.code())),
                "INVALID_CODE", "code must be 4 to 20 letters or digits.");
    }

    private Promotion promotion() {
        var code = asked.code();
        var ends = asked.endsAt();
        var budget = asked.budget();
        return new Promotion(
                asked.promotionId(), asked.name(), Promotion.Type.valueOf(asked.type()), asked.value(), asked.currency(),
                code == null ? null : Codes.plain(code), asked.codeRequired() || code != null, knownRules(),
                new Limits(
                        asked.usageLimitTotal(), asked.usageLimitPerCustomer(), budget == null ? null : budget.amount()),
                asked.stackable(), asked.priority(), asked.startsAt().truncatedTo(ChronoUnit.MICROS),
                ends == null ? null : ends.truncatedTo(ChronoUnit.MICROS));
    }

    private Rules knownRules() {
        var spend = rules.get("MIN_SPEND");
        var quantity = rules.get("QUANTITY");
        return new Rules(
                spend == null ? null : spend.amount(), values("PRODUCTS"), values("CUSTOMER_GROUP"), values("CHANNEL"),
                quantity == null || quantity.buy() == null ? 0 : quantity.buy(),
                quantity == null || quantity.get() == null ? 0 : quantity.get());
    }

    private Set<String> values(String kind) {
        var rule = rules.get(kind);
        return Set.copyOf(rule == null ? List.of() : rule.values());
    }
}
