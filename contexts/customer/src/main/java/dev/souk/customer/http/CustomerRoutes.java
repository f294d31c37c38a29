package dev.souk.customer.http;

import dev.souk.customer.db.Benefits;
import dev.souk.customer.db.Customers;
import dev.souk.customer.db.OrderSummaries;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Route;
import java.util.ArrayList;
import java.util.List;

/// All routes of customer.
public final class CustomerRoutes {
    private final Reads reads;
    private final Registration.Repeated repeated;
    private final SubjectRoutes.Asked asked;

    public CustomerRoutes(Reads reads, Registration.Repeated repeated, SubjectRoutes.Asked asked) {
        this.reads = reads;
        this.repeated = repeated;
        this.asked = asked;
    }

    public List<Route<?, ?>> routes(Bus bus, Vault vault) {
        var all = new ArrayList<Route<?, ?>>();
        all.add(new Registration(new Customers(), repeated, bus, vault).route());
        all.addAll(new ProfileRoutes(reads, vault).routes());
        all.addAll(new AddressRoutes(reads, vault).routes());
        all.addAll(new AccountRoutes(reads, new OrderSummaries(), new Benefits()).routes());
        all.addAll(new SubjectRoutes(asked, new SubjectRequests(), vault).routes());
        return all;
    }
}
