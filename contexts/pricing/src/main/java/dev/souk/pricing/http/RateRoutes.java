package dev.souk.pricing.http;

import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.pricing.db.TariffRows;
import dev.souk.pricing.db.TaxRows;
import java.util.List;

/// Tax rates and shipping tariffs for staff.
final class RateRoutes {
    List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/pricing/tax-rates")
                        .roles(Role.FINANCE, Role.ADMIN)
                        .body(TaxRateRequest.class)
                        .answers(201, Version.class)
                        .summary("Set a tax rate from an instant on")
                        .writes(RateRoutes::setTax),
                Route.get("/pricing/tax-rates")
                        .roles(Role.FINANCE, Role.ADMIN, Role.MERCHANDISER, Role.SUPPORT, Role.AUDITOR)
                        .answers(200, TaxRateRequest.All.class)
                        .summary("All tax rates, past, present and future")
                        .reads((_, tx) -> Answer.of(new TaxRateRequest.All(TaxRows.all(tx).stream()
                                .map(TaxRateRequest.Kept::of)
                                .toList()))),
                Route.post("/pricing/shipping-tariffs")
                        .roles(Role.MERCHANDISER, Role.ADMIN)
                        .body(TariffRequest.class)
                        .answers(200, Version.class)
                        .summary("Set what a shipping method costs")
                        .writes((call, _) -> Answer.from(
                                call.body().command().then(call::handle), Version::new)),
                Route.get("/pricing/shipping-tariffs")
                        .roles(Role.MERCHANDISER, Role.ADMIN, Role.FINANCE, Role.SUPPORT, Role.AUDITOR)
                        .answers(200, TariffRequest.All.class)
                        .summary("All shipping tariffs that were set")
                        .reads((_, tx) -> Answer.of(new TariffRequest.All(TariffRows.all(tx).stream()
                                .map(TariffRequest.Kept::of)
                                .toList()))));
    }

    private static Answer<Version> setTax(Call<TaxRateRequest> call, Tx tx) {
        return Answer.from(call.body().command(tx.now()).then(call::handle), Version::new);
    }

    /// The version after a change.
    public record Version(long version) {}
}
