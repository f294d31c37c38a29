package dev.souk.pricing.http;

import static java.util.Objects.requireNonNull;

import dev.souk.contracts.pricing.SetTaxRate;
import dev.souk.contracts.pricing.Zone;
import dev.souk.platform.messaging.Outcome;
import dev.souk.pricing.domain.TaxRates.Rate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tax rate from an instant on. `from` is now when absent.
public record TaxRateRequest(
        @Nullable ZoneMembers zone,
        @Nullable String taxCategory,
        @Nullable BigDecimal rate,
        @Nullable Boolean inclusive,
        @Nullable Instant from) {
    Outcome<SetTaxRate> command(Instant now) {
        var checked = new Checked()
                .given(zone, "zone")
                .given(taxCategory, "taxCategory")
                .word(taxCategory, "taxCategory")
                .that(rate != null && RuleRequest.decimal(rate), "rate", "must be 0 to 1 with at most 6 decimals")
                .given(inclusive, "inclusive")
                .that(from == null || Checked.ordinary(from), "from", "must lie between the years 1970 and 9999");
        if (zone != null) {
            zone.check(checked);
        }
        return checked.then(() -> new SetTaxRate(
                requireNonNull(zone).known(), requireNonNull(taxCategory), requireNonNull(rate).toPlainString(),
                requireNonNull(inclusive), from == null ? now : from));
    }

    /// A rate as it is kept.
    public record Kept(Zone zone, String taxCategory, BigDecimal rate, boolean inclusive, Instant from) {
        static Kept of(Rate r) {
            return new Kept(r.zone(), r.taxCategory(), r.rate(), r.inclusive(), r.from());
        }
    }

    /// All rates.
    public record All(List<Kept> rates) {}
}
