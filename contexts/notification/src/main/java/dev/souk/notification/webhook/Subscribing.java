package dev.souk.notification.webhook;

import dev.souk.contracts.notification.CreateWebhookSubscription;
import dev.souk.contracts.notification.ReplayWebhooks;
import dev.souk.contracts.notification.WebhookSubscriptionCreated;
import dev.souk.notification.Refusals;
import dev.souk.notification.db.Deliveries;
import dev.souk.notification.db.Subscriptions;
import dev.souk.notification.db.Subscriptions.Subscription;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What administrators do with subscriptions.
public final class Subscribing {
    private static final Set<String> STATES = Set.of("ACTIVE", "DISABLED");

    private final Vault vault;
    private final Keeping keeping;
    private final Guard guard;
    private final boolean local;
    private final Duration overlap;

    /// @param overlap how long an old secret signs beside the new one
    public Subscribing(Vault vault, Keeping keeping, boolean local, Duration overlap) {
        this.vault = vault;
        this.keeping = keeping;
        this.guard = new Guard(local);
        this.local = local;
        this.overlap = overlap;
    }

    public Outcome<CreateWebhookSubscription.Created> create(CreateWebhookSubscription command, Tx tx) {
        var types = new LinkedHashSet<>(command.eventTypes());
        var problem = Target.problem(command.url(), guard, local).or(() -> problem(types));
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        var secret = Signature.newSecret();
        var id = command.subscriptionId();
        if (!Subscriptions.insert(tx, id, command.url(), vault.seal(id, secret))) {
            return Outcome.refused(Refusals.ID_TAKEN);
        }
        Subscriptions.types(tx, id, types);
        keeping.changed(tx);
        tx.publish(new WebhookSubscriptionCreated(id, List.copyOf(types)), 1);
        return Outcome.done(new CreateWebhookSubscription.Created(id, secret));
    }

    private static Optional<Refusal> problem(Set<String> types) {
        return types.isEmpty() || !Offered.names().containsAll(types)
                ? Optional.of(Refusals.invalid("INVALID_EVENT_TYPES", "eventTypes are some of those that are offered."))
                : Optional.empty();
    }

    /// The old secret goes on signing for a while.
    public Outcome<CreateWebhookSubscription.Created> rotate(UUID id, Tx tx) {
        if (Subscriptions.find(tx, id).isEmpty()) {
            return Outcome.refused(Refusals.UNKNOWN_SUBSCRIPTION);
        }
        var secret = Signature.newSecret();
        Subscriptions.rotate(tx, id, vault.seal(id, secret), tx.now().plus(overlap));
        return Outcome.done(new CreateWebhookSubscription.Created(id, secret));
    }

    /// What is null stays.
    public record Change(@Nullable String url, @Nullable List<String> eventTypes, @Nullable String status) {}

    public Outcome<Subscription> change(UUID id, @Nullable Long expected, Change change, Tx tx) {
        var found = Subscriptions.find(tx, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusals.UNKNOWN_SUBSCRIPTION);
        }
        var now = found.get();
        if (expected != null && expected != now.version()) {
            return Outcome.refused(Refusal.stale(expected, now.version()));
        }
        var url = change.url() == null ? now.url() : change.url();
        var types = new LinkedHashSet<>(change.eventTypes() == null ? now.eventTypes() : change.eventTypes());
        var status = change.status() == null ? now.status() : change.status();
        var problem = Target.problem(url, guard, local).or(() -> problem(types)).or(() -> STATES.contains(status)
                ? Optional.empty()
                : Optional.of(Refusals.invalid("INVALID_STATUS", "status is ACTIVE or DISABLED.")));
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        Subscriptions.change(tx, id, url, status);
        Subscriptions.types(tx, id, types);
        if (!status.equals(now.status())) {
            if (status.equals("ACTIVE")) {
                Deliveries.resume(tx, id);
            } else {
                Deliveries.park(tx, id);
            }
        }
        keeping.changed(tx);
        return Outcome.done(Subscriptions.find(tx, id).orElseThrow());
    }

    public boolean delete(UUID id, Tx tx) {
        keeping.changed(tx);
        return Subscriptions.delete(tx, id);
    }

    public Outcome<Integer> replay(ReplayWebhooks command, Tx tx) {
        var found = Subscriptions.find(tx, command.subscriptionId());
        if (found.isEmpty()) {
            return Outcome.refused(Refusals.UNKNOWN_SUBSCRIPTION);
        }
        if (!found.get().status().equals("ACTIVE")) {
            return Outcome.refused(Refusal.conflict("SUBSCRIPTION_DISABLED", "The subscription is off: enable it first."));
        }
        long to = command.toPosition() == null ? Long.MAX_VALUE : command.toPosition();
        if (command.fromPosition() < 1 || to < command.fromPosition()) {
            return Outcome.refused(Refusals.invalid(
                    "INVALID_RANGE", "fromPosition is at least 1, toPosition not before it."));
        }
        return Outcome.done(Deliveries.replay(tx, command.subscriptionId(), command.fromPosition(), to));
    }
}
