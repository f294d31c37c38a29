package dev.souk.pricing;

import static dev.souk.pricing.Catalogue.cart;
import static dev.souk.pricing.Catalogue.created;
import static dev.souk.pricing.Catalogue.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.souk.contracts.pricing.GetShippingMethods;
import dev.souk.contracts.pricing.GetShippingQuote;
import dev.souk.contracts.pricing.GetShippingQuote.Method;
import dev.souk.contracts.customer.CustomerErased;
import dev.souk.contracts.customer.CustomerMembershipUpgraded;
import dev.souk.contracts.pricing.PriceListChanged;
import dev.souk.contracts.pricing.PricingRuleChanged;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.pricing.SetTaxRate;
import dev.souk.contracts.pricing.ShippingTariffChanged;
import dev.souk.contracts.pricing.TaxRateChanged;
import dev.souk.contracts.pricing.Zone;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Role;
import dev.souk.platform.testkit.TestAnswer;
import dev.souk.platform.testkit.TestPlatform;
import dev.souk.pricing.http.CalculateRequest;
import dev.souk.pricing.http.GroupRequest;
import dev.souk.pricing.http.PriceListRequest;
import dev.souk.pricing.http.RuleAnswer;
import dev.souk.pricing.http.RuleRequest;
import dev.souk.pricing.http.TariffRequest;
import dev.souk.pricing.http.TaxRateRequest;
import dev.souk.pricing.http.ZoneMembers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Caller STAFF = TestPlatform.staff(Role.MERCHANDISER, Role.FINANCE, Role.MARKETING);
    private static final Instant PAST = Instant.parse("2010-01-01T00:00:00Z");

    private final UUID product = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private TestPlatform souk = TestPlatform.of(new PricingContext());

    @BeforeEach
    void sell() {
        souk.deliver(created(product, "MUG", 1000));
    }

    @AfterEach
    void stop() {
        souk.close();
    }

    private Quote quote(int quantity) {
        return souk.ask(cart(customer, null, line(product, "MUG", quantity)));
    }

    private TestAnswer put(String path, Object body) {
        return souk.call(STAFF, "PUT", path, body);
    }

    private TestAnswer post(String path, Object body) {
        return souk.call(STAFF, "POST", path, body);
    }

    private static RuleRequest member(String group, String discount) {
        return new RuleRequest(
                null, "MEMBER", "Members", new RuleRequest.Condition(null, group, null),
                new RuleRequest.Action(
                        null, List.of(new RuleRequest.Tier(null, new BigDecimal(discount), null, null))),
                null, null, null);
    }

    private void join(@Nullable String group) {
        var answer = put("/pricing/customer-groups/" + customer, new GroupRequest(group));
        assertThat(answer.refusal()).isNull();
    }

    @Test
    void a_member_rule_holds_from_the_next_quote_on_until_it_is_ended() {
        quote(1);
        join("TRADE");
        var rule = post("/pricing/rules", member("TRADE", "0.10")).body(RuleAnswer.class);
        assertThat(quote(1).subtotal()).isEqualTo(900);
        var changed = souk.call(
                STAFF, "PUT", "/pricing/rules/" + rule.ruleId(), member("TRADE", "0.20"), Map.of("If-Match", "\"1\""));
        assertThat(changed.body(RuleAnswer.class).version()).isEqualTo(2);
        assertThat(quote(1).subtotal()).isEqualTo(800);
        var stale = souk.call(
                STAFF, "PUT", "/pricing/rules/" + rule.ruleId(), member("TRADE", "0.30"), Map.of("If-Match", "\"1\""));
        assertThat(stale.code()).isEqualTo("STALE_VERSION");
        join(null);
        assertThat(quote(1).subtotal()).isEqualTo(1000);
        join("TRADE");
        post("/pricing/rules/" + rule.ruleId() + "/deactivate", "");
        assertThat(quote(1).subtotal()).isEqualTo(1000);
        assertThat(souk.published(PricingRuleChanged.class))
                .extracting(PricingRuleChanged::version, PricingRuleChanged::active)
                .containsExactly(
                        tuple(1L, true),
                        tuple(2L, true),
                        tuple(3L, false));
    }

    private CustomerMembershipUpgraded moved(String level, int minute) {
        var at = Instant.parse("2026-01-05T10:00:00Z").plusSeconds(60L * minute);
        return new CustomerMembershipUpgraded(customer, "STANDARD", level, 60_000, "GBP", at, "UP");
    }

    @Test
    void a_level_is_a_group_unless_staff_has_named_another() {
        quote(1);
        post("/pricing/rules", member("SILVER", "0.10")).body(RuleAnswer.class);
        post("/pricing/rules", member("GOLD", "0.20")).body(RuleAnswer.class);
        souk.deliver(moved("SILVER", 1));
        assertThat(quote(1).subtotal()).isEqualTo(900);
        souk.deliver(moved("GOLD", 2));
        souk.deliver(moved("SILVER", 1));
        assertThat(quote(1).subtotal()).isEqualTo(800);
        join("TRADE");
        assertThat(quote(1).subtotal()).isEqualTo(1000);
        join(null);
        assertThat(quote(1).subtotal()).isEqualTo(800);
        souk.deliver(new CustomerErased(UUID.randomUUID(), customer, "key", Instant.EPOCH));
        assertThat(quote(1).subtotal()).isEqualTo(1000);
    }

    @Test
    void a_price_list_holds_for_its_group() {
        var list = UUID.randomUUID();
        var entry = new PriceListRequest.Entry("MUG", new PriceListRequest.Price(640L, "GBP"), null, null);
        post("/pricing/price-lists/" + list + "/entries", new PriceListRequest(List.of(entry)))
                .body(PriceListRequest.Done.class);
        post("/pricing/price-lists/" + list + "/entries", new PriceListRequest(List.of(entry)))
                .body(PriceListRequest.Done.class);
        post(
                "/pricing/rules",
                new RuleRequest(
                        null, "PRICE_LIST", "Trade list", new RuleRequest.Condition(null, "TRADE", null),
                        new RuleRequest.Action(list, null), null, null, null)).body(RuleAnswer.class);
        assertThat(quote(1).subtotal()).isEqualTo(1000);
        join("TRADE");
        assertThat(quote(1).subtotal()).isEqualTo(640);
        assertThat(quote(1).lines().getFirst().trail()).extracting(Quote.Step::rule).contains("Trade list");
        assertThat(souk.published(PriceListChanged.class)).hasSize(1);
    }

    @Test
    void tax_rates_follow_each_other_and_are_never_changed() {
        var first = new SetTaxRate(new Zone("gb", null, null), "standard", "0.175", true, PAST);
        assertThat(souk.handle(first)).isEqualTo(Outcome.done(1L));
        assertThat(souk.handle(first)).isEqualTo(Outcome.done(0L));
        assertThat(souk.handle(new SetTaxRate(new Zone("GB", null, null), "STANDARD", "0.20", true, PAST)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(quote(1).lines().getFirst().tax()).isEqualTo(149);
        var later = souk.clock().instant().plusSeconds(3600);
        var second = new TaxRateRequest(
                new ZoneMembers("GB", null, null), "STANDARD", new BigDecimal("0.20"), true, later);
        assertThat(post("/pricing/tax-rates", second).status()).isEqualTo(201);
        assertThat(quote(1).lines().getFirst().tax()).isEqualTo(149);
        souk.clock().advance(Duration.ofHours(1));
        assertThat(quote(1).lines().getFirst().tax()).isEqualTo(167);
        assertThat(souk.published(TaxRateChanged.class)).extracting(TaxRateChanged::rate).containsExactly("0.175", "0.20");
        assertThat(souk.call(STAFF, "GET", "/pricing/tax-rates", null).body(TaxRateRequest.All.class).rates()).hasSize(2);
    }

    @Test
    void a_tariff_replaces_the_default_of_its_method_and_currency() {
        assertThat(quote(1).shipping()).isEqualTo(495);
        assertThat(souk.ask(new GetShippingMethods()).methodIds())
                .containsExactlyInAnyOrder("standard", "express", "collect");
        post(
                "/pricing/shipping-tariffs",
                new TariffRequest(
                        "standard", "Post", null, "GBP",
                        List.of(new TariffRequest.Band(500, 200L), new TariffRequest.Band(null, 600L)), 5000L, 2))
                .body(Object.class);
        assertThat(quote(1).shipping()).isEqualTo(200);
        assertThat(quote(2).shipping()).isEqualTo(600);
        assertThat(quote(5).shipping()).isZero();
        assertThat(souk.published(ShippingTariffChanged.class)).hasSize(1);
        var offers = souk.call(
                Caller.GUEST, "GET", "/pricing/shipping-cost?country=GB&currency=GBP&weightGrams=400", null);
        assertThat(offers.body(GetShippingQuote.Methods.class).methods())
                .extracting(Method::methodId, Method::price)
                .containsExactly(
                        tuple("collect", 0L),
                        tuple("standard", 200L),
                        tuple("express", 995L));
    }

    private static PriceListRequest nul() {
        return new PriceListRequest(
                List.of(new PriceListRequest.Entry("a\0b", new PriceListRequest.Price(1L, "GBP"), null, null)));
    }

    @Test
    void bad_input_is_refused_with_a_code() {
        assertThat(post("/pricing/rules", member("TRADE", "1.1")).code()).isEqualTo("INVALID_DISCOUNT");
        assertThat(post("/pricing/price-lists/" + product + "/entries", nul()).code()).isEqualTo("INVALID_SKU");
        assertThat(post("/pricing/rules", member("A B", "0.1")).code()).isEqualTo("INVALID_CUSTOMER_GROUP");
        assertThat(post("/pricing/rules", member("TRADE", "1e-900000000")).code()).isEqualTo("INVALID_DISCOUNT");
        assertThat(post("/pricing/tax-rates", new TaxRateRequest(null, null, null, null, null)).code())
                .isEqualTo("INVALID_ZONE");
        assertThat(post("/pricing/shipping-tariffs", new TariffRequest("x", null, null, "XXQ", null, null, null)).code())
                .isEqualTo("INVALID_CURRENCY");
        assertThat(souk.call(Caller.GUEST, "GET", "/pricing/shipping-cost?country=XX&currency=GBP", null).code())
                .isEqualTo("INVALID_COUNTRY");
        assertThat(souk.call(STAFF, "GET", "/pricing/rules/" + UUID.randomUUID(), null).code())
                .isEqualTo("UNKNOWN_PRICING_RULE");
    }

    @Test
    void anyone_may_preview_but_only_staff_may_name_customers_codes_and_negotiated_prices() {
        var mug = new CalculateRequest.Line(product, null, "MUG", 2, null);
        var preview = new CalculateRequest(
                "GBP", null, null, List.of(mug), null, "standard",
                new CalculateRequest.Destination("GB", null, "EC1"));
        assertThat(souk.call(Caller.GUEST, "POST", "/pricing/calculate", preview).body(Quote.class).total())
                .isEqualTo(2495);
        var dear = new CalculateRequest.Line(product, null, "MUG", 2, 5L);
        var negotiated = new CalculateRequest("GBP", null, null, List.of(dear), null, null, null);
        assertThat(souk.call(Caller.GUEST, "POST", "/pricing/calculate", negotiated).code()).isEqualTo("STAFF_ONLY");
        assertThat(post("/pricing/calculate", negotiated).body(Quote.class).total()).isEqualTo(10);
        var none = new CalculateRequest.Line(product, null, "MUG", 0, null);
        var empty = new CalculateRequest("GBP", null, null, List.of(none), null, null, null);
        assertThat(souk.call(Caller.GUEST, "POST", "/pricing/calculate", empty).code()).isEqualTo("INVALID_QUANTITY");
    }
}
