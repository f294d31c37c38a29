package dev.souk.notification;

import dev.souk.contracts.notification.NotificationFailed;
import dev.souk.contracts.notification.NotificationSent;
import dev.souk.contracts.notification.RecipientSuppressed;
import dev.souk.notification.Preparation.Prepared;
import dev.souk.notification.channel.Handover;
import dev.souk.notification.db.Notifications;
import dev.souk.notification.db.Notifications.Ended;
import dev.souk.notification.db.Queued;
import dev.souk.notification.db.Suppressions;
import dev.souk.notification.domain.Channel;
import dev.souk.notification.domain.Decision;
import dev.souk.notification.domain.Kinds;
import dev.souk.notification.domain.Ladder;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// Writes down what became of a batch: sent, later, on another channel, or given up.
final class Results {
    private static final Ladder LADDER = Ladder.NOTIFICATIONS;

    private final DoubleSupplier chance;

    /// @param chance from 0 to 1, for the spread of retries
    Results(DoubleSupplier chance) {
        this.chance = chance;
    }

    /// One line of the record, and what the world is told of it.
    private record Line(Ended ended, Queued row, @Nullable Queued instead, @Nullable Handover said) {}

    /// @return what begins now on another channel
    List<Queued> write(List<Prepared> prepared, Map<UUID, Handover> answers, Tx tx) {
        var lines = new ArrayList<Line>(prepared.size());
        for (var one : prepared) {
            lines.add(line(one, answers.get(one.row().id()), tx));
        }
        var open = Notifications.end(tx, lines.stream().map(Line::ended).toList());
        var instead = new ArrayList<Queued>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (open.contains(line.row().id())) {
                tell(line, tx);
                suppress(prepared.get(i), line.said(), tx);
                if (line.instead() != null) {
                    instead.add(line.instead());
                }
            }
        }
        return begun(instead, tx);
    }

    private static List<Queued> begun(List<Queued> instead, Tx tx) {
        if (instead.isEmpty()) {
            return List.of();
        }
        var due = instead.stream().<@Nullable Instant>map(_ -> tx.now().plus(Notifications.LEASE)).toList();
        var fresh = Notifications.insert(tx, instead, due);
        return instead.stream().filter(row -> fresh.contains(row.id())).toList();
    }

    private Line line(Prepared one, @Nullable Handover said, Tx tx) {
        var row = one.row();
        return switch (one.decision()) {
            case Decision.Drop drop -> new Line(Ended.dropped(row.id(), drop), row, null, null);
            case Decision.Defer(var until) -> new Line(Ended.deferred(row.id(), until), row, null, null);
            case Decision.Send _ -> handed(one, said == null ? new Handover.Later("NOT_WRITTEN") : said, tx);
        };
    }

    private Line handed(Prepared one, Handover said, Tx tx) {
        var row = one.row();
        return switch (said) {
            case Handover.Accepted(var reference) -> new Line(Ended.sent(row.id(), reference), row, null, said);
            case Handover.Later(var reason) -> retried(one, reason, said, tx, false);
            case Handover.Away(var reason) -> retried(one, reason, said, tx, true);
            case Handover.Bounced(var reason) -> givenUp(one, reason, said, tx);
            case Handover.Refused(var reason) -> givenUp(one, reason, said, tx);
        };
    }

    /// @param patient nothing is wrong with the message: without another channel it waits as long as it keeps
    private Line retried(Prepared one, String reason, Handover said, Tx tx, boolean patient) {
        int failures = one.row().failures() + 1;
        var wait = LADDER.after(failures, chance.getAsDouble());
        if (wait.isEmpty() && patient && other(one, tx).isEmpty()) {
            wait = Optional.of(LADDER.afterAll(failures, chance.getAsDouble()));
        }
        return wait.map(step -> new Line(Ended.again(one.row().id(), tx.now().plus(step), reason), one.row(), null, said))
                .orElseGet(() -> givenUp(one, reason, said, tx));
    }

    private static Line givenUp(Prepared one, String reason, Handover said, Tx tx) {
        return new Line(Ended.failed(one.row().id(), reason), one.row(), other(one, tx).orElse(null), said);
    }

    /// The same on the next channel that is wanted and leads somewhere.
    private static Optional<Queued> other(Prepared one, Tx tx) {
        var row = one.row();
        if (row.sort() != Queued.Sort.CUSTOMER) {
            return Optional.empty();
        }
        return Wishes.next(one.recipient(), Kinds.of(row.template()).as(row.category()), row.channel(), row.order() != null)
                .filter(channel -> !Notifications.begun(tx, row, channel))
                .map(row::on);
    }

    private static void tell(Line line, Tx tx) {
        var row = line.row();
        int attempts = row.attempts() + 1;
        switch (line.said()) {
            case null -> {}
            case Handover.Accepted(var reference) -> Journey.of(tx, row).publish(
                    new NotificationSent(
                            row.id(), row.customer(), row.channel().name(), row.template(),
                            new NotificationSent.WhatCaused(row.cause().eventType(), row.cause().eventId()), reference,
                            tx.now()),
                    attempts);
            default -> Journey.of(tx, row).publish(
                    new NotificationFailed(
                            row.id(), row.customer(), row.channel().name(), row.template(),
                            String.valueOf(line.ended().reason()), attempts,
                            line.ended().due() == null && line.instead() == null, tx.now()),
                    attempts);
        }
    }

    private static void suppress(Prepared one, @Nullable Handover said, Tx tx) {
        var hash = one.addressHash();
        var channel = one.row().channel();
        if (said instanceof Handover.Bounced && hash != null && channel != Channel.IN_APP
                && Suppressions.add(tx, channel, hash, "HARD_BOUNCE")) {
            Journey.of(tx, one.row()).publish(new RecipientSuppressed(hash, channel.name(), "HARD_BOUNCE"), 1);
        }
    }
}
