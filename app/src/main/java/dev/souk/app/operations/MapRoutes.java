package dev.souk.app.operations;

import dev.souk.platform.postgres.Arrow;
import dev.souk.platform.postgres.ParkedCount;
import dev.souk.platform.postgres.Pause;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.postgres.RunningContext;
import dev.souk.platform.postgres.SweepRun;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The contexts and what flows between them, and the workers that make it flow.
final class MapRoutes {
    private static final long FRESH_NANOS = 1_000_000_000;

    private final Platform platform;
    private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(System.nanoTime() - 2 * FRESH_NANOS, List.of()));

    MapRoutes(Platform platform) {
        this.platform = platform;
    }

    /// One context.
    ///
    /// @param written messages that it wrote in the last minute
    /// @param dead messages that it has given up
    public record Node(String name, long written, long dead, long retrying, long behind, @Nullable Pause paused) {}

    public record Flow(List<Node> contexts, List<Arrow> arrows) {}

    /// @param nextInMs until the next run
    public record Timer(
            String context, String name, long everyMs, @Nullable Instant lastAt, @Nullable Long lastTookMs, long runs,
            long found, long nextInMs, @Nullable String error) {
        static Timer of(SweepRun run) {
            var took = run.lastTook();
            return new Timer(
                    run.context(), run.name(), run.every().toMillis(), run.lastAt(), took == null ? null : took.toMillis(),
                    run.runs(), run.found(), run.nextIn().toMillis(), run.error());
        }
    }

    public record Timers(List<Timer> items) {}

    private record Seen(long at, List<Node> nodes) {}

    List<Route<?, ?>> routes() {
        return List.of(
                Staff.mayLook(Route.get("/operations/map").answers(200, Flow.class))
                        .summary("Contexts, what flows between them, and what stands aside.")
                        .free(_ -> Answer.of(map())),
                Staff.mayLook(Route.get("/operations/sweeps").answers(200, Timers.class))
                        .summary("What looks for things that fall due: last run, what it found, next run.")
                        .free(_ -> Answer.of(timers())),
                Staff.mayAct(Route.post("/operations/consumers/{context}/pause").body(Reason.class).answers(200, Pause.class))
                        .summary("Lets the worker of a context stand still, also after a restart.")
                        .free(this::pause),
                Staff.mayAct(Route.post("/operations/consumers/{context}/resume").answers(204, Void.class))
                        .summary("Lets the worker of a context go on.")
                        .free(this::resume));
    }

    /// What stands aside is counted once a second at most, however many look.
    private Flow map() {
        var last = seen.get();
        if (System.nanoTime() - last.at() > FRESH_NANOS) {
            last = new Seen(System.nanoTime(), platform.contexts().stream().map(MapRoutes::node).toList());
            seen.set(last);
        }
        return new Flow(last.nodes(), platform.contexts().stream().flatMap(MapRoutes::arrows).toList());
    }

    private static Node node(RunningContext context) {
        ParkedCount aside = context.parked();
        return new Node(
                context.name(), context.lastMinute(), aside.dead(), aside.retrying(), aside.behind(),
                context.paused().orElse(null));
    }

    private static Stream<Arrow> arrows(RunningContext context) {
        return context.arrows().stream();
    }

    private Timers timers() {
        return new Timers(platform.contexts().stream().flatMap(context -> context.sweeps().stream()).map(Timer::of).toList());
    }

    private Answer<Pause> pause(Call<Reason> call) throws InterruptedException {
        var context = Staff.context(platform, call.path("context"));
        var reason = Staff.reason(call.body().reason());
        if (context.isEmpty()) {
            return Answer.refused(Staff.NO_CONTEXT);
        }
        if (reason.isEmpty()) {
            return Answer.refused(Staff.noReason());
        }
        var deed = Staff.deed(call, "PAUSE_CONSUMER", context.get().name() + ": " + reason.get());
        var pause = context.get().pause(reason.get(), call.cause(), deed);
        seen.set(new Seen(System.nanoTime() - 2 * FRESH_NANOS, List.of()));
        return Answer.of(pause);
    }

    private Answer<Void> resume(Call<Void> call) throws InterruptedException {
        var context = Staff.context(platform, call.path("context"));
        if (context.isEmpty()) {
            return Answer.refused(Staff.NO_CONTEXT);
        }
        context.get().resume(call.cause(), Staff.deed(call, "RESUME_CONSUMER", context.get().name()));
        seen.set(new Seen(System.nanoTime() - 2 * FRESH_NANOS, List.of()));
        return Answer.nothing();
    }
}
