package dev.souk.pricing.http;

import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.contracts.pricing.GetQuote;
import dev.souk.contracts.pricing.GetShippingQuote;
import dev.souk.contracts.pricing.Quote;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.QueryHandler;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.pricing.db.CustomerGroups;
import dev.souk.pricing.db.PriceListEntries;
import dev.souk.pricing.db.PricingRules;
import dev.souk.pricing.db.RuleBook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All routes of pricing.
public final class PricingRoutes {
    private final QueryHandler<CalculatePrice, Quote> price;
    private final QueryHandler<GetQuote, Optional<GetQuote.Recorded>> quote;
    private final QueryHandler<GetShippingQuote, GetShippingQuote.Methods> shipping;

    public PricingRoutes(
            QueryHandler<CalculatePrice, Quote> price,
            QueryHandler<GetQuote, Optional<GetQuote.Recorded>> quote,
            QueryHandler<GetShippingQuote, GetShippingQuote.Methods> shipping) {
        this.price = price;
        this.quote = quote;
        this.shipping = shipping;
    }

    public List<Route<?, ?>> routes(RuleBook book, CustomerGroups groups) {
        return Stream.of(
                        own(),
                        new RuleRoutes(new PricingRules(book)).routes(),
                        new PriceListRoutes(new PriceListEntries(book)).routes(),
                        new RateRoutes().routes(),
                        new GroupRoutes(groups).routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    private List<Route<?, ?>> own() {
        return List.of(
                Route.post("/pricing/calculate")
                        .everyone()
                        .key(Route.Key.NONE)
                        .rate(Route.Rate.READ)
                        .body(CalculateRequest.class)
                        .answers(200, Quote.class)
                        .bodyLimit(256 * 1024)
                        .summary("What these lines would cost; nothing is kept")
                        .reads(this::calculate),
                Route.get("/pricing/shipping-cost")
                        .everyone()
                        .answers(200, GetShippingQuote.Methods.class)
                        .query(Parameter.text("country", "ISO 3166-1 alpha-2").needed(),
                                Parameter.text("region", "of the country"),
                                Parameter.text("postcode", "of the destination"),
                                Parameter.text("currency", "ISO 4217").needed(),
                                Parameter.number("weightGrams", "of the parcel", 0, Integer.MAX_VALUE).otherwise("0"),
                                Parameter.number("goodsValue", "minor units, for free shipping", 0, Checked.MOST_MONEY))
                        .summary("Shipping methods to a destination, with prices")
                        .reads(this::shippingCost),
                Route.get("/pricing/quotes/{quoteId}")
                        .roles(Role.SUPPORT, Role.MERCHANDISER, Role.FINANCE, Role.AUDITOR, Role.ADMIN, Role.SERVICE)
                        .answers(200, GetQuote.Recorded.class)
                        .summary("A quote that was charged, with the reasons of every price")
                        .reads(this::recorded));
    }

    private Answer<Quote> calculate(Call<CalculateRequest> call, Tx tx) {
        return switch (call.body().query(call.caller())) {
            case Outcome.Refused<CalculatePrice>(var reason) -> Answer.refused(reason);
            case Outcome.Done<CalculatePrice>(var query) -> Answer.of(price.answer(query, tx));
        };
    }

    private Answer<GetShippingQuote.Methods> shippingCost(Call<Void> call, Tx tx) {
        return switch (ShippingCostRequest.of(call).query()) {
            case Outcome.Refused<GetShippingQuote>(var reason) -> Answer.refused(reason);
            case Outcome.Done<GetShippingQuote>(var query) -> Answer.of(shipping.answer(query, tx));
        };
    }

    private Answer<GetQuote.Recorded> recorded(Call<Void> call, Tx tx) {
        return quote.answer(new GetQuote(call.pathId("quoteId")), tx)
                .map(Answer::of)
                .orElseGet(() -> Answer.refused(Refusal.notFound("UNKNOWN_QUOTE", "There is no such quote.")));
    }
}
