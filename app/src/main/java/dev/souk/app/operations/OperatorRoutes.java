package dev.souk.app.operations;

import dev.souk.platform.postgres.Platform;
import dev.souk.platform.route.Route;
import dev.souk.standin.payment.ProviderStandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that operators see and do.
public final class OperatorRoutes {
    private OperatorRoutes() {}

    /// @param standIn of the payment provider, where its faults may be switched
    public static List<Route<?, ?>> of(Platform platform, Optional<ProviderStandIn> standIn) {
        var all = new ArrayList<Route<?, ?>>();
        all.addAll(new MapRoutes(platform).routes());
        all.addAll(new DeadLetterRoutes(platform).routes());
        all.addAll(new JourneyRoutes(platform).routes());
        all.addAll(new ContractRoutes(platform).routes());
        all.addAll(new ReadModelRoutes(platform).routes());
        all.addAll(new CheckRoutes(platform, new Conservation(platform, standIn)).routes());
        standIn.ifPresent(provider -> all.addAll(new FaultRoutes(provider, platform).routes()));
        return all;
    }
}
