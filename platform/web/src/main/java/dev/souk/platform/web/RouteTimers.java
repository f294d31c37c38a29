package dev.souk.platform.web;

import dev.souk.platform.route.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// How long one route took, by class of status. A timer is made when its class is first seen.
final class RouteTimers {
    private final MeterRegistry meters;
    private final String context;
    private final Route<?, ?> route;
    private final AtomicReferenceArray<Timer> byClass = new AtomicReferenceArray<>(6);

    RouteTimers(MeterRegistry meters, String context, Route<?, ?> route) {
        this.meters = meters;
        this.context = context;
        this.route = route;
    }

    void record(int status, long nanos) {
        var at = status / 100;
        var timer = byClass.get(at);
        if (timer == null) {
            timer = Timer.builder("souk.http")
                    .description("Time from the route's start to its answer")
                    .tag("context", context)
                    .tag("method", route.method())
                    .tag("path", route.path())
                    .tag("status", at + "xx")
                    .register(meters);
            byClass.set(at, timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }
}
