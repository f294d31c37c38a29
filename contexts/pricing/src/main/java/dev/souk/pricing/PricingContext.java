package dev.souk.pricing;

import dev.souk.contracts.customer.CustomerMembershipUpgraded;
import dev.souk.contracts.customer.SubjectRequests;
import dev.souk.contracts.pricing.AssignCustomerGroup;
import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.contracts.pricing.CreatePricingRule;
import dev.souk.contracts.pricing.DeactivatePricingRule;
import dev.souk.contracts.pricing.GetQuote;
import dev.souk.contracts.pricing.GetShippingMethods;
import dev.souk.contracts.pricing.GetShippingQuote;
import dev.souk.contracts.pricing.PriceCalculated;
import dev.souk.contracts.pricing.PriceListChanged;
import dev.souk.contracts.pricing.PricingRuleChanged;
import dev.souk.contracts.pricing.RecordQuote;
import dev.souk.contracts.pricing.SetPriceListEntry;
import dev.souk.contracts.pricing.SetShippingTariff;
import dev.souk.contracts.pricing.SetTaxRate;
import dev.souk.contracts.pricing.ShippingTariffChanged;
import dev.souk.contracts.pricing.TaxRateChanged;
import dev.souk.contracts.pricing.UpdatePricingRule;
import dev.souk.contracts.promotion.PromotionActivated;
import dev.souk.contracts.promotion.PromotionExpired;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Settings;
import dev.souk.platform.messaging.Wiring;
import dev.souk.pricing.CalculatePriceQuery.Terms;
import dev.souk.pricing.db.ActivePromotions;
import dev.souk.pricing.db.Articles;
import dev.souk.pricing.db.CustomerGroups;
import dev.souk.pricing.db.PeoplesGroups;
import dev.souk.pricing.db.PriceListEntries;
import dev.souk.pricing.db.PricingRules;
import dev.souk.pricing.db.Quotes;
import dev.souk.pricing.db.RuleBook;
import dev.souk.pricing.db.TariffRows;
import dev.souk.pricing.db.TaxRows;
import dev.souk.pricing.domain.Tariffs;
import dev.souk.pricing.http.PricingRoutes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Prices, taxes and shipping costs.
public final class PricingContext implements Context {
    @Override
    public String name() {
        return "pricing";
    }

    @Override
    public void wire(Wiring on) {
        var settings = on.settings();
        var book = new RuleBook(settings.text("tax-category", "STANDARD"), methods(settings));
        var articles = new Articles();
        var groups = new CustomerGroups();
        SubjectRequests.answer(on, name(), new PeoplesGroups(groups));
        var promotions = new ActivePromotions();
        var terms = new Terms(
                on.bus(), settings.duration("quote-validity", Duration.ofMinutes(30)), settings.text("country", "GB"));
        var price = new CalculatePriceQuery(book, new AskedArticles(articles, on.bus()), groups, promotions, terms);
        var shipping = new GetShippingQuoteQuery(book);
        var quotes = new Quotes();
        var quote = new GetQuoteQuery(quotes);
        var recording = new RecordQuoteHandler(quotes);

        rules(on, book, groups);
        new WhenProductChangesKeepBasePrice(articles).wire(on);
        on.handle(RecordQuote.class, recording::handle)
                .handleBatch(RecordQuote.class, recording::handleAll)
                .unhurried(List.of(RecordQuote.class))
                .react(PromotionActivated.class, new WhenPromotionActivatedRememberIt(promotions)::react)
                .react(PromotionExpired.class, new WhenPromotionExpiredForgetIt(promotions)::react)
                .readModel(promotions.readModel())
                .react(CustomerMembershipUpgraded.class, new WhenCustomerMembershipUpgradedKeepLevel(groups)::react)
                .answer(CalculatePrice.class, price::answer)
                .answer(GetShippingQuote.class, shipping::answer)
                .answer(GetShippingMethods.class, shipping::answer)
                .answer(GetQuote.class, quote::answer)
                .publishes(List.of(
                        PriceCalculated.class, PricingRuleChanged.class, TaxRateChanged.class, PriceListChanged.class,
                        ShippingTariffChanged.class))
                .serve(new PricingRoutes(price::answer, quote::answer, shipping::answer).routes(book, groups));
    }

    private static void rules(Wiring on, RuleBook book, CustomerGroups groups) {
        var rules = new PricingRules(book);
        on.handle(CreatePricingRule.class, new CreatePricingRuleHandler(rules)::handle)
                .handle(UpdatePricingRule.class, new UpdatePricingRuleHandler(rules)::handle)
                .handle(DeactivatePricingRule.class, new DeactivatePricingRuleHandler(rules)::handle)
                .handle(SetTaxRate.class, new SetTaxRateHandler(new TaxRows(book))::handle)
                .handle(SetShippingTariff.class, new SetShippingTariffHandler(new TariffRows(book))::handle)
                .handle(SetPriceListEntry.class, new SetPriceListEntryHandler(new PriceListEntries(book))::handle)
                .handle(AssignCustomerGroup.class, new AssignCustomerGroupHandler(groups)::handle);
    }

    /// What a fresh shop offers until tariffs are set, in whole units of whatever currency a cart has.
    private static List<Tariffs.Default> methods(Settings settings) {
        var standard = new BigDecimal(settings.text("shipping-standard", "4.95"));
        var express = new BigDecimal(settings.text("shipping-express", "9.95"));
        var freeAbove = new BigDecimal(settings.text("shipping-free-above", "100.00"));
        return List.of(
                new Tariffs.Default("standard", "Standard delivery", standard, freeAbove, 3),
                new Tariffs.Default("express", "Express delivery", express, null, 1),
                new Tariffs.Default("collect", "Collect in store", BigDecimal.ZERO, null, null));
    }
}
