package dev.souk.identity;

import dev.souk.contracts.identity.IssueOneTimeLink;
import dev.souk.identity.db.Links;
import dev.souk.identity.secrets.RandomToken;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Tx;
import java.net.URI;
import java.util.function.Supplier;

/// Makes the token when the mail is written, so that it stands nowhere but in the mail.
final class IssueOneTimeLinkHandler {
    private final Links links;
    private final Supplier<URI> pages;

    IssueOneTimeLinkHandler(Links links, Supplier<URI> pages) {
        this.links = links;
        this.pages = pages;
    }

    Outcome<IssueOneTimeLink.Link> handle(IssueOneTimeLink command, Tx tx) {
        var link = links.byRef(tx, command.linkRef()).filter(some -> some.good(tx.now())).orElse(null);
        if (link == null) {
            return Outcome.refused(new Refusal.Plain(Refusal.Kind.GONE, "LINK_GONE", "The link was used or has expired."));
        }
        var token = RandomToken.fresh();
        links.token(tx, link.ref(), RandomToken.hash(token));
        var page = link.purpose() == Links.Purpose.VERIFY ? "/verify-email" : "/reset-password";
        return Outcome.done(new IssueOneTimeLink.Link(new Secret(pages.get() + page + "?token=" + token), link.expiresAt()));
    }
}
