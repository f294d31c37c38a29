package dev.souk.notification;

import dev.souk.contracts.customer.EmailChangeRequested;
import dev.souk.contracts.identity.EmailVerificationRequested;
import dev.souk.contracts.identity.IdentityLocked;
import dev.souk.contracts.identity.PasswordChanged;
import dev.souk.contracts.identity.PasswordResetRequested;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What happens to somebody's way in. These cannot be switched off. A customer's identity has the customer's id; of staff
/// the address comes along.
final class WhenAccountChangesTell implements Rule {
    private final Outbox outbox;

    WhenAccountChangesTell(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Class<? extends Event>> types() {
        return List.of(
                EmailVerificationRequested.class, EmailChangeRequested.class, PasswordResetRequested.class, PasswordChanged.class,
                IdentityLocked.class);
    }

    @Override
    public void apply(List<Happened> batch, Tx tx) {
        var notices = new ArrayList<Notice>();
        for (var one : batch) {
            switch (one.event()) {
                case EmailVerificationRequested e -> notices.add(Notice.customer(
                        "verify-email", one, e.customerId(), Map.of(IssuedLinks.REFERENCE, e.linkRef())));
                case EmailChangeRequested e -> notices.add(Notice.customer(
                        "email-change", one, e.customerId(), Map.of()));
                case PasswordResetRequested e -> notices.add(Notice.login(
                        "password-reset", one, e.identityId(), e.email(), Map.of(IssuedLinks.REFERENCE, e.resetRef())));
                case PasswordChanged e -> notices.add(Notice.login(
                        "password-changed", one, e.identityId(), e.email(), Map.of("at", Values.time(e.at()))));
                case IdentityLocked e -> notices.add(Notice.login(
                        "account-locked", one, e.identityId(), e.email(), Map.of("until", Values.time(e.until()))));
                default -> {}
            }
        }
        outbox.add(tx, notices);
    }
}
