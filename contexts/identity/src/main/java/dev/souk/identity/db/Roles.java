package dev.souk.identity.db;

import dev.souk.contracts.identity.Scope;
import dev.souk.identity.domain.Grant;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who has which role, and which roles wait for a second pair of eyes.
public final class Roles {
    /// A grant that waits.
    public record Waiting(UUID id, Grant grant, String requestedBy, Instant requestedAt) {}

    /// Answers false when it is there already.
    public boolean grant(Tx tx, Grant grant, String by) {
        return tx.sql(
                        """
                        insert into role_assignment (identity_id, role, seller_id, location_id, granted_by, granted_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(grant.identity(), grant.role(), grant.scope().sellerId(), grant.scope().locationId(), by, tx.now())
                        .update()
                > 0;
    }

    public boolean revoke(Tx tx, Grant grant) {
        return tx.sql(
                        """
                        delete from role_assignment where identity_id = ? and role = ?
                        and seller_id is not distinct from ? and location_id is not distinct from ?
                        """)
                        .params(grant.identity(), grant.role(), grant.scope().sellerId(), grant.scope().locationId())
                        .update()
                > 0;
    }

    public List<Grant> of(Tx tx, UUID identity) {
        return tx.sql("select identity_id, role, seller_id, location_id from role_assignment where identity_id = ? order by role")
                .params(identity)
                .list(Roles::grant);
    }

    /// Whether somebody else has it too.
    public boolean heldByOthers(Tx tx, Role role, UUID but) {
        return tx.sql(
                        """
                        select exists (select 1 from role_assignment r join identity i on i.id = r.identity_id
                                       where r.role = ? and r.identity_id <> ? and i.status = 'ACTIVE') as there
                        """)
                .params(role, but)
                .one(row -> row.bool("there"));
    }

    /// How many have it.
    public long holders(Tx tx, Role role) {
        return tx.sql("select count(distinct identity_id) as holders from role_assignment where role = ?")
                .params(role)
                .one(row -> row.bigint("holders"));
    }

    /// One transaction at a time, for those who count and then grant.
    public void alone(Tx tx) {
        tx.sql("select pg_advisory_xact_lock(hashtext('souk founding')) is null as locked").one(row -> row.bool("locked"));
    }

    private static Grant grant(Row row) {
        return new Grant(
                row.uuid("identity_id"), row.enumOf(Role.class, "role"),
                new Scope(row.uuidOrNull("seller_id"), row.textOrNull("location_id")));
    }

    public UUID ask(Tx tx, Grant grant, String by) {
        var id = tx.newId();
        tx.sql(
                        """
                        insert into role_request (id, identity_id, role, seller_id, location_id, requested_by, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, grant.identity(), grant.role(), grant.scope().sellerId(), grant.scope().locationId(), by, tx.now())
                .update();
        return id;
    }

    public List<Waiting> waiting(Tx tx) {
        return tx.sql("select * from role_request where decision is null order by requested_at, id limit 200").list(Roles::waiting);
    }

    public Optional<Waiting> waiting(Tx tx, UUID id) {
        return tx.sql("select * from role_request where id = ? and decision is null for update").params(id).optional(Roles::waiting);
    }

    private static Waiting waiting(Row row) {
        return new Waiting(row.uuid("id"), grant(row), row.text("requested_by"), row.instant("requested_at"));
    }

    public void decide(Tx tx, UUID request, boolean approved, String by) {
        tx.sql("update role_request set decision = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(approved ? "APPROVED" : "REJECTED", by, tx.now(), request)
                .update();
    }
}
