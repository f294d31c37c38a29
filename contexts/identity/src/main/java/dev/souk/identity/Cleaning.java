package dev.souk.identity;

import dev.souk.identity.db.Attempts;
import dev.souk.identity.db.Codes;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Links;
import dev.souk.identity.db.Sessions;
import dev.souk.identity.db.SignOns;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;

/// Forgets what nobody needs any more.
final class Cleaning {
    private static final Duration ATTEMPTS = Duration.ofDays(90);
    private static final Duration SESSIONS = Duration.ofDays(30);
    private static final Duration LINKS = Duration.ofDays(7);
    private static final Duration CODES = Duration.ofDays(1);
    /// A login is made before its customer; when that never happens, the address must be free again.
    private static final Duration UNMATCHED = Duration.ofHours(1);

    private final Identities identities;
    private final Sessions sessions;
    private final Links links;
    private final Codes codes;
    private final SignOns signOns;
    private final Attempts attempts;

    Cleaning(Identities identities, Sessions sessions, Links links, Codes codes, SignOns signOns, Attempts attempts) {
        this.identities = identities;
        this.sessions = sessions;
        this.links = links;
        this.codes = codes;
        this.signOns = signOns;
        this.attempts = attempts;
    }

    int sweep(Tx tx) {
        var now = tx.now();
        return identities.deleteUnmatched(tx, now.minus(UNMATCHED))
                + sessions.purge(tx, now.minus(SESSIONS))
                + links.purge(tx, now.minus(LINKS))
                + codes.purge(tx, now.minus(CODES))
                + signOns.purge(tx)
                + attempts.purge(tx, now.minus(ATTEMPTS));
    }
}
