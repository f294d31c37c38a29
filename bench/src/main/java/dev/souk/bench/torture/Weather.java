package dev.souk.bench.torture;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/// The moods of the payment provider, one after the other.
final class Weather {
    private static final List<String> MOODS = List.of(
            "{}",
            "{\"timeoutAfter\":0.3}",
            "{\"decline\":0.25}",
            "{\"delayMillis\":400}",
            "{\"failBefore\":0.3}",
            "{\"webhookDuplicate\":0.5,\"webhookReordered\":0.5,\"webhookLate\":0.3,\"webhookLateMillis\":3000}",
            "{\"webhookDropped\":0.5,\"webhookDuplicate\":0.3}",
            "{\"timeoutAfter\":0.1,\"failBefore\":0.1,\"decline\":0.1,\"delayMillis\":100,\"webhookDuplicate\":0.2,"
                    + "\"webhookReordered\":0.2,\"webhookDropped\":0.1}");
    private static final long MILLIS = 6_000;

    private final OutsideProvider provider;
    private final SplittableRandom random;
    private final CallLog log;
    private volatile boolean changing = true;

    Weather(OutsideProvider provider, SplittableRandom random, CallLog log) {
        this.provider = provider;
        this.random = random;
        this.log = log;
    }

    void run() {
        try {
            while (changing) {
                var mood = MOODS.get(random.nextInt(MOODS.size()));
                var seeded = mood.equals("{}") ? mood : mood.replaceFirst("}$", ",\"seed\":" + random.nextInt(1, 1_000_000) + "}");
                provider.faults(seeded);
                log.note("provider: " + seeded);
                Thread.sleep(MILLIS);
            }
        } catch (IOException e) {
            log.note("provider does not listen: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// From now on the provider is as one would wish.
    void clear() throws IOException, InterruptedException {
        changing = false;
        provider.faults("{}");
        log.note("provider: fine");
    }
}
