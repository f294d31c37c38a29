package dev.souk.promotion.http;

import static java.util.Objects.requireNonNullElse;

import dev.souk.contracts.promotion.GenerateCouponCodes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Codes to be made. `batchId` may be left to the server; `length` is 12 and `singleUse` true when absent.
public record CodesRequest(
        @Nullable UUID batchId,
        @Nullable Integer count,
        @Nullable Integer length,
        @Nullable Boolean singleUse) {
    GenerateCouponCodes command(UUID promotionId, UUID otherwise) {
        return new GenerateCouponCodes(
                batchId == null ? otherwise : batchId, promotionId, requireNonNullElse(count, 0),
                requireNonNullElse(length, 12), !Boolean.FALSE.equals(singleUse));
    }

    /// The batch that was made.
    public record Made(UUID batchId, UUID promotionId, int count) {}

    public record Code(String code, boolean singleUse, int used, int held) {}

    /// A page of codes; `next` is the `after` of the following page.
    public record Page(List<Code> codes, @Nullable String next) {}
}
