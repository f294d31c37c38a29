package dev.souk.bench.torture;

import dev.souk.bench.http.Connection;
import dev.souk.bench.measure.Rig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Kills at random moments, starts again what does not do so by itself, and holds the watch.
final class Killer {
    private static final long LIMIT_NANOS = Duration.ofMinutes(2).toNanos();

    private final Rig rig;
    private final int port;
    private final Plan plan;
    private final SplittableRandom random;
    private final CallLog log;
    private final List<Recovery> recoveries = new ArrayList<>();
    private final List<Plan.Victim> round = new ArrayList<>();

    Killer(Rig rig, int port, Plan plan, SplittableRandom random, CallLog log) {
        this.rig = rig;
        this.port = port;
        this.plan = plan;
        this.random = random;
        this.log = log;
    }

    /// Kills as often as planned, spread over the planned time.
    List<Recovery> run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (int i = 0; i < plan.kills(); i++) {
            var victim = next();
            var at = Instant.now();
            long server = postgres();
            long struck = System.nanoTime();
            strike(victim);
            log.note("killed " + victim);
            if (victim.takesPlatform()) {
                restart(victim);
            }
            awaitServing(victim.takesPostgres() ? server : 0);
            double serving = Recovery.since(struck);
            log.note("serving again after " + serving + " s");
            double drained = drained(at, struck, pause(begun, i + 1));
            recoveries.add(new Recovery(victim, serving, drained));
            System.out.printf("kill %d of %d: %s, serving after %.1f s, drained after %s%n", i + 1, plan.kills(), victim,
                    serving, drained < 0 ? "(next kill)" : "%.1f s".formatted(drained));
        }
        return recoveries;
    }

    /// Each kind once, in random order, then each again.
    private Plan.Victim next() {
        if (round.isEmpty()) {
            round.addAll(plan.victims());
        }
        return round.remove(random.nextInt(round.size()));
    }

    /// When the next one is due: what is left of the time, shared among the kills that are left.
    private long pause(long begun, int done) {
        long left = plan.lasting().toNanos() - (System.nanoTime() - begun);
        long share = left / Math.max(1, plan.kills() - done + 1);
        long mean = Math.max(Duration.ofMillis(500).toNanos(), share);
        return System.nanoTime() + mean / 4 + random.nextLong(mean);
    }

    private void strike(Plan.Victim victim) throws IOException, InterruptedException {
        if (victim.takesPostgres()) {
            killPostgres();
        }
        if (victim.takesPlatform()) {
            rig.kill();
        }
    }

    /// Sometimes with all its processes at once; otherwise its sessions find out by themselves and may finish what they
    /// were doing.
    private void killPostgres() throws IOException {
        var server = ProcessHandle.of(postgres());
        if (random.nextBoolean()) {
            server.stream().flatMap(ProcessHandle::children).toList().forEach(ProcessHandle::destroyForcibly);
        }
        server.ifPresent(ProcessHandle::destroyForcibly);
    }

    private long postgres() throws IOException {
        try (var lines = Files.lines(rig.data().resolve("postgres").resolve("pgdata").resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElse("0").strip());
        }
    }

    /// Another server than the killed one; while it starts its file may be missing or half written.
    private boolean another(long killed) {
        try {
            long now = postgres();
            return now != 0 && now != killed;
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /// Now and then it is killed again while it starts.
    private void restart(Plan.Victim victim) throws IOException, InterruptedException {
        if (random.nextInt(6) == 0) {
            rig.relaunch();
            Thread.sleep(200 + random.nextInt(4_000));
            rig.kill();
            log.note("killed " + victim + " again while starting");
        }
        rig.restart();
    }

    /// @param killed the server that has to be followed by another first; 0 when it lives
    private void awaitServing(long killed) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        while (!another(killed) || !opensCart()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the platform does not serve two minutes after a kill; see " + rig.data().resolve("platform.log"));
            }
            Thread.sleep(50);
        }
    }

    private boolean opensCart() {
        var json = "{\"cartId\":\"" + UUID.randomUUID() + "\",\"currency\":\"GBP\"}";
        try (var line = new Connection("127.0.0.1", port, 10_000)) {
            return line.send("POST", "/api/v1/carts", "", json.getBytes(StandardCharsets.UTF_8)).good();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /// Waits for the next kill, and tells how long the backlog took if it was through before.
    private double drained(Instant kill, long struck, long next) throws InterruptedException, IOException {
        double drained = -1;
        boolean last = plan.kills() == recoveries.size() + 1;
        while (System.nanoTime() < next
                || (last && drained < 0 && Recovery.since(struck) < Recovery.DRAINED_LIMIT)) {
            if (drained < 0 && Recovery.drained(rig.target(), kill)) {
                drained = Recovery.since(struck);
            }
            Thread.sleep(100);
        }
        return drained;
    }
}
