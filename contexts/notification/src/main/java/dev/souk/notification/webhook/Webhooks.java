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
import dev.souk.platform.work.Crew;
import dev.souk.platform.work.UnderWay;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Transactions transactions;
    private final Vault vault;
    private final Clock clock;
    private final Guard guard;
    private volatile @Nullable Calls calls;
    private final Crew<Due> crew;
    private final UnderWay<String> underWay = new UnderWay<>();

    public Webhooks(Transactions transactions, Vault vault, Clock clock, boolean local, int concurrency) {
        this.transactions = transactions;
        this.vault = vault;
        this.clock = clock;
        this.guard = new Guard(local);
        this.crew = new Crew<>("webhook", concurrency, this::work);
    }

    @Override
    public void start() {
        crew.start();
    }

    @Override
    public void stop() {
        crew.stop(STOP_WITHIN);
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
        tx.afterCommit(() -> due.stream().filter(one -> underWay.begin(key(one))).forEach(crew::add));
        return due.size();
    }

    private static String key(Due due) {
        return due.subscription() + "/" + due.position();
    }

    private void work(Due due) {
        try {
            deliver(due);
        } catch (RuntimeException e) {
            LOG.warn("delivery {} stays where it is and will be taken up again: {}", key(due), e.toString());
        } finally {
            underWay.done(List.of(key(due)));
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

    /// Waits until nothing is under way; answers false when that took too long.
    public boolean awaitQuiet(Duration most) throws InterruptedException {
        return underWay.awaitNone(most);
    }
}
