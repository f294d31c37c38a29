package dev.souk.notification.http;

import dev.souk.contracts.notification.GetNotifications;
import dev.souk.contracts.notification.NotificationRead;
import dev.souk.notification.GetNotificationsQuery;
import dev.souk.notification.Refusals;
import dev.souk.notification.db.Notifications;
import dev.souk.notification.domain.Team;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Caller;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Notices in the shop: one's own, or those of one's teams.
public final class NoticeRoutes {
    private final GetNotificationsQuery notices;

    public NoticeRoutes(GetNotificationsQuery notices) {
        this.notices = notices;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/notifications")
                        .roles(Role.CUSTOMER, Role.MERCHANDISER, Role.FINANCE, Role.OPERATOR)
                        .answers(200, GetNotifications.Page.class)
                        .query(Parameter.id("cursor", "next of the page before"), Parameter.limit(25, 100))
                        .summary("The caller's own notices, or those of the caller's teams, newest first")
                        .reads(this::list),
                Route.post("/notifications/{notificationId}/read")
                        .roles(Role.CUSTOMER, Role.MERCHANDISER, Role.FINANCE, Role.OPERATOR)
                        .answers(204, Void.class)
                        .summary("A notice has been read")
                        .writes(NoticeRoutes::read));
    }

    private Answer<GetNotifications.Page> list(Call<Void> call, Tx tx) {
        return Answer.from(
                Paging.after(call, "cursor"), after -> notices.page(own(call.caller()), after.id(), call.limit(25, 100), tx));
    }

    private static List<UUID> own(Caller caller) {
        var own = new ArrayList<UUID>();
        if (caller.subject() != null) {
            own.add(caller.subject());
        }
        for (var team : Team.values()) {
            if (caller.has(Role.valueOf(team.role()))) {
                own.add(team.recipient());
            }
        }
        return own;
    }

    private static Answer<Void> read(Call<Void> call, Tx tx) {
        var id = call.pathId("notificationId");
        var unread = Notifications.read(tx, id, own(call.caller()));
        if (unread.isEmpty()) {
            return Answer.refused(Refusals.UNKNOWN_NOTIFICATION);
        }
        var customer = call.caller().subject();
        if (unread.get() && customer != null && call.caller().has(Role.CUSTOMER)) {
            tx.publish(new NotificationRead(id, customer, tx.now()), 2);
        }
        return Answer.nothing();
    }
}
