package dev.souk.customer;

import dev.souk.contracts.Address;
import dev.souk.contracts.customer.GetCustomer;
import dev.souk.contracts.customer.GetCustomerAddresses;
import dev.souk.contracts.customer.GetPointsWorth;
import dev.souk.contracts.customer.GetRewardPoints;
import dev.souk.contracts.customer.ListCustomers;
import dev.souk.customer.db.Account;
import dev.souk.customer.db.AddressBook;
import dev.souk.customer.db.Consents;
import dev.souk.customer.db.CustomerLists;
import dev.souk.customer.db.Customers;
import dev.souk.customer.db.Preferences;
import dev.souk.customer.db.RewardReads;
import dev.souk.customer.domain.Email;
import dev.souk.customer.domain.Expiry;
import dev.souk.customer.domain.PointsBook;
import dev.souk.customer.domain.Status;
import dev.souk.customer.http.Place;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be read about customers; personal values come out of the vault here.
final class CustomerQueries {
    private static final UUID LAST = new UUID(-1, -1);

    private final Customers customers = new Customers();
    private final CustomerLists lists = new CustomerLists();
    private final AddressBook book = new AddressBook();
    private final Preferences preferences = new Preferences();
    private final Consents consents = new Consents();
    private final RewardReads rewards = new RewardReads();
    private final Vault vault;
    private final PointsBook points;

    CustomerQueries(Vault vault, PointsBook points) {
        this.vault = vault;
        this.points = points;
    }

    Optional<GetCustomer.Customer> customer(GetCustomer query, Tx tx) {
        return customers.find(tx, query.customerId()).map(account -> shown(account, tx));
    }

    private GetCustomer.Customer shown(Account a, Tx tx) {
        var email = text(a.email());
        return new GetCustomer.Customer(
                a.customerId(), email == null ? Erased.email(a.customerId()) : email, text(a.name()), a.status().name(), a.registeredAt(),
                text(a.phone()), a.verifiedAt() != null, text(a.pendingEmail()), a.locale(), a.level().name(),
                rewards.balance(tx, a.customerId()).map(RewardReads.Balance::balance).orElse(0L),
                preferences.of(tx, a.customerId()), consents.latest(tx, a.customerId()), addresses(a.customerId(), tx),
                a.version());
    }

    private @Nullable String text(@Nullable Sealed<String> sealed) {
        return sealed == null ? null : vault.open(sealed, String.class).orElse(null);
    }

    List<GetCustomerAddresses.Entry> addresses(GetCustomerAddresses query, Tx tx) {
        return addresses(query.customerId(), tx);
    }

    private List<GetCustomerAddresses.Entry> addresses(UUID customer, Tx tx) {
        return book.of(tx, customer).stream()
                .flatMap(e -> vault.open(e.address(), Address.class).stream()
                        .map(address -> new GetCustomerAddresses.Entry(
                                e.addressId(), address, e.kinds(), e.defaultFor(), e.version())))
                .toList();
    }

    ListCustomers.Page list(ListCustomers query, Tx tx) {
        var wanted = query.q();
        if (wanted != null) {
            return new ListCustomers.Page(found(wanted, query.limit(), tx).stream().map(this::row).toList(), null);
        }
        var cursor = query.cursor() == null ? null : Place.read(query.cursor());
        var status = query.status() == null ? null : Status.valueOf(query.status());
        var page = lists.page(
                tx, status, cursor == null ? null : cursor.at(), cursor == null ? null : cursor.id(), query.limit());
        var next = page.size() < query.limit() ? null : new Place(page.getLast().at(), page.getLast().customerId()).text();
        return new ListCustomers.Page(page.stream().map(this::row).toList(), next);
    }

    private List<CustomerLists.Line> found(String wanted, int limit, Tx tx) {
        try {
            return lists.withId(tx, UUID.fromString(wanted));
        } catch (IllegalArgumentException e) {
            return lists.withEmail(tx, vault.blind(Email.normal(wanted)), limit);
        }
    }

    private ListCustomers.Row row(CustomerLists.Line line) {
        return new ListCustomers.Row(
                line.customerId(), line.kind(), text(line.email()), text(line.name()), line.status(), line.level(), line.at());
    }

    GetRewardPoints.Points points(GetRewardPoints query, Tx tx) {
        var id = query.customerId();
        var balance = rewards.balance(tx, id).orElse(new RewardReads.Balance(id, 0, 0, null));
        var entries = rewards.entries(
                tx, id, query.cursor() == null ? LAST : UUID.fromString(query.cursor()), query.limit());
        var end = Expiry.of(
                rewards.credits(tx, id), rewards.taken(tx, id), 0, Duration.ofDays(36_500), null, tx.now());
        return new GetRewardPoints.Points(
                balance.balance(), balance.held(), balance.balance() - balance.held(), end.soonAt(), entries,
                entries.size() < query.limit() ? null : entries.getLast().entryId().toString());
    }

    GetPointsWorth.Worth worth(GetPointsWorth query, Tx tx) {
        var id = query.customerId();
        var rule = points.in(query.currency());
        long available = id == null
                ? 0
                : rewards.balance(tx, id).map(b -> b.balance() - b.held()).orElse(0L);
        long usable = Math.max(0, Math.min(Math.min(query.points(), available), rule.coveredBy(query.most())));
        return new GetPointsWorth.Worth(usable, rule.worth(usable), available);
    }
}
