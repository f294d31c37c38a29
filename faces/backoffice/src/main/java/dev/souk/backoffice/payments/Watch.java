package dev.souk.backoffice.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people of Finance and the fraud desk work through.
public final class Watch {
    private Watch() {}

    public record Waiting(List<WaitingRefund> refunds, @Nullable UUID nextCursor) {}

    public record WaitingRefund(
            UUID refundId,
            UUID paymentId,
            @Nullable UUID orderId,
            long amount,
            String currency,
            String reason,
            String requestedBy,
            Instant requestedAt) {}

    public record Alarms(List<Alarm> alarms) {}

    public record Alarm(@Nullable UUID paymentId, @Nullable UUID orderId, String kind, String detail, Instant raisedAt) {}

    public record Reviews(List<Review> reviews) {}

    public record Review(
            UUID fraudCheckId,
            UUID paymentId,
            UUID orderId,
            double score,
            List<String> reasons,
            Instant reviewBy,
            Instant checkedAt) {}

    public record Runs(List<Run> runs) {}

    public record Run(
            UUID runId,
            LocalDate day,
            String status,
            int matched,
            int mismatches,
            int pending,
            long difference,
            @Nullable Instant finishedAt,
            @Nullable List<Item> items) {}

    public record Item(@Nullable UUID paymentId, @Nullable String reference, String kind, String detail, long difference) {}

    public record Started(UUID runId) {}
}
