package dev.souk.platform.web;

import dev.souk.platform.route.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Settings of the HTTP server.
///
/// @param address interface to listen on
/// @param port 0 for any free one
/// @param issuers whose tokens are believed
/// @param heartbeat how often an idle event stream says that it is alive
/// @param grace how long requests under way may take to finish when the server stops
/// @param scratch for files of the server that live as long as it does; null for a new temporary directory
public record WebConfig(
        String address,
        int port,
        List<Issuer> issuers,
        Limits limits,
        Duration heartbeat,
        Duration grace,
        @Nullable Path scratch) {

    /// The usual settings on one port of this machine; tokens are those of `key`.
    public static WebConfig on(int port, SigningKey key) {
        return new WebConfig(
                "127.0.0.1", port, List.of(new InstallationIssuer(key)), Limits.STANDARD, Duration.ofSeconds(15), Duration.ofSeconds(10), null);
    }

    public WebConfig address(String other) {
        return new WebConfig(other, port, issuers, limits, heartbeat, grace, scratch);
    }

    /// Whose tokens are believed, in place of those of the key.
    public WebConfig issuers(List<Issuer> others) {
        return new WebConfig(address, port, List.copyOf(others), limits, heartbeat, grace, scratch);
    }

    public WebConfig limits(Limits other) {
        return new WebConfig(address, port, issuers, other, heartbeat, grace, scratch);
    }

    public WebConfig heartbeat(Duration other) {
        return new WebConfig(address, port, issuers, limits, other, grace, scratch);
    }

    public WebConfig scratch(Path other) {
        return new WebConfig(address, port, issuers, limits, heartbeat, grace, other);
    }

    /// How many calls a minute one caller may make (contracts D39).
    ///
    /// @param staffFactor how many times more staff and services may do: a sales desk keys in for many
    public record Limits(boolean enabled, Map<Route.Rate, Integer> perMinute, int staffFactor) {
        public static final Limits STANDARD = new Limits(
                true,
                Map.of(
                        Route.Rate.READ, 300,
                        Route.Rate.WRITE, 100,
                        Route.Rate.CHECKOUT, 20,
                        Route.Rate.COUPON, 20,
                        Route.Rate.SIGN_IN, 10,
                        Route.Rate.SIGN_UP, 5),
                100);

        public Limits {
            perMinute = Map.copyOf(perMinute);
        }

        public Limits enabled(boolean on) {
            return new Limits(on, perMinute, staffFactor);
        }

        public Limits staffFactor(int factor) {
            return new Limits(enabled, perMinute, factor);
        }
    }
}
