package dev.souk.backoffice.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One promotion with its rules.
public record Promotion(
        UUID promotionId,
        String name,
        String type,
        long value,
        @Nullable String currency,
        @Nullable String code,
        boolean codeRequired,
        List<Rule> rules,
        boolean stackable,
        int priority,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer usageLimitTotal,
        @Nullable Integer usageLimitPerCustomer,
        @Nullable Long budget,
        String status,
        @Nullable String endedBecause,
        boolean pointsAtDiscontinued,
        long version) {

    public record Rule(String kind, @Nullable Long amount, List<String> values, @Nullable Integer buy, @Nullable Integer get) {}

    public record Page(List<Promotion> promotions, @Nullable UUID next) {}

    public record Stats(long uses, long held, @Nullable Long limit, long discount, @Nullable Long budget, long orders, long givenBack, long codes) {}

    public record Made(UUID batchId, int count) {}

    public record Codes(List<Code> codes, @Nullable String next) {}

    public record Code(String code, boolean singleUse, int used, int held) {}

    public String kind() {
        return status.equals("ACTIVE") ? "good" : status.equals("SCHEDULED") ? "warn" : "";
    }

    /// What a basket would be given.
    public record Discount(long discount, List<Applied> appliedPromotions, List<Rejected> rejected) {}

    public record Applied(UUID promotionId, String name, @Nullable String code, long orderDiscount, List<Line> lineDiscounts, long shippingDiscount) {
        public long sum() {
            return orderDiscount + lineDiscounts.stream().mapToLong(Line::discount).sum();
        }
    }

    public record Line(long discount) {}

    public record Rejected(String code, String reason) {}
}
