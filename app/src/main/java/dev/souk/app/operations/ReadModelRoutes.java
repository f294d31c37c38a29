package dev.souk.app.operations;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.postgres.Comparison;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.postgres.RunningContext;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies that can be made again from the journals: which there are, how far a rebuild has come, what the last one found.
final class ReadModelRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelRoutes.class);

    private final Platform platform;
    private final Map<Name, Run> runs = new ConcurrentHashMap<>();

    ReadModelRoutes(Platform platform) {
        this.platform = platform;
    }

    private record Name(String context, String model) {}

    /// @param done positions of the journals that have been gone through
    /// @param total of those that there are to go through
    /// @param last what the last one in this process found
    public record ReadModel(
            String context, String model, boolean running, long done, long total, @Nullable Comparison last, boolean failed) {}

    public record ReadModels(List<ReadModel> items) {}

    /// One rebuild.
    private static final class Run {
        private volatile boolean running = true;
        private volatile long done;
        private volatile long total;
        private volatile @Nullable Comparison result;

        void at(long passed, long all) {
            done = passed;
            total = all;
        }

        ReadModel told(Name name) {
            return new ReadModel(name.context(), name.model(), running, done, total, result, !running && result == null);
        }
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Staff.mayLook(Route.get("/operations/read-models").answers(200, ReadModels.class))
                        .summary("Copies that can be made again from the journals, and how far that is.")
                        .free(_ -> Answer.of(list())),
                Staff.mayAct(Route.post("/operations/read-models/{context}/{model}/rebuild").answers(200, Comparison.class))
                        .query(Parameter.flag("exchange", "put it in place"),
                                Parameter.flag("background", "do not wait for it: 202"))
                        .summary("Makes a copy again from the journals and compares.")
                        .free(this::rebuild));
    }

    private ReadModels list() {
        return new ReadModels(platform.contexts().stream()
                .flatMap(context -> context.readModels().stream().map(model -> told(new Name(context.name(), model))))
                .toList());
    }

    private ReadModel told(Name name) {
        var run = runs.get(name);
        return run == null ? new ReadModel(name.context(), name.model(), false, 0, 0, null, false) : run.told(name);
    }

    private Answer<Comparison> rebuild(Call<Void> call) {
        var name = new Name(call.path("context"), call.path("model"));
        var context = Staff.context(platform, name.context()).filter(one -> one.readModels().contains(name.model()));
        if (context.isEmpty()) {
            return Answer.refused(Refusal.notFound("READ_MODEL_NOT_FOUND", "There is no such read model."));
        }
        var run = new Run();
        var now = runs.compute(name, (_, before) -> before != null && before.running ? before : run);
        if (now != run) {
            return Answer.refused(Refusal.conflict("REBUILD_RUNNING", "It is being made again already."));
        }
        return begun(call, context.get(), name, run);
    }

    private Answer<Comparison> begun(Call<Void> call, RunningContext context, Name name, Run run) {
        var exchange = flag(call, "exchange");
        context.transactions().write(call.cause(), tx -> {
            tx.audit(Staff.deed(call, exchange ? "REBUILD_READ_MODEL" : "COMPARE_READ_MODEL", name.model()));
            return true;
        });
        if (flag(call, "background")) {
            Thread.ofVirtual().name("rebuild-" + name.model()).start(() -> quietly(name, exchange, run));
            return Answer.<Comparison>nothing().status(202);
        }
        return Answer.of(run(name, exchange, run));
    }

    private static boolean flag(Call<?> call, String name) {
        return call.query(name).filter("true"::equals).isPresent();
    }

    private void quietly(Name name, boolean exchange, Run run) {
        try {
            run(name, exchange, run);
        } catch (RuntimeException e) {
            LOG.error("{}/{} cannot be made again", name.context(), name.model(), e);
        }
    }

    private Comparison run(Name name, boolean exchange, Run run) {
        try {
            var found = platform.rebuild(name.context(), name.model(), exchange, run::at).orElseThrow();
            run.result = found;
            return found;
        } finally {
            run.running = false;
        }
    }
}
