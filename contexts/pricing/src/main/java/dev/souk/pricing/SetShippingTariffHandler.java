package dev.souk.pricing;

import dev.souk.contracts.pricing.SetShippingTariff;
import dev.souk.contracts.pricing.ShippingTariffChanged;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.db.TariffRows;
import dev.souk.pricing.domain.Place;
import dev.souk.pricing.domain.Tariffs.Band;
import dev.souk.pricing.domain.Tariffs.Tariff;

/// Answers the version of the method.
final class SetShippingTariffHandler {
    private final TariffRows tariffs;

    SetShippingTariffHandler(TariffRows tariffs) {
        this.tariffs = tariffs;
    }

    Outcome<Long> handle(SetShippingTariff command, Tx tx) {
        var zone = command.zone();
        var name = command.name();
        var tariff = new Tariff(
                command.methodId(), name == null ? command.methodId() : name, zone == null ? null : Place.normal(zone),
                command.currency(),
                command.weightBands().stream()
                        .map(b -> new Band(b.upToGrams(), b.price()))
                        .toList(),
                command.freeAbove(), command.days());
        var version = tariffs.save(tx, tariff);
        tx.publish(new ShippingTariffChanged(tariff.methodId(), tariff.zone(), version), version);
        return Outcome.done(version);
    }
}
