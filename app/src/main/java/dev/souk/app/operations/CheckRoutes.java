package dev.souk.app.operations;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.standin.payment.ProviderException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The conservation checks: run when an operator asks, one run at a time; the last result is kept in memory.
final class CheckRoutes {
    private final Platform platform;
    private final Conservation conservation;
    private final ReentrantLock running = new ReentrantLock();
    private final AtomicReference<Conservation.@Nullable Report> last = new AtomicReference<>();

    CheckRoutes(Platform platform, Conservation conservation) {
        this.platform = platform;
        this.conservation = conservation;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/operations/checks").answers(200, Conservation.Report.class)
                        .roles(Role.OPERATOR, Role.AUDITOR, Role.ADMIN, Role.FINANCE)
                        .summary("What the last run of the conservation checks said; 404 before the first.")
                        .free(_ -> report()),
                Staff.mayAct(Route.post("/operations/checks").answers(200, Conservation.Report.class))
                        .summary("Adds up money, stock, coupons and points, and compares.")
                        .free(this::run));
    }

    private Answer<Conservation.Report> report() {
        var report = last.get();
        return report == null
                ? Answer.refused(Refusal.notFound("CHECKS_NOT_RUN", "The checks have not been run since the start."))
                : Answer.of(report);
    }

    private Answer<Conservation.Report> run(Call<Void> call) throws InterruptedException {
        if (!running.tryLock()) {
            return Answer.refused(Refusal.conflict("CHECKS_RUNNING", "The checks are running already."));
        }
        try {
            var report = conservation.run();
            last.set(report);
            platform.contexts().stream().findFirst().ifPresent(context -> context.transactions().write(call.cause(), tx -> {
                tx.audit(Staff.deed(call, "RUN_CONSERVATION_CHECKS", report.broken() + " broken"));
                return true;
            }));
            return Answer.of(report);
        } catch (ProviderException _) {
            return Answer.refused(Refusal.conflict("PROVIDER_UNREACHABLE", "The payment provider does not answer; try again in a moment."));
        } finally {
            running.unlock();
        }
    }
}
