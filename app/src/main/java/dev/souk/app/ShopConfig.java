package dev.souk.app;

import dev.souk.platform.postgres.UnknownSetting;
import dev.souk.platform.web.WebConfig;
import dev.souk.storefront.StorefrontConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one platform is started with.
///
/// @param contexts empty means all
/// @param settings `<context>.<name>` or `souk.<name>` to value
public record ShopConfig(Path data, String address, int port, List<String> contexts, Map<String, String> settings) {
    public ShopConfig {
        contexts = List.copyOf(contexts);
        settings = Map.copyOf(settings);
    }

    /// Settings that belong to no context.
    private static final Set<String> OWN = Set.of(
            "souk.oidc.audience",
            "souk.oidc.issuer",
            "souk.oidc.roles",
            "souk.oidc.roles-claim",
            "souk.profile",
            "souk.provider",
            "souk.provider.port",
            "souk.provider.webhook-secret",
            "souk.rate-limits.enabled",
            "souk.rate-limits.staff-factor",
            "souk.shop.address",
            "souk.shop.name",
            "souk.stripe.api-base",
            "souk.stripe.key",
            "souk.stripe.webhook-secret",
            "souk.vault.master-key");

    /// What does not begin with the name of a context must be one of [#OWN]; of the others the contexts know more.
    void requireKnown(Set<String> contexts) {
        for (var name : new TreeSet<>(settings.keySet())) {
            var dot = name.indexOf('.');
            if ((dot > 0 && contexts.contains(name.substring(0, dot))) || OWN.contains(name)) {
                continue;
            }
            if (name.startsWith("souk.")) {
                throw new StartException(String.valueOf(UnknownSetting.of(name, OWN).getMessage()));
            }
            throw new StartException("there is no setting '" + name + "': names begin with souk. or with a context: "
                    + String.join(", ", new TreeSet<>(contexts)));
        }
    }

    @Nullable String optional(String name) {
        if (!OWN.contains(name)) {
            throw new IllegalArgumentException(name + " is missing in the list of settings");
        }
        return settings.get(name);
    }

    String text(String name, String otherwise) {
        var value = optional(name);
        return value == null ? otherwise : value;
    }

    /// The file with the key that wraps all personal keys.
    Path masterKey() {
        var elsewhere = optional("souk.vault.master-key");
        return elsewhere == null ? data.toAbsolutePath().resolve("master-key.json") : Path.of(elsewhere).toAbsolutePath();
    }

    String required(String name) {
        var value = optional(name);
        if (value == null) {
            throw new StartException("setting " + name + " is missing");
        }
        return value;
    }

    int number(String name, int otherwise) {
        var value = optional(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new StartException("setting " + name + " is not a number: " + value, e);
        }
    }

    boolean flag(String name, boolean otherwise) {
        var value = optional(name);
        if (value != null && !value.strip().matches("true|false")) {
            throw new StartException("setting " + name + " is not true or false: " + value);
        }
        return value == null ? otherwise : Boolean.parseBoolean(value.strip());
    }

    @Override
    public String toString() {
        return "ShopConfig[" + data + "]"; // settings may hold secrets
    }

    StorefrontConfig storefront(Optional<URI> cardForm) {
        return new StorefrontConfig(
                name(), site(), cardForm);
    }

    /// What the shop is called.
    String name() {
        return text("souk.shop.name", "Souk");
    }

    /// How others reach it, without a slash at the end.
    Optional<URI> site() {
        return Optional.ofNullable(optional("souk.shop.address")).map(ShopConfig::site);
    }

    private static URI site(String text) {
        if (!text.matches("https?://[^/?#@]+/?")) {
            throw new StartException("setting souk.shop.address is scheme, host and port, for example https://shop.example.org, not '"
                    + text + "'");
        }
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /// Whether nothing of a demonstration may be there: no tokens from a key file, no demo accounts, no password grant.
    boolean production() {
        return switch (text("souk.profile", "development")) {
            case "development" -> false;
            case "production" -> true;
            default -> throw new StartException("souk.profile is 'development' or 'production'");
        };
    }

    WebConfig.Limits limits() {
        return WebConfig.Limits.STANDARD
                .enabled(flag("souk.rate-limits.enabled", true))
                .staffFactor(number("souk.rate-limits.staff-factor", WebConfig.Limits.STANDARD.staffFactor()));
    }
}
