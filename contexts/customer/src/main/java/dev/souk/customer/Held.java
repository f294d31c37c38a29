package dev.souk.customer;

import dev.souk.contracts.customer.GetCustomer;
import dev.souk.contracts.customer.PersonalRecords;
import dev.souk.customer.db.AddressBook;
import dev.souk.customer.db.Benefits;
import dev.souk.customer.db.Consents;
import dev.souk.customer.db.Customers;
import dev.souk.customer.db.Guests;
import dev.souk.customer.db.LevelChanges;
import dev.souk.customer.db.OrderSummaries;
import dev.souk.customer.db.Preferences;
import dev.souk.customer.db.RewardReads;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What this context itself holds about a person: its part of a copy, and of being forgotten.
final class Held implements PersonalRecords {
    private static final UUID LAST = new UUID(-1, -1);
    private static final int ALL = Integer.MAX_VALUE;
    private static final String BASIS =
            "Points, consents and levels under an id without a name: proof of consent (GDPR art. 7(1)) and books (art. 17(3)(b))";

    private final CustomerQueries queries;
    private final Customers customers;
    private final Guests guests;
    private final OrderSummaries summaries;
    private final Vault vault;
    private final AddressBook book = new AddressBook();
    private final Preferences preferences = new Preferences();
    private final Consents consents = new Consents();
    private final LevelChanges levels = new LevelChanges();
    private final RewardReads rewards = new RewardReads();
    private final Benefits benefits = new Benefits();

    Held(CustomerQueries queries, Customers customers, Guests guests, OrderSummaries summaries, Vault vault) {
        this.queries = queries;
        this.customers = customers;
        this.guests = guests;
        this.summaries = summaries;
        this.vault = vault;
    }

    @Override
    public Map<String, List<?>> about(UUID id, Tx tx) {
        var lists = new LinkedHashMap<String, List<?>>();
        lists.put("profile", queries.customer(new GetCustomer(id), tx).stream().toList());
        var email = guests.email(tx, id);
        lists.put("guest", email == null ? List.of() : vault.open(email, String.class).stream()
                .map(clear -> Map.of("guestId", id, "email", clear))
                .toList());
        lists.put("claimedGuests", guests.claimedBy(tx, id));
        lists.put("consents", consents.all(tx, id));
        lists.put("levels", levels.all(tx, id));
        lists.put("points", rewards.entries(tx, id, LAST, ALL));
        lists.put("orders", summaries.all(tx, id));
        lists.put("benefits", benefits.of(tx, id, ALL));
        return lists;
    }

    @Override
    public Forgotten forget(UUID id, Tx tx) {
        int deleted = book.removeAll(tx, id) + preferences.remove(tx, id);
        int nameless = guests.erase(tx, id);
        int retained = summaries.count(tx, id) + consents.all(tx, id).size() + rewards.entries(tx, id, LAST, ALL).size();
        if (customers.find(tx, id).isPresent()) {
            nameless++;
        }
        return new Forgotten(deleted, nameless, retained, retained > 0 ? BASIS : null);
    }
}
