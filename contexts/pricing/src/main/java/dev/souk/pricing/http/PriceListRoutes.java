package dev.souk.pricing.http;

import dev.souk.contracts.pricing.SetPriceListEntry;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.pricing.db.PriceListEntries;
import java.util.List;

/// Price lists for staff.
final class PriceListRoutes {
    private final PriceListEntries entries;

    PriceListRoutes(PriceListEntries entries) {
        this.entries = entries;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/pricing/price-lists/{priceListId}/entries")
                        .roles(Role.MERCHANDISER, Role.ADMIN)
                        .body(PriceListRequest.class)
                        .answers(200, PriceListRequest.Done.class)
                        .bodyLimit(512 * 1024)
                        .summary("Set prices of a price list")
                        .writes((call, _) -> set(call)),
                Route.get("/pricing/price-lists/{priceListId}/entries")
                        .roles(Role.MERCHANDISER, Role.ADMIN, Role.SUPPORT, Role.FINANCE, Role.AUDITOR)
                        .answers(200, PriceListRequest.Page.class)
                        .query(Parameter.text("after", "next of the page before"),
                                Parameter.limit(100, 1_000))
                        .summary("The prices of a price list")
                        .reads(this::list));
    }

    private static Answer<PriceListRequest.Done> set(Call<PriceListRequest> call) {
        return switch (call.body().commands(call.pathId("priceListId"))) {
            case Outcome.Refused<List<SetPriceListEntry>>(var reason) -> Answer.refused(reason);
            case Outcome.Done<List<SetPriceListEntry>>(var commands) -> {
                for (var command : commands) {
                    if (call.handle(command) instanceof Outcome.Refused<Long>(var reason)) {
                        yield Answer.refused(reason);
                    }
                }
                yield Answer.of(new PriceListRequest.Done(commands.size()));
            }
        };
    }

    private Answer<PriceListRequest.Page> list(Call<Void> call, Tx tx) {
        var after = call.query("after").orElse("");
        if (!Checked.printable(after)) {
            return Answer.refused(Paging.BAD_CURSOR);
        }
        var limit = call.limit(100, 1_000);
        var page = entries.list(tx, call.pathId("priceListId"), after, limit).stream()
                .map(PriceListRequest.Kept::of)
                .toList();
        return Answer.of(new PriceListRequest.Page(page, page.size() < limit ? null : page.getLast().sku()));
    }
}
