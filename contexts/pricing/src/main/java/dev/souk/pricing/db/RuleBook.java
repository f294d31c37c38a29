package dev.souk.pricing.db;

import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.domain.Book;
import dev.souk.pricing.domain.PriceLists;
import dev.souk.pricing.domain.Rules;
import dev.souk.pricing.domain.Tariffs;
import dev.souk.pricing.domain.TaxRates;
import java.util.List;

/// All rules that a price depends on, in memory; each part is read again when it has changed.
public final class RuleBook {
    final Cached<Rules> rules = new Cached<>(tx -> new Rules(PricingRules.active(tx)));
    final Cached<PriceLists> lists = new Cached<>(tx -> new PriceLists(PriceListEntries.all(tx)));
    final Cached<TaxRates> taxes;
    final Cached<Tariffs> tariffs;

    /// An empty memory; what is asked for is read.
    ///
    /// @param taxCategory of goods that have none
    /// @param defaults shipping methods of a fresh shop
    public RuleBook(String taxCategory, List<Tariffs.Default> defaults) {
        taxes = new Cached<>(tx -> new TaxRates(TaxRows.all(tx), taxCategory));
        tariffs = new Cached<>(tx -> new Tariffs(TariffRows.all(tx), defaults));
    }

    public Book get(Tx tx) {
        return new Book(rules.get(tx), lists.get(tx), taxes.get(tx), tariffs.get(tx));
    }

    /// Changes of the rules happen one after the other.
    static void lock(Tx tx) {
        tx.sql("update rule_book set changes = changes + 1").update();
    }
}
