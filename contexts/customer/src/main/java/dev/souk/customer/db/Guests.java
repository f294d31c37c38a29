package dev.souk.customer.db;

import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Those who buy without an account.
public final class Guests {
    public record Guest(UUID guestId, @Nullable Sealed<String> email, @Nullable String blind) {}

    /// Those that are not known yet.
    public void insert(Tx tx, List<Guest> guests) {
        tx.sql("""
                insert into guest (guest_id, email, email_blind, seen_at)
                select v.*, cast(? as timestamptz) from unnest(?, ?, ?) as v on conflict do nothing""")
                .params(tx.now())
                .array("uuid", guests, Guest::guestId)
                .array("text", guests, g -> Account.text(g.email()))
                .array("text", guests, Guest::blind)
                .update();
    }

    /// Claims all that gave this address; answers their ids.
    public List<UUID> claim(Tx tx, String blind, UUID customer) {
        return tx.sql("""
                update guest set claimed_by = ?, claimed_at = ? where email_blind = ? and claimed_by is null
                returning guest_id""")
                .params(customer, tx.now(), blind)
                .list(r -> r.uuid("guest_id"));
    }

    public List<UUID> claimedBy(Tx tx, UUID customer) {
        return tx.sql("select guest_id from guest where claimed_by = ? order by guest_id")
                .params(customer)
                .list(r -> r.uuid("guest_id"));
    }

    public boolean exists(Tx tx, UUID guest) {
        return email(tx, guest) != null
                || tx.sql("select exists (select from guest where guest_id = ?) as known").params(guest).one(r -> r.bool("known"));
    }

    public @Nullable Sealed<String> email(Tx tx, UUID guest) {
        return tx.sql("select email from guest where guest_id = ? and email is not null")
                .params(guest)
                .optional(r -> new Sealed<String>(r.text("email")))
                .orElse(null);
    }

    /// Forgets the address of one guest.
    public int erase(Tx tx, UUID guest) {
        return tx.sql("update guest set email = null, email_blind = null where guest_id = ?").params(guest).update();
    }
}
