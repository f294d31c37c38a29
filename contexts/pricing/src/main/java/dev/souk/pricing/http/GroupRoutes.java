package dev.souk.pricing.http;

import dev.souk.contracts.pricing.AssignCustomerGroup;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.pricing.db.CustomerGroups;
import dev.souk.pricing.db.CustomerGroups.Assigned;
import java.util.List;
import java.util.UUID;

/// Customer groups for staff.
final class GroupRoutes {
    private final CustomerGroups groups;

    GroupRoutes(CustomerGroups groups) {
        this.groups = groups;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.put("/pricing/customer-groups/{customerId}")
                        .roles(Role.MERCHANDISER, Role.ADMIN)
                        .body(GroupRequest.class)
                        .answers(200, GroupRequest.Kept.class)
                        .summary("Put a customer into a group")
                        .writes(this::assign),
                Route.get("/pricing/customer-groups/{customerId}")
                        .roles(Role.MERCHANDISER, Role.ADMIN, Role.SUPPORT, Role.AUDITOR)
                        .answers(200, GroupRequest.Kept.class)
                        .summary("The group of a customer")
                        .reads((call, tx) -> found(call.pathId("customerId"), tx)),
                Route.get("/pricing/customer-groups")
                        .roles(Role.MERCHANDISER, Role.ADMIN, Role.SUPPORT, Role.AUDITOR)
                        .answers(200, GroupRequest.Page.class)
                        .query(Parameter.id("after", "next of the page before"),
                                Parameter.limit(50, 200))
                        .summary("Customers that are in a group or have a level")
                        .reads(this::list));
    }

    private Answer<GroupRequest.Kept> assign(Call<GroupRequest> call, Tx tx) {
        var id = call.pathId("customerId");
        var group = call.body().customerGroup();
        var outcome = new Checked()
                .word(group, "customerGroup")
                .then(() -> new AssignCustomerGroup(id, group, call.ifMatch().orElse(null)))
                .then(call::handle);
        return switch (outcome) {
            case Outcome.Done<Long> _ -> found(id, tx);
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
        };
    }

    private Answer<GroupRequest.Kept> found(UUID customerId, Tx tx) {
        var assigned = groups.find(tx, customerId).orElseGet(() -> Assigned.nothing(customerId));
        return Answer.of(GroupRequest.Kept.of(assigned)).version(assigned.version());
    }

    private Answer<GroupRequest.Page> list(Call<Void> call, Tx tx) {
        var after = Paging.after(call);
        if (after.isEmpty()) {
            return Answer.refused(Paging.BAD_CURSOR);
        }
        var limit = call.limit(50, 200);
        var page = groups.list(tx, after.get(), limit).stream().map(GroupRequest.Kept::of).toList();
        return Answer.of(new GroupRequest.Page(page, page.size() < limit ? null : page.getLast().customerId()));
    }
}
