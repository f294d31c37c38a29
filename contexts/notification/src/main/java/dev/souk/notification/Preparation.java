package dev.souk.notification;

import dev.souk.notification.channel.Outgoing;
import dev.souk.notification.db.Notifications;
import dev.souk.notification.db.OrderViews;
import dev.souk.notification.db.OrderViews.OrderView;
import dev.souk.notification.db.Queued;
import dev.souk.notification.db.Recipients;
import dev.souk.notification.db.Recipients.Recipient;
import dev.souk.notification.db.Suppressions;
import dev.souk.notification.domain.Category;
import dev.souk.notification.domain.Channel;
import dev.souk.notification.domain.Decision;
import dev.souk.notification.domain.Judgement;
import dev.souk.notification.domain.Judgement.Past;
import dev.souk.notification.domain.Kinds;
import dev.souk.notification.text.Letters;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From rows that are due to messages that may leave: who, whether, and what they read.
final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private static final Duration NEWS_TAKES = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Addresses addresses;
    private final Letters letters;
    private final Readers readers;
    private final OneTimeLinks links;
    private final Map<UUID, List<Past>> underWay = new HashMap<>();

    Preparation(
            Transactions transactions, Addresses addresses, Letters letters, Readers readers, OneTimeLinks links) {
        this.transactions = transactions;
        this.addresses = addresses;
        this.letters = letters;
        this.readers = readers;
        this.links = links;
    }

    /// @param message null unless it is to be sent
    /// @param recipient null for a team, an address, or a guest
    record Prepared(
            Queued row, Decision decision, @Nullable Outgoing message, @Nullable Recipient recipient,
            @Nullable String addressHash) {}

    private record Known(
            Map<UUID, Recipient> recipients, Map<UUID, OrderView> orders, Map<UUID, List<Past>> sent, Instant now) {
        static Known of(Tx tx, List<Queued> rows) {
            return new Known(
                    Recipients.find(tx, rows.stream().map(Queued::customer).filter(Objects::nonNull).distinct().toList()),
                    OrderViews.find(tx, rows.stream().map(Queued::order).filter(Objects::nonNull).distinct().toList()),
                    Notifications.sent(tx, rows.stream().map(Queued::recipient).distinct().toList()),
                    tx.now());
        }

        @Nullable OrderView order(Queued row) {
            return row.order() == null ? null : orders.get(row.order());
        }
    }

    List<Prepared> prepare(List<Queued> rows) {
        var known = transactions.read(tx -> Known.of(tx, rows));
        var found = new HashMap<UUID, Addresses.Address>();
        for (var row : rows) {
            var address = addresses.of(row, known.recipients().get(row.recipient()), known.order(row));
            if (address != null) {
                found.put(row.id(), address);
            }
        }
        var suppressed = transactions.read(
                tx -> Suppressions.find(tx, found.values().stream().map(Addresses.Address::hash).toList()));
        var prepared = new ArrayList<Prepared>(rows.size());
        for (var row : rows) {
            prepared.add(prepared(row, known, found.get(row.id()), suppressed));
        }
        return prepared;
    }

    private Prepared prepared(
            Queued row, Known known, Addresses.@Nullable Address address, Map<String, String> suppressed) {
        var recipient = known.recipients().get(row.recipient());
        var why = address == null ? null : suppressed.get(row.channel() + "/" + address.hash());
        var decision = judged(row, known, recipient, address != null, why);
        var hash = address == null ? null : address.hash();
        if (!(decision instanceof Decision.Send) || address == null) {
            return new Prepared(row, decision, null, recipient, hash);
        }
        try {
            return new Prepared(row, decision, message(row, known, recipient, address), recipient, hash);
        } catch (OneTimeLinks.Gone e) {
            over(row);
            return new Prepared(
                    row, new Decision.Drop(Decision.Ending.EXPIRED, "LINK_GONE"), null, recipient, hash);
        } catch (RuntimeException e) {
            LOG.error("notification {} of {} cannot be written: {}", row.id(), row.template(), e.toString());
            return new Prepared(row, decision, null, recipient, hash);
        }
    }

    /// One at a time: what another thread is sending at the moment counts as sent.
    private synchronized Decision judged(
            Queued row, Known known, @Nullable Recipient recipient, boolean address, @Nullable String suppressed) {
        var kind = Kinds.of(row.template()).as(row.category());
        boolean person = row.sort() != Queued.Sort.TEAM;
        var sent = new ArrayList<>(known.sent().getOrDefault(row.recipient(), List.of()));
        sent.addAll(underWay.getOrDefault(row.recipient(), List.of()));
        var quiet = recipient == null ? readers.quiet() : recipient.quiet(readers.quiet());
        var decision = Judgement.of(
                new Judgement.Facts(
                        kind, row.caused(), superseded(row, known.order(row)),
                        !person || Wishes.allow(recipient, kind, row.channel()),
                        recipient != null && recipient.consent(), address, awaited(row, recipient, known.now()),
                        suppressed, sent, person ? quiet : null),
                known.now());
        if (decision instanceof Decision.Send) {
            underWay.computeIfAbsent(row.recipient(), _ -> new ArrayList<>(1)).add(new Past(row.category(), known.now()));
        }
        return decision;
    }

    /// What was to be sent is on record now, or was not sent.
    synchronized void over(List<Prepared> prepared) {
        for (var one : prepared) {
            if (one.decision() instanceof Decision.Send) {
                over(one.row());
            }
        }
    }

    private synchronized void over(Queued row) {
        var list = underWay.get(row.recipient());
        if (list != null) {
            list.removeLast();
            if (list.isEmpty()) {
                underWay.remove(row.recipient());
            }
        }
    }

    private static boolean awaited(Queued row, @Nullable Recipient recipient, Instant now) {
        return recipient == null
                && row.sort() == Queued.Sort.CUSTOMER
                && row.category() == Category.SECURITY
                && row.createdAt().plus(NEWS_TAKES).isAfter(now);
    }

    /// The order was confirmed meanwhile: one mail says both (contracts D1).
    private static boolean superseded(Queued row, @Nullable OrderView order) {
        return row.template().equals("order-received") && order != null && order.confirmedAt() != null;
    }

    private Outgoing message(Queued row, Known known, @Nullable Recipient recipient, Addresses.Address address) {
        var kind = Kinds.of(row.template()).as(row.category());
        var order = known.order(row);
        var reader = readers.of(recipient, order);
        var unsubscribe = kind.marketing() && row.customer() != null ? addresses.unsubscribe(row.customer()) : null;
        var about = new Letters.About(row.data(), order, links.of(row, reader), unsubscribe);
        var letter = row.channel() == Channel.EMAIL
                ? letters.letter(kind, reader, about)
                : letters.shortly(kind, reader, about);
        return new Outgoing(
                row.id(), row.channel(), row.recipient(), row.template(), address.text(), letter, unsubscribe);
    }
}
