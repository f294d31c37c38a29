package dev.souk.app;

import dev.souk.platform.route.Role;
import dev.souk.platform.web.ExternalIssuer;
import dev.souk.platform.web.Issuer;
import dev.souk.platform.web.SigningKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Whose tokens this platform believes: its own identity's, those of another OpenID provider when one is set, and while
/// it is no production platform those of the key file.
final class Issuers {
    private Issuers() {}

    static List<Issuer> of(ShopConfig config, Issuer identity, SigningKey key) {
        var all = new ArrayList<Issuer>();
        var external = config.optional("souk.oidc.issuer");
        all.add(identity);
        if (external != null) {
            all.add(new ExternalIssuer(settings(config, external.strip().replaceAll("/+$", "")), Clock.systemUTC()));
        }
        if (!config.production()) {
            all.add(Issuer.of(key));
        }
        return all;
    }

    private static ExternalIssuer.Settings settings(ShopConfig config, String issuer) {
        var here = issuer.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/.*)?");
        if (!issuer.startsWith("https://") && !here) {
            throw new StartException("souk.oidc.issuer is an https address, not '" + issuer + "'");
        }
        return new ExternalIssuer.Settings(
                issuer, config.text("souk.oidc.audience", "souk"), config.text("souk.oidc.roles-claim", "roles"),
                roles(config.text("souk.oidc.roles", "")));
    }

    /// `group=ROLE,group=ROLE`.
    private static Map<String, Role> roles(String text) {
        var roles = new TreeMap<String, Role>();
        for (var pair : text.isBlank() ? new String[0] : text.split(",", -1)) {
            try {
                roles.put(pair.substring(0, pair.lastIndexOf('=')).strip(), Role.valueOf(pair.substring(pair.lastIndexOf('=') + 1).strip()));
            } catch (RuntimeException e) {
                throw new StartException("souk.oidc.roles is group=ROLE,group=ROLE; this is not: '" + pair + "'", e);
            }
        }
        return roles;
    }
}
