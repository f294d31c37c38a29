package dev.souk.app.operations;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Route;
import dev.souk.standin.payment.Faults;
import dev.souk.standin.payment.ProviderStandIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Switches for the faults of the stand-in payment provider of this process. They are there in development only.
final class FaultRoutes {
    private static final long LONGEST_DELAY = 60_000;

    private final ProviderStandIn standIn;
    private final Platform platform;

    FaultRoutes(ProviderStandIn standIn, Platform platform) {
        this.standIn = standIn;
        this.platform = platform;
    }

    /// Delays in milliseconds, probabilities between 0 and 1; what is absent is 0.
    public record Switches(
            @Nullable Long delayMillis, @Nullable Double failBefore, @Nullable Double timeoutAfter, @Nullable Double decline,
            @Nullable Double webhookDuplicate, @Nullable Double webhookLate, @Nullable Long webhookLateMillis,
            @Nullable Double webhookReordered, @Nullable Double webhookDropped) {
        static Switches of(Faults f) {
            return new Switches(
                    f.delayMillis(), f.failBefore(), f.timeoutAfter(), f.decline(), f.webhookDuplicate(), f.webhookLate(),
                    f.webhookLateMillis(), f.webhookReordered(), f.webhookDropped());
        }

        private static double or0(@Nullable Double value) {
            return value == null ? 0 : value;
        }

        private static long delay(@Nullable Long value) {
            if (value != null && value > LONGEST_DELAY) {
                throw new IllegalArgumentException("a delay is at most " + LONGEST_DELAY + " ms");
            }
            return value == null ? 0 : value;
        }

        /// @throws IllegalArgumentException when one of them cannot be
        Faults faults(long seed) {
            return new Faults(
                    delay(delayMillis), or0(failBefore), or0(timeoutAfter), or0(decline), or0(webhookDuplicate),
                    or0(webhookLate), delay(webhookLateMillis), or0(webhookReordered), or0(webhookDropped), seed);
        }
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Staff.mayLook(Route.get("/operations/provider/faults").answers(200, Switches.class))
                        .summary("Faults of the stand-in payment provider (development only).")
                        .free(_ -> Answer.of(Switches.of(standIn.faults()))),
                Staff.mayAct(Route.put("/operations/provider/faults").body(Switches.class).answers(200, Switches.class))
                        .summary("Switches faults of the stand-in payment provider on and off (development only).")
                        .free(this::change));
    }

    private Answer<Switches> change(Call<Switches> call) {
        Faults faults;
        try {
            faults = call.body().faults(standIn.faults().seed());
        } catch (IllegalArgumentException e) {
            return Answer.refused(Refusal.invalid("INVALID_FAULTS", e.getMessage() + "."));
        }
        platform.contexts().stream().filter(context -> context.name().equals("payment")).forEach(context ->
                context.transactions().write(call.cause(), tx -> {
                    tx.audit(Staff.deed(call, "CHANGE_PROVIDER_FAULTS", faults.toString()));
                    return true;
                }));
        standIn.faults(faults);
        return Answer.of(Switches.of(faults));
    }
}
