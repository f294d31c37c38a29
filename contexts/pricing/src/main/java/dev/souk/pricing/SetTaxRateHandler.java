package dev.souk.pricing;

import dev.souk.contracts.pricing.SetTaxRate;
import dev.souk.contracts.pricing.TaxRateChanged;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.TaxRows;
import dev.souk.pricing.domain.Place;
import dev.souk.pricing.domain.TaxRates;
import dev.souk.pricing.domain.TaxRates.Rate;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;

/// Answers the version of the country's tax category. Setting the same rate again changes nothing; another rate from
/// the same instant is refused, because quotes may have been made with the first.
final class SetTaxRateHandler {
    private final TaxRows rates;

    SetTaxRateHandler(TaxRows rates) {
        this.rates = rates;
    }

    Outcome<Long> handle(SetTaxRate command, Tx tx) {
        var rate = new Rate(
                Place.normal(command.zone()), TaxRates.category(command.taxCategory()), new BigDecimal(command.rate()),
                command.inclusive(), command.from().truncatedTo(ChronoUnit.MICROS));
        var before = rates.lock(tx, rate).orElse(null);
        if (before != null) {
            return before.rate().compareTo(rate.rate()) == 0 && before.inclusive() == rate.inclusive()
                    ? Outcome.done(0L)
                    : Outcome.refused(Refusal.conflict(
                            "TAX_RATE_EXISTS", "There is another rate from this instant on. Set one with a later from."));
        }
        var version = rates.insert(tx, rate);
        tx.publish(
                new TaxRateChanged(rate.zone(), rate.taxCategory(), command.rate(), rate.inclusive(), rate.from()),
                version);
        return Outcome.done(version);
    }
}
