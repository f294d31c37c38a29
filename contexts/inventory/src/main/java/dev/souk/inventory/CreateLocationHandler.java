package dev.souk.inventory;

import dev.souk.contracts.inventory.CreateLocation;
import dev.souk.inventory.db.Locations;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;

/// Adds a location; the same one again changes nothing.
final class CreateLocationHandler {
    private final Locations locations = new Locations();

    Outcome<String> handle(CreateLocation command, Tx tx) {
        var wanted = new Locations.Location(command.locationId(), command.name(), command.priority());
        boolean fits = locations.insert(tx, wanted)
                || locations.find(tx, command.locationId()).filter(wanted::equals).isPresent();
        return fits
                ? Outcome.done(command.locationId())
                : Outcome.refused(new StockRefusal.LocationExists(command.locationId()));
    }
}
