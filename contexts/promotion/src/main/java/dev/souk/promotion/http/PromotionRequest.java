package dev.souk.promotion.http;

import static java.util.Objects.requireNonNullElse;

import dev.souk.contracts.promotion.CreatePromotion;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A promotion to be created. `promotionId` may be left to the server; `startsAt` is now when absent.
public record PromotionRequest(
        @Nullable UUID promotionId,
        @Nullable String name,
        @Nullable String type,
        @Nullable Long value,
        @Nullable String currency,
        @Nullable List<Rule> rules,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer usageLimitTotal,
        @Nullable Integer usageLimitPerCustomer,
        @Nullable Boolean stackable,
        @Nullable Integer priority,
        @Nullable Budget budget,
        @Nullable String code,
        @Nullable Boolean codeRequired) {
    public record Budget(@Nullable Long amount, @Nullable String currency) {}

    public record Rule(
            @Nullable String kind,
            @Nullable Long amount,
            @Nullable List<String> values,
            @Nullable Integer buy,
            @Nullable Integer get) {
        CreatePromotion.Rule known() {
            return new CreatePromotion.Rule(
                    requireNonNullElse(kind, ""), amount, requireNonNullElse(values, List.of()), buy, get);
        }

        boolean whole() {
            return values == null || values.stream().noneMatch(Objects::isNull);
        }
    }

    Outcome<CreatePromotion> command(UUID otherwise, Instant now) {
        if (name == null || type == null) {
            return invalid("MISSING_FIELD", "name and type are required.");
        }
        if (value == null && !"FREE_SHIPPING".equals(type)) {
            return invalid("INVALID_VALUE", "value is required.");
        }
        var listed = requireNonNullElse(rules, List.<Rule>of());
        if (listed.size() > 10 || listed.stream().anyMatch(r -> r == null || !r.whole())) {
            return invalid("INVALID_RULES", "rules must be at most 10, without null.");
        }
        if (budget != null && (budget.amount() == null || budget.currency() == null)) {
            return invalid("INVALID_BUDGET", "budget must have an amount and a currency.");
        }
        if (priority != null && (priority < -1_000 || priority > 1_000)) {
            return invalid("INVALID_PRIORITY", "priority must be -1000 to 1000.");
        }
        return Outcome.done(new CreatePromotion(
                promotionId == null ? otherwise : promotionId, name, type, requireNonNullElse(value, 0L), currency,
                listed.stream().map(Rule::known).toList(), startsAt == null ? now : startsAt, endsAt,
                usageLimitTotal, usageLimitPerCustomer, Boolean.TRUE.equals(stackable),
                requireNonNullElse(priority, 0), knownBudget(), code, Boolean.TRUE.equals(codeRequired)));
    }

    private CreatePromotion.@Nullable Budget knownBudget() {
        return budget == null || budget.amount() == null || budget.currency() == null
                ? null
                : new CreatePromotion.Budget(budget.amount(), budget.currency());
    }

    private static Outcome<CreatePromotion> invalid(String code, String detail) {
        return Outcome.refused(Refusal.invalid(code, detail));
    }
}
