package dev.souk.customer.http;

import dev.souk.contracts.customer.AddCustomerAddress;
import dev.souk.contracts.customer.GetCustomerAddresses;
import dev.souk.contracts.customer.RemoveCustomerAddress;
import dev.souk.contracts.customer.UpdateCustomerAddress;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// A customer's address book.
public final class AddressRoutes {
    private static final String ALL = "/customers/{customerId}/addresses";

    private final Reads reads;
    private final Vault vault;

    /// A customer's addresses, in the order in which they were added.
    public record Book(List<GetCustomerAddresses.Entry> addresses) {}

    AddressRoutes(Reads reads, Vault vault) {
        this.reads = reads;
        this.vault = vault;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL)
                        .roles(Role.CUSTOMER, Role.SUPPORT, Role.SERVICE)
                        .answers(200, Book.class)
                        .personal()
                        .summary("Addresses of a customer; staff sees them masked, or says what for")
                        .reads((call, tx) ->
                                Whose.orStaff(call, id -> shown(call, id, tx), Role.SUPPORT, Role.SERVICE)),
                Route.post(ALL)
                        .roles(Role.CUSTOMER, Role.SUPPORT)
                        .body(Requests.NewAddress.class)
                        .answers(201, Book.class)
                        .summary("Add an address; the first of a kind is its default")
                        .writes((call, tx) -> Whose.orStaff(call, id -> add(call, id, tx), Role.SUPPORT)),
                Route.patch(ALL + "/{addressId}")
                        .roles(Role.CUSTOMER, Role.SUPPORT)
                        .body(Requests.ChangedAddress.class)
                        .answers(200, Book.class)
                        .summary("Change an address, what it is for, or make it the default")
                        .writes((call, tx) -> Whose.orStaff(call, id -> change(call, id, tx), Role.SUPPORT)),
                Route.delete(ALL + "/{addressId}")
                        .roles(Role.CUSTOMER, Role.SUPPORT)
                        .answers(200, Book.class)
                        .summary("Remove an address")
                        .writes((call, tx) -> Whose.orStaff(
                                call,
                                id -> done(call, call.handle(new RemoveCustomerAddress(id, call.pathId("addressId"))), id, tx),
                                Role.SUPPORT)));
    }

    private Answer<Book> shown(Call<?> call, UUID id, Tx tx) {
        var all = reads.addresses().answer(new GetCustomerAddresses(id), tx);
        return Answer.of(new Book(call.unmasked(id) ? all : all.stream().map(Masked::address).toList()));
    }

    private Answer<Book> done(Call<?> call, Outcome<?> outcome, UUID id, Tx tx) {
        return outcome instanceof Outcome.Refused<?>(var reason) ? Answer.refused(reason) : shown(call, id, tx);
    }

    private Answer<Book> add(Call<Requests.NewAddress> call, UUID id, Tx tx) {
        var body = call.body();
        var problem = body.problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        var address = Objects.requireNonNull(body.address());
        var addressId = body.addressId() == null ? tx.newId() : body.addressId();
        var kinds = Objects.requireNonNull(body.kinds()).stream().map(Objects::requireNonNull).toList();
        return ProfileRoutes.sealing(() -> done(
                call,
                call.handle(new AddCustomerAddress(
                        id, addressId, vault.seal(id, address), address.countryCode(), kinds,
                        Boolean.TRUE.equals(body.makeDefault()))),
                id, tx));
    }

    private Answer<Book> change(Call<Requests.ChangedAddress> call, UUID id, Tx tx) {
        var body = call.body();
        var problem = body.problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        var address = body.address();
        var kinds = body.kinds();
        return ProfileRoutes.sealing(() -> done(
                call,
                call.handle(new UpdateCustomerAddress(
                        id, call.pathId("addressId"), address == null ? null : vault.seal(id, address),
                        address == null ? null : address.countryCode(),
                        kinds == null ? null : kinds.stream().map(Objects::requireNonNull).toList(),
                        Boolean.TRUE.equals(body.makeDefault()))),
                id, tx));
    }
}
