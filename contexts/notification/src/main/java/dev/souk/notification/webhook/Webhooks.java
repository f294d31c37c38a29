package dev.souk.notification.webhook;

import dev.souk.contracts.notification.WebhookDisabled;
import dev.souk.notification.db.Deliveries;
import dev.souk.notification.db.Deliveries.Called;
import dev.souk.notification.db.Deliveries.Due;
import dev.souk.notification.db.Subscriptions;
import dev.souk.notification.db.Subscriptions.Subscription;
import dev.souk.notification.domain.Ladder;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.messaging.Wiring;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers events to subscribers, outside of any transaction: of one aggregate one after the other, of several
/// together.
public final class Webhooks implements Wiring.Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final int ROOM = 200;
    private static final Duration OFF_AFTER = Duration.ofDays(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Due END = new Due(new UUID(0, 0), 0, "", new UUID(0, 0), "", 0, 0);

    private final Transactions transactions;
    private final Vault vault;
    private final Clock clock;
    private final Guard guard;
    private volatile @Nullable Calls calls;
    private final int concurrency;
    private final LinkedBlockingDeque<Due> waiting = new LinkedBlockingDeque<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();

    public Webhooks(Transactions transactions, Vault vault, Clock clock, boolean local, int concurrency) {
        this.transactions = transactions;
        this.vault = vault;
        this.clock = clock;
        this.guard = new Guard(local);
        this.concurrency = concurrency;
    }

    @Override
    public void start() {
        for (int i = 0; i < concurrency; i++) {
            threads.add(Thread.ofVirtual().name("webhook-" + i).start(this::work));
        }
    }

    @Override
    public void stop() {
        threads.forEach(_ -> waiting.addFirst(END));
        var end = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            for (var thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var open = calls;
        if (open != null) {
            open.close();
        }
    }

    /// Made when the first event is delivered: most platforms have no subscriber.
    private synchronized Calls calls() {
        var open = calls;
        if (open == null) {
            open = new Calls(guard);
            calls = open;
        }
        return open;
    }

    /// Takes what is due.
    public int claim(Tx tx) {
        int room = ROOM - underWay.size();
        return room <= 0 ? 0 : claim(tx, room);
    }

    private int claim(Tx tx, int limit) {
        var due = Deliveries.claim(tx, limit);
        tx.afterCommit(() -> due.stream().filter(one -> underWay.add(key(one))).forEach(waiting::add));
        return due.size();
    }

    private static String key(Due due) {
        return due.subscription() + "/" + due.position();
    }

    private void work() {
        try {
            for (var due = waiting.take(); !due.equals(END); due = waiting.take()) {
                try {
                    deliver(due);
                } catch (RuntimeException e) {
                    LOG.warn("delivery {} stays where it is and will be taken up again: {}", key(due), e.toString());
                } finally {
                    done(due);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Due due) {
        var subscription = transactions.read(tx -> Subscriptions.find(tx, due.subscription())).orElse(null);
        if (subscription == null || !subscription.status().equals("ACTIVE")) {
            return;
        }
        var now = clock.instant();
        var headers = Map.of(
                "webhook-id", due.eventId().toString(),
                "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                "webhook-signature", Signature.of(secrets(subscription, now), due.eventId(), now, due.payload()),
                "souk-position", String.valueOf(due.position()));
        var answer = calls().post(URI.create(subscription.url()), due.payload(), headers);
        transactions.write(Cause.system(due.eventId()), tx -> write(tx, due, answer));
    }

    private List<String> secrets(Subscription subscription, Instant now) {
        var secrets = new ArrayList<String>();
        secrets.add(opened(subscription.secret()));
        var until = subscription.previousUntil();
        if (subscription.previousSecret() != null && until != null && until.isAfter(now)) {
            secrets.add(opened(subscription.previousSecret()));
        }
        return secrets;
    }

    private String opened(Sealed<String> secret) {
        return vault.open(secret, String.class).orElseThrow(() -> new IllegalStateException("a secret cannot be opened"));
    }

    private int write(Tx tx, Due due, Calls.Answer answer) {
        if (answer.taken()) {
            Deliveries.called(tx, List.of(called(due, answer, null)));
            Subscriptions.working(tx, List.of(due.subscription()));
            return claim(tx, 1); // what waited behind it
        }
        var since = Subscriptions.failing(tx, due.subscription(), String.valueOf(answer.error()));
        var next = tx.now().plus(Ladder.WEBHOOKS.afterAll(due.failures() + 1, 0));
        Deliveries.called(tx, List.of(called(due, answer, next)));
        since.filter(at -> !at.plus(OFF_AFTER).isAfter(tx.now())).ifPresent(at -> disable(tx, due, at, answer));
        return 0;
    }

    private static Called called(Due due, Calls.Answer answer, @Nullable Instant next) {
        return new Called(due, answer.taken(), answer.status(), answer.latencyMs(), answer.error(), next);
    }

    private static void disable(Tx tx, Due due, Instant since, Calls.Answer answer) {
        Optional<Long> version = Subscriptions.disable(tx, due.subscription());
        if (version.isPresent()) {
            Deliveries.park(tx, due.subscription());
            LOG.warn("webhook subscription {} has failed since {} and is off", due.subscription(), since);
            tx.publish(
                    new WebhookDisabled(due.subscription(), since, String.valueOf(answer.error()), tx.now()),
                    version.get());
        }
    }

    private synchronized void done(Due due) {
        underWay.remove(key(due));
        if (underWay.isEmpty()) {
            notifyAll();
        }
    }

    /// Waits until nothing is under way; answers false when that took too long.
    public synchronized boolean awaitQuiet(Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        while (!underWay.isEmpty()) {
            long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
