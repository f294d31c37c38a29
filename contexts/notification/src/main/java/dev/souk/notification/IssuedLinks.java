package dev.souk.notification;

import dev.souk.contracts.identity.IssueOneTimeLink;
import dev.souk.notification.db.Queued;
import dev.souk.notification.text.Reader;
import dev.souk.notification.text.Values;
import dev.souk.platform.messaging.Actor;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import java.util.Map;
import java.util.UUID;

/// Asks identity for a link at the moment of sending: it stands in no event, no row and no log.
final class IssuedLinks implements OneTimeLinks {
    static final String REFERENCE = "linkRef";

    private final Bus bus;

    IssuedLinks(Bus bus) {
        this.bus = bus;
    }

    @Override
    public Map<String, String> of(Queued row, Reader reader) {
        var reference = Values.text(row.data(), REFERENCE);
        if (reference.isEmpty()) {
            return Map.of();
        }
        var cause = new Cause(row.cause().correlationId(), row.id(), Actor.SYSTEM, null);
        return switch (bus.call(new IssueOneTimeLink(UUID.fromString(reference.get())), cause)) {
            case Outcome.Refused<IssueOneTimeLink.Link>(var reason) -> throw new Gone(reason.code());
            case Outcome.Done<IssueOneTimeLink.Link>(var link) ->
                Map.of("link", link.url().reveal(), "expires", reader.time(link.expiresAt()));
        };
    }
}
