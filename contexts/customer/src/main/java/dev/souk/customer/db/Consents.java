package dev.souk.customer.db;

import dev.souk.contracts.customer.GetCustomer.Consent;
import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.UUID;

/// What customers agreed to. Rows are only ever added.
public final class Consents {
    public void add(Tx tx, UUID customer, Consent consent) {
        tx.sql("""
                insert into consent (consent_id, customer_id, purpose, granted, text_version, at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        tx.newId(), customer, consent.purpose(), consent.granted(), consent.textVersion(), consent.at())
                .update();
    }

    /// The last word on each purpose.
    public List<Consent> latest(Tx tx, UUID customer) {
        return tx.sql("""
                select distinct on (purpose) purpose, granted, text_version, at
                from consent where customer_id = ? order by purpose, consent_id desc""")
                .params(customer)
                .list(r -> new Consent(r.text("purpose"), r.bool("granted"), r.text("text_version"), r.instant("at")));
    }

    /// All of them, oldest first.
    public List<Consent> all(Tx tx, UUID customer) {
        return tx.sql("""
                select purpose, granted, text_version, at from consent where customer_id = ? order by consent_id""")
                .params(customer)
                .list(r -> new Consent(r.text("purpose"), r.bool("granted"), r.text("text_version"), r.instant("at")));
    }
}
