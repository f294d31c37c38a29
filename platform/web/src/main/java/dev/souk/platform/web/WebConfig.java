package dev.souk.platform.web;

import dev.souk.platform.route.Route;
import java.time.Duration;
import java.util.Map;

/// Settings of the HTTP server.
///
/// @param address interface to listen on
/// @param port 0 for any free one
/// @param heartbeat how often an idle event stream says that it is alive
/// @param grace how long requests under way may take to finish when the server stops
public record WebConfig(
        String address, int port, SigningKey key, Limits limits, Duration heartbeat, Duration grace) {

    /// The usual settings on one port of this machine.
    public static WebConfig on(int port, SigningKey key) {
        return new WebConfig("127.0.0.1", port, key, Limits.STANDARD, Duration.ofSeconds(15), Duration.ofSeconds(10));
    }

    public WebConfig address(String other) {
        return new WebConfig(other, port, key, limits, heartbeat, grace);
    }

    public WebConfig limits(Limits other) {
        return new WebConfig(address, port, key, other, heartbeat, grace);
    }

    public WebConfig heartbeat(Duration other) {
        return new WebConfig(address, port, key, limits, other, grace);
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
                        Route.Rate.COUPON, 20),
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
