package dev.souk.backoffice.staff;

import dev.souk.backoffice.form.Doing;
import dev.souk.backoffice.form.Query;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Flash;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Wrong;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who works here, and what they may do.
public final class StaffPages {
    /// Roles of people; sellers and customers have theirs from elsewhere.
    public static final List<String> ROLES = List.of(
            "MERCHANDISER", "MARKETING", "SUPPORT", "SELLER_MANAGER", "MODERATOR", "WAREHOUSE", "DISPATCHER", "FINANCE",
            "FRAUD_ANALYST", "PRIVACY_OFFICER", "OPERATOR", "AUDITOR", "ADMIN");

    private final Frame frame;

    public StaffPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/staff", turn -> list(turn, Wrong.NOTHING, null)),
                Page.post("/staff", this::invite),
                Page.get("/staff/{id}", turn -> show(turn, Wrong.NOTHING)),
                Page.post("/staff/{id}/roles", this::give),
                Page.post("/staff/{id}/revoke", this::revoke),
                Page.post("/staff/{id}/status", this::status),
                Page.post("/staff/{id}/factor", turn -> act(turn, "DELETE", "/identity/staff/", "/mfa", null, "staff.factor.done")),
                Page.post("/staff/{id}/sessions", turn -> act(turn, "DELETE", "/identity/identities/", "/sessions", null, "staff.sessions.done")),
                Page.get("/role-requests", turn -> waiting(turn, Wrong.NOTHING)),
                Page.post("/role-requests/{id}", this::decide));
    }

    private Shown list(Turn turn, Wrong wrong, Staff.@Nullable Invited invited) {
        var after = turn.query("after").flatMap(Turn::uuid).map(Object::toString);
        var staff = turn.api().get(new Query("/identity/staff").and("limit", "50").and("after", after).toString(), Staff.class);
        var model = new HashMap<String, @Nullable Object>();
        model.put("staff", staff);
        model.put("wrong", wrong);
        model.put("invited", invited);
        model.put("first", after.map(_ -> frame.home() + "/staff").orElse(null));
        model.put("next", staff.next() == null ? null : frame.home() + "/staff?after=" + staff.next());
        return frame.show(turn, wrong.isEmpty() ? 200 : 409, "staff/list.jte", "staff", turn.words().say("staff.title"), model);
    }

    /// The link is on this page and nowhere else.
    private Shown invite(Turn turn) {
        return Doing.of(turn, Map.of("EMAIL_TAKEN", "email"), () -> {
            var invited = turn.api().send("POST", "/identity/staff", Map.of("email", turn.fields().get("email")), Staff.Invited.class);
            return list(turn, Wrong.NOTHING, invited);
        }, wrong -> list(turn, wrong, null));
    }

    private Shown show(Turn turn, Wrong wrong) {
        var id = turn.id("id");
        var member = id.flatMap(one -> turn.api().find("/identity/staff/" + one, Staff.Member.class));
        if (member.isEmpty()) {
            return turn.missing();
        }
        var model = new HashMap<String, @Nullable Object>();
        model.put("member", member.get());
        model.put("sessions", turn.api().get("/identity/staff/" + member.get().identityId() + "/sessions", Staff.Open.class).items());
        model.put("self", member.get().identityId().equals(turn.visitor().id()));
        model.put("wrong", wrong.rest());
        return frame.show(
                turn, wrong.isEmpty() ? 200 : 409, "staff/member.jte", "staff",
                Optional.ofNullable(member.get().email()).orElseGet(() -> turn.words().say("staff.member")), model);
    }

    private static Map<String, @Nullable Object> role(Turn turn) {
        var role = new HashMap<String, @Nullable Object>();
        role.put("role", turn.fields().get("role"));
        role.put("sellerId", turn.fields().orNull("seller"));
        role.put("locationId", turn.fields().orNull("location"));
        return role;
    }

    private Shown give(Turn turn) {
        return turn.id("id").map(id -> Doing.of(turn, () -> {
            var given = turn.api().send("POST", "/identity/identities/" + id + "/roles", role(turn), Staff.Given.class);
            if (given.waits()) {
                Flash.warn(turn, "staff.role.waits");
            } else {
                Flash.done(turn, "staff.role.given");
            }
            return turn.go(frame.home() + "/staff/" + id);
        }, wrong -> show(turn, wrong))).orElseGet(turn::missing);
    }

    private Shown revoke(Turn turn) {
        return act(turn, "POST", "/identity/identities/", "/roles/revoke", role(turn), "staff.role.revoked");
    }

    private Shown status(Turn turn) {
        var on = turn.fields().get("decision").equals("ACTIVE");
        return act(
                turn, "PUT", "/identity/staff/", "/status", Map.of("decision", on ? "ACTIVE" : "DISABLED"),
                on ? "staff.enabled" : "staff.disabled");
    }

    private Shown act(
            Turn turn, String method, String before, String after, @Nullable Map<String, ? extends @Nullable Object> body, String said) {
        Optional<UUID> id = turn.id("id");
        return id.map(one -> Doing.of(turn, () -> {
            turn.api().act(method, before + one + after, body);
            Flash.done(turn, said);
            return turn.go(frame.home() + "/staff/" + one);
        }, wrong -> show(turn, wrong))).orElseGet(turn::missing);
    }

    private Shown waiting(Turn turn, Wrong wrong) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("waiting", turn.api().get("/identity/role-requests", Staff.Waiting.class).items());
        model.put("me", String.valueOf(turn.visitor().id()));
        model.put("wrong", wrong.rest());
        return frame.show(
                turn, wrong.isEmpty() ? 200 : 409, "staff/requests.jte", "role-requests", turn.words().say("role-requests.title"), model);
    }

    private Shown decide(Turn turn) {
        var yes = turn.fields().get("decision").equals("APPROVE");
        return turn.id("id").map(id -> Doing.of(turn, () -> {
            turn.api().act("PUT", "/identity/role-requests/" + id, Map.of("decision", yes ? "APPROVE" : "REJECT"));
            Flash.done(turn, yes ? "role-requests.approved" : "role-requests.rejected");
            return turn.go(frame.home() + "/role-requests");
        }, wrong -> waiting(turn, wrong))).orElseGet(turn::missing);
    }
}
