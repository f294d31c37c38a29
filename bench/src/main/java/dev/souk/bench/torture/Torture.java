package dev.souk.bench.torture;

import dev.souk.bench.check.Conservation;
import dev.souk.bench.check.Finding;
import dev.souk.bench.measure.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// One run: start, fill, let the crowd in, kill, calm down, check. The same seed makes the same plan of kills, moods and
/// visits; how they meet is chance.
public final class Torture {
    private final Plan plan;
    private final Deeds deeds = new Deeds();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicInteger visits = new AtomicInteger();

    private Torture(Plan plan) {
        this.plan = plan;
    }

    /// Runs the plan to its end; the platform is stopped afterwards, its data stays.
    public static Outcome run(Plan plan) throws IOException, InterruptedException, SQLException {
        return new Torture(plan).run();
    }

    private Outcome run() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(plan.data());
        int port = OutsideProvider.freePort();
        var secret = UUID.randomUUID().toString();
        var random = new SplittableRandom(plan.seed());
        try (var log = new CallLog(plan.data().resolve("torture.jsonl"));
                var provider = OutsideProvider.start(plan.data(), port, secret)) {
            var rig = Rig.start(plan.data(), plan.command(), options(port, provider, secret));
            try {
                return run(rig, port, provider, log, random);
            } finally {
                rig.stop();
            }
        }
    }

    private static List<String> options(int port, OutsideProvider provider, String secret) {
        return List.of(
                "--empty", "--no-rate-limits", "--port", Integer.toString(port), "--provider", provider.address().toString(),
                "--set", "souk.provider.webhook-secret=" + secret,
                "--set", "payment.action-window=20s",
                "--set", "payment.poll-after=5s");
    }

    private Outcome run(Rig rig, int port, OutsideProvider provider, CallLog log, SplittableRandom random)
            throws IOException, InterruptedException, SQLException {
        var crowd = new Crowd(plan.data(), port, log, deeds);
        Bazaar bazaar;
        try (var staff = crowd.shopkeeper(random.split())) {
            bazaar = Bazaar.set(staff, random.split());
        } catch (Caller.Unanswered e) {
            throw new IOException(e.getMessage(), e);
        }
        var weather = new Weather(provider, random.split(), log);
        var sky = Thread.ofVirtual().name("weather").start(weather::run);
        var shoppers = shoppers(crowd, bazaar, provider, random);
        long begun = System.nanoTime();
        List<Recovery> recoveries;
        try {
            recoveries = new Killer(rig, port, plan, random.split(), log).run();
        } finally {
            open.set(false);
            weather.clear();
        }
        sky.join(10_000);
        for (var shopper : shoppers) {
            shopper.join(240_000);
        }
        double seconds = Recovery.since(begun);
        repeatAll(crowd, random.split());
        var findings = findings(rig, log);
        return new Outcome(plan, seconds, visits.get(), recoveries, log.counts(), findings);
    }

    private List<Thread> shoppers(Crowd crowd, Bazaar bazaar, OutsideProvider provider, SplittableRandom random) {
        var all = new ArrayList<Thread>();
        for (int i = 0; i < plan.shoppers(); i++) {
            var who = "shopper-" + i;
            var own = random.split();
            all.add(Thread.ofVirtual().name(who).start(() -> shop(who, crowd, bazaar, provider, own)));
        }
        return all;
    }

    private void shop(String who, Crowd crowd, Bazaar bazaar, OutsideProvider provider, SplittableRandom random) {
        while (open.get()) {
            try {
                new Visit(who, crowd, bazaar, provider, deeds, random.split()).run();
                visits.incrementAndGet();
            } catch (Caller.Unanswered | IOException | RuntimeException e) {
                deeds.broken.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Everything that was ever answered, once more under its key: the same answer, and no effect.
    private void repeatAll(Crowd crowd, SplittableRandom random) throws InterruptedException {
        for (var answered : deeds.repeatable()) {
            try (var caller = crowd.caller("repeater", answered.token(), random)) {
                caller.repeat(answered);
            } catch (Caller.Unanswered e) {
                deeds.broken.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private List<Finding> findings(Rig rig, CallLog log) throws IOException, InterruptedException, SQLException {
        var all = new ArrayList<>(Conservation.of(rig.target()).awaitSettled(plan.settling()).findings());
        try (var checks = new LogChecks(rig.target(), deeds)) {
            all.addAll(checks.all());
        }
        all.add(new Finding("I13", "%,d answered calls repeated, each with the same answer".formatted(deeds.repeatable().size()),
                List.copyOf(deeds.broken)));
        var outrages = new ArrayList<String>();
        log.outrages().forEach(outrages::add);
        all.add(new Finding("P13", "no answer but what a fault excuses", outrages));
        return List.copyOf(all);
    }
}
