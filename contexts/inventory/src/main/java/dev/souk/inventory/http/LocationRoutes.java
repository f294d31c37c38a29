package dev.souk.inventory.http;

import static java.util.Objects.requireNonNull;

import dev.souk.contracts.inventory.CreateLocation;
import dev.souk.inventory.db.Locations;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places where stock is kept.
public final class LocationRoutes {
    private static final int LAST = 1_000;

    private final Locations locations = new Locations();

    /// Reservations take from the smallest `priority` first.
    public record LocationRequest(@Nullable String locationId, @Nullable String name, @Nullable Integer priority) {
        @Nullable Refusal problem() {
            return Input.first(
                    Input.location("locationId", locationId),
                    name == null || name.isBlank() ? Input.invalid("\"name\" is missing.") : null,
                    Input.text("name", name, 100),
                    Input.range("priority", priority, 1, LAST));
        }
    }

    /// In the order in which reservations take from them.
    public record LocationList(List<Locations.Location> locations) {
        public LocationList {
            locations = List.copyOf(locations);
        }
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/inventory/locations")
                        .body(LocationRequest.class)
                        .answers(201, Locations.Location.class)
                        .roles(Role.WAREHOUSE, Role.ADMIN)
                        .summary("Adds a location")
                        .writes((call, _) -> create(call)),
                Route.get("/inventory/locations")
                        .answers(200, LocationList.class)
                        .roles(Role.WAREHOUSE, Role.MERCHANDISER, Role.FINANCE, Role.AUDITOR, Role.OPERATOR, Role.ADMIN)
                        .summary("Lists the locations in the order in which reservations take from them")
                        .reads((_, tx) -> Answer.of(new LocationList(locations.all(tx)))));
    }

    private static Answer<Locations.Location> create(Call<LocationRequest> call) {
        var body = call.body();
        var problem = body.problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        var location = new Locations.Location(
                requireNonNull(body.locationId()), requireNonNull(body.name()), requireNonNull(body.priority()));
        return Answer.from(
                call.handle(new CreateLocation(location.locationId(), location.name(), location.priority())),
                _ -> location);
    }
}
