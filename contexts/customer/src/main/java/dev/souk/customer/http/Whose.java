package dev.souk.customer.http;

import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import java.util.UUID;
import java.util.function.Function;

/// The customer that a path names: `me`, or an id. Another person's is unknown, whoever it is.
final class Whose {
    static final Role[] READERS = {Role.SUPPORT, Role.PRIVACY_OFFICER, Role.ADMIN};
    static final String ID = "customerId";
    private static final String ME = "me";

    private Whose() {}

    /// The caller's own id, or any for these roles.
    static <A> Answer<A> orStaff(Call<?> call, Function<UUID, Answer<A>> then, Role... staff) {
        return switch (id(call, staff)) {
            case Outcome.Done<UUID>(var id) -> then.apply(id);
            case Outcome.Refused<UUID>(var reason) -> Answer.refused(reason);
        };
    }

    private static Outcome<UUID> id(Call<?> call, Role... staff) {
        var caller = call.caller();
        var subject = caller.subject();
        if (call.path(ID).equals(ME)) {
            return subject != null && caller.has(Role.CUSTOMER) ? Outcome.done(subject) : unknown();
        }
        var id = call.pathId(ID);
        return (caller.has(Role.CUSTOMER) && caller.is(id)) || caller.has(staff) ? Outcome.done(id) : unknown();
    }

    private static Outcome<UUID> unknown() {
        return Outcome.refused(new CustomerRefusal.UnknownCustomer());
    }

    /// Whether the caller is this customer, and sees everything in clear.
    static boolean own(Call<?> call, UUID customer) {
        return call.caller().has(Role.CUSTOMER) && call.caller().is(customer);
    }
}
