package dev.souk.standin.payment;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Sends what happened to whoever wants to know, signed, again until it is acknowledged, and as badly as the faults say.
final class Webhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long[] RETRY_MILLIS = {200, 1_000, 5_000, 30_000, 120_000, 600_000};
    private static final long HELD_BACK_MILLIS = 150;

    private final DelayQueue<Event> queue = new DelayQueue<>();
    private final WebhookTarget target;
    private final String secret;
    private final Dice dice;
    private final Clock clock;
    private final Predicate<Entry> worthTelling;
    private final Thread thread;

    private record Event(String id, String body, int attempt, long dueNanos) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.signum(dueNanos - ((Event) other).dueNanos);
        }
    }

    Webhooks(WebhookTarget target, String secret, Predicate<Entry> worthTelling, Dice dice, Clock clock) {
        this.worthTelling = worthTelling;
        this.target = target;
        this.secret = secret;
        this.dice = dice;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("webhooks").start(this::run);
    }

    /// The entry is on the disk; tell about it.
    void about(Entry entry, Answer.@Nullable View view) {
        if (view == null || !worthTelling.test(entry)) {
            return;
        }
        var faults = dice.faults();
        if (dice.strikes(faults.webhookDropped())) {
            return;
        }
        long delay = dice.strikes(faults.webhookReordered()) ? HELD_BACK_MILLIS : 0;
        delay += dice.strikes(faults.webhookLate()) ? faults.webhookLateMillis() : 0;
        var id = "evt_" + entry.seq();
        var body = JSON.writeValueAsString(content(id, entry, view));
        queue.add(new Event(id, body, 0, due(delay)));
        if (dice.strikes(faults.webhookDuplicate())) {
            queue.add(new Event(id, body, 0, due(delay)));
        }
    }

    private static Map<String, Object> content(String id, Entry entry, Answer.View view) {
        var content = new LinkedHashMap<String, Object>();
        content.put("id", id);
        content.put("type", type(entry));
        content.put("created", entry.at().getEpochSecond());
        content.put("data", view);
        return content;
    }

    private static String type(Entry entry) {
        var result = entry.result().name().toLowerCase(java.util.Locale.ROOT);
        return entry.operation() == Entry.Operation.CAPTURE && entry.result() == Entry.Result.DECLINED
                ? "payment.capture_declined"
                : "payment." + result;
    }

    private static long due(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void run() {
        try {
            while (true) {
                deliver(queue.take());
            }
        } catch (InterruptedException e) {
            LOG.debug("no more webhooks");
        }
    }

    private void deliver(Event event) throws InterruptedException {
        var signature = Signature.of(secret, clock.instant().getEpochSecond(), event.body());
        if (acknowledged(event, signature)) {
            return;
        }
        if (event.attempt() == RETRY_MILLIS.length) {
            LOG.error("webhook {} was never acknowledged", event.id());
            return;
        }
        LOG.debug("webhook {} was not acknowledged, attempt {}", event.id(), event.attempt() + 1);
        queue.add(new Event(event.id(), event.body(), event.attempt() + 1, due(RETRY_MILLIS[event.attempt()])));
    }

    private boolean acknowledged(Event event, String signature) throws InterruptedException {
        try {
            return target.deliver(event.body(), signature);
        } catch (RuntimeException e) {
            LOG.debug("webhook {} failed: {}", event.id(), e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
