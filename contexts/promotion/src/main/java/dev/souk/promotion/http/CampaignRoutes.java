package dev.souk.promotion.http;

import dev.souk.contracts.promotion.ActivatePromotion;
import dev.souk.contracts.promotion.CancelPromotion;
import dev.souk.contracts.promotion.CreatePromotion;
import dev.souk.contracts.promotion.GetPromotion;
import dev.souk.contracts.promotion.GetPromotionStats;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.promotion.db.Coupons;
import dev.souk.promotion.domain.Codes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Campaigns for staff.
final class CampaignRoutes {
    private static final Refusal UNKNOWN = Refusal.notFound("UNKNOWN_PROMOTION", "There is no such promotion.");
    private static final Role[] READERS = {
        Role.ADMIN, Role.MERCHANDISER, Role.SUPPORT, Role.FINANCE, Role.AUDITOR
    };

    private final PromotionRoutes.Reads reads;
    private final Coupons coupons;

    CampaignRoutes(PromotionRoutes.Reads reads, Coupons coupons) {
        this.reads = reads;
        this.coupons = coupons;
    }

    /// A page of promotions; `next` is the `after` of the following page.
    public record Page(List<GetPromotion.Promotion> promotions, @Nullable UUID next) {}

    /// Why a promotion is called off.
    public record CancelRequest(@Nullable String reason) {}

    List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/promotions")
                        .roles(Role.MARKETING, Role.ADMIN)
                        .body(PromotionRequest.class)
                        .answers(201, GetPromotion.Promotion.class)
                        .bodyLimit(256 * 1024)
                        .summary("Create a promotion")
                        .writes(this::create),
                Route.get("/promotions")
                        .roles(Role.MARKETING, READERS)
                        .answers(200, Page.class)
                        .query(Parameter.id("after", "next of the page before"),
                                Parameter.limit(50, 200))
                        .summary("List promotions")
                        .reads(this::list),
                Route.get("/promotions/{promotionId}")
                        .roles(Role.MARKETING, READERS)
                        .answers(200, GetPromotion.Promotion.class)
                        .summary("One promotion")
                        .reads((call, tx) -> found(call.pathId("promotionId"), tx)),
                Route.post("/promotions/{promotionId}/activate")
                        .roles(Role.MARKETING, Role.ADMIN)
                        .answers(200, GetPromotion.Promotion.class)
                        .summary("Let a promotion begin now")
                        .writes((call, tx) -> {
                            var id = call.pathId("promotionId");
                            return changed(call.handle(new ActivatePromotion(id, call.ifMatch().orElse(null))), id, tx);
                        }),
                Route.post("/promotions/{promotionId}/cancel")
                        .roles(Role.MARKETING, Role.ADMIN)
                        .body(CancelRequest.class)
                        .answers(200, GetPromotion.Promotion.class)
                        .summary("Call a promotion off")
                        .writes(this::cancel),
                Route.get("/promotions/{promotionId}/stats")
                        .roles(Role.MARKETING, Role.ADMIN, Role.FINANCE, Role.AUDITOR)
                        .answers(200, GetPromotionStats.Stats.class)
                        .summary("How much a promotion was used")
                        .reads(this::stats),
                Route.post("/promotions/{promotionId}/codes")
                        .roles(Role.MARKETING, Role.ADMIN)
                        .body(CodesRequest.class)
                        .answers(201, CodesRequest.Made.class)
                        .summary("Make random codes")
                        .writes(CampaignRoutes::generate),
                Route.get("/promotions/{promotionId}/codes")
                        .roles(Role.MARKETING, Role.ADMIN)
                        .answers(200, CodesRequest.Page.class)
                        .query(Parameter.id("batchId", "of the codes").needed(),
                                Parameter.text("after", "next of the page before"),
                                Parameter.limit(100, 1_000))
                        .summary("The codes of a batch")
                        .reads(this::codes));
    }

    private Answer<GetPromotion.Promotion> create(Call<PromotionRequest> call, Tx tx) {
        return switch (call.body().command(tx.newId(), tx.now())) {
            case Outcome.Refused<CreatePromotion>(var reason) -> Answer.refused(reason);
            case Outcome.Done<CreatePromotion>(var command) ->
                changed(call.handle(command), command.promotionId(), tx)
                        .header("Location", "/api/v1/promotions/" + command.promotionId());
        };
    }

    private Answer<GetPromotion.Promotion> cancel(Call<CancelRequest> call, Tx tx) {
        var id = call.pathId("promotionId");
        var reason = call.body().reason();
        if (reason == null || reason.isBlank() || reason.length() > 250 || !Codes.printable(reason)) {
            return Answer.refused(Refusal.invalid("INVALID_REASON", "reason must have 1 to 250 characters."));
        }
        return changed(call.handle(new CancelPromotion(id, reason, call.ifMatch().orElse(null))), id, tx);
    }

    private Answer<GetPromotion.Promotion> changed(Outcome<Long> outcome, UUID id, Tx tx) {
        return switch (outcome) {
            case Outcome.Done<Long> _ -> found(id, tx);
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
        };
    }

    private Answer<GetPromotion.Promotion> found(UUID id, Tx tx) {
        return reads.get().answer(new GetPromotion(id), tx)
                .map(p -> Answer.of(p).version(p.version()))
                .orElseGet(() -> Answer.refused(UNKNOWN));
    }

    private Answer<GetPromotionStats.Stats> stats(Call<Void> call, Tx tx) {
        return reads.stats().answer(new GetPromotionStats(call.pathId("promotionId")), tx)
                .map(Answer::of)
                .orElseGet(() -> Answer.refused(UNKNOWN));
    }

    private Answer<Page> list(Call<Void> call, Tx tx) {
        UUID after;
        try {
            after = call.query("after").map(UUID::fromString).orElse(new UUID(0, 0));
        } catch (IllegalArgumentException e) {
            return Answer.refused(Refusal.invalid("INVALID_AFTER", "after must be the next of an earlier page."));
        }
        var limit = call.limit(50, 200);
        var page = reads.page().of(after, limit, tx);
        return Answer.of(new Page(page, page.size() < limit ? null : page.getLast().promotionId()));
    }

    private static Answer<CodesRequest.Made> generate(Call<CodesRequest> call, Tx tx) {
        var command = call.body().command(call.pathId("promotionId"), tx.newId());
        return Answer.from(
                call.handle(command), id -> new CodesRequest.Made(id, command.promotionId(), command.count()));
    }

    private Answer<CodesRequest.Page> codes(Call<Void> call, Tx tx) {
        UUID batch;
        try {
            batch = UUID.fromString(call.query("batchId").orElse(""));
        } catch (IllegalArgumentException e) {
            return Answer.refused(Refusal.invalid("INVALID_BATCH_ID", "batchId must be the id of a batch of codes."));
        }
        if (!coupons.promotionOf(tx, batch).equals(Optional.of(call.pathId("promotionId")))) {
            return Answer.refused(Refusal.notFound("UNKNOWN_BATCH", "There is no such batch of codes."));
        }
        var after = call.query("after").orElse("");
        if (!after.isEmpty() && !Codes.valid(after)) {
            return Answer.refused(Refusal.invalid("INVALID_AFTER", "after must be the next of an earlier page."));
        }
        var limit = call.limit(100, 1_000);
        var page = coupons.list(tx, batch, after, limit).stream()
                .map(c -> new CodesRequest.Code(c.code(), c.singleUse(), c.used(), c.held()))
                .toList();
        return Answer.of(new CodesRequest.Page(page, page.size() < limit ? null : page.getLast().code()));
    }
}
