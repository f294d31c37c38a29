package dev.souk.pricing.http;

import dev.souk.contracts.pricing.CreatePricingRule;
import dev.souk.contracts.pricing.DeactivatePricingRule;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.pricing.db.PricingRules;
import java.util.List;
import java.util.UUID;

/// Pricing rules for staff.
final class RuleRoutes {
    private final PricingRules rules;

    RuleRoutes(PricingRules rules) {
        this.rules = rules;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/pricing/rules")
                        .roles(Role.MERCHANDISER, Role.ADMIN)
                        .body(RuleRequest.class)
                        .answers(201, RuleAnswer.class)
                        .bodyLimit(256 * 1024)
                        .summary("Create a pricing rule")
                        .writes(this::create),
                Route.get("/pricing/rules")
                        .roles(Role.MERCHANDISER, Role.ADMIN, Role.SUPPORT, Role.FINANCE, Role.AUDITOR)
                        .answers(200, RuleAnswer.Page.class)
                        .query(Parameter.id("after", "next of the page before"),
                                Parameter.limit(50, 200))
                        .summary("List pricing rules")
                        .reads(this::list),
                Route.get("/pricing/rules/{ruleId}")
                        .roles(Role.MERCHANDISER, Role.ADMIN, Role.SUPPORT, Role.FINANCE, Role.AUDITOR)
                        .answers(200, RuleAnswer.class)
                        .summary("One pricing rule")
                        .reads((call, tx) -> found(call.pathId("ruleId"), tx)),
                Route.put("/pricing/rules/{ruleId}")
                        .roles(Role.MERCHANDISER, Role.ADMIN)
                        .body(RuleRequest.class)
                        .answers(200, RuleAnswer.class)
                        .bodyLimit(256 * 1024)
                        .summary("Replace a pricing rule")
                        .writes(this::update),
                Route.post("/pricing/rules/{ruleId}/deactivate")
                        .roles(Role.MERCHANDISER, Role.ADMIN)
                        .answers(200, RuleAnswer.class)
                        .summary("End a pricing rule")
                        .writes(this::deactivate));
    }

    private Answer<RuleAnswer> create(Call<RuleRequest> call, Tx tx) {
        return switch (call.body().create(tx.newId())) {
            case Outcome.Refused<CreatePricingRule>(var reason) -> Answer.refused(reason);
            case Outcome.Done<CreatePricingRule>(var command) ->
                changed(call.handle(command), command.ruleId(), tx)
                        .header("Location", "/api/v1/pricing/rules/" + command.ruleId());
        };
    }

    private Answer<RuleAnswer> update(Call<RuleRequest> call, Tx tx) {
        var id = call.pathId("ruleId");
        var outcome = call.body().update(id, call.ifMatch().orElse(null)).then(call::handle);
        return changed(outcome, id, tx);
    }

    private Answer<RuleAnswer> deactivate(Call<Void> call, Tx tx) {
        var id = call.pathId("ruleId");
        return changed(call.handle(new DeactivatePricingRule(id, call.ifMatch().orElse(null))), id, tx);
    }

    private Answer<RuleAnswer> changed(Outcome<Long> outcome, UUID ruleId, Tx tx) {
        return switch (outcome) {
            case Outcome.Done<Long> _ -> found(ruleId, tx);
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
        };
    }

    private Answer<RuleAnswer> found(UUID ruleId, Tx tx) {
        return rules.find(tx, ruleId)
                .map(rule -> Answer.of(RuleAnswer.of(rule)).version(rule.version()))
                .orElseGet(() ->
                        Answer.refused(Refusal.notFound("UNKNOWN_PRICING_RULE", "There is no such pricing rule.")));
    }

    private Answer<RuleAnswer.Page> list(Call<Void> call, Tx tx) {
        var after = Paging.after(call);
        if (after.isEmpty()) {
            return Answer.refused(Paging.BAD_CURSOR);
        }
        var limit = call.limit(50, 200);
        var page = rules.list(tx, after.get(), limit).stream().map(RuleAnswer::of).toList();
        return Answer.of(new RuleAnswer.Page(page, page.size() < limit ? null : page.getLast().ruleId()));
    }
}
