package dev.souk.notification;

import dev.souk.contracts.notification.NotificationSent;
import dev.souk.notification.db.Notifications;
import dev.souk.notification.db.Queued;
import dev.souk.notification.db.Recipients;
import dev.souk.notification.db.Recipients.Recipient;
import dev.souk.notification.domain.Channel;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes in what is to be told. Writes rows and nothing else, in the transaction of whoever tells: what happens twice
/// is in it once, and nothing can leave the house before the commit.
final class Outbox {
    private final Courier courier;
    private final Addresses addresses;

    Outbox(Courier courier, Addresses addresses) {
        this.courier = courier;
        this.addresses = addresses;
    }

    /// Rows by id, so that what a batch names twice is in it once.
    private static final class Draft {
        private final Map<UUID, Queued> rows = new LinkedHashMap<>();
        private final List<@Nullable Instant> due = new ArrayList<>();

        void add(Queued row, @Nullable Instant at) {
            if (rows.putIfAbsent(row.id(), row) == null) {
                due.add(at);
            }
        }
    }

    /// @return the ids of what is to be told, whether new or not
    List<UUID> add(Tx tx, List<Notice> notices) {
        if (notices.isEmpty()) {
            return List.of();
        }
        var customers = notices.stream()
                .filter(notice -> notice.sort() == Queued.Sort.CUSTOMER)
                .map(Notice::recipient)
                .distinct()
                .toList();
        var recipients = Recipients.find(tx, customers);
        boolean handed = courier.room(notices.size());
        var draft = new Draft();
        for (var notice : notices) {
            var at = notice.notBefore();
            var soon = handed ? tx.now().plus(Notifications.LEASE) : tx.now();
            draft(draft, notice, recipients.get(notice.recipient()), at == null ? soon : at, tx.now());
        }
        if (draft.rows.isEmpty()) {
            return List.of();
        }
        var rows = List.copyOf(draft.rows.values());
        var fresh = Notifications.insert(tx, rows, draft.due);
        var added = rows.stream().filter(row -> fresh.contains(row.id())).toList();
        added.stream().filter(row -> row.channel() == Channel.IN_APP).forEach(row -> published(tx, row));
        if (handed) {
            var later = notices.stream().filter(n -> n.notBefore() != null).map(Notice::cause).toList();
            var now = added.stream()
                    .filter(row -> row.channel() != Channel.IN_APP && !later.contains(row.cause()))
                    .toList();
            tx.afterCommit(() -> courier.submit(now));
        }
        return List.copyOf(draft.rows.keySet());
    }

    private void draft(Draft draft, Notice notice, @Nullable Recipient recipient, Instant due, Instant now) {
        var kind = notice.kind();
        if (notice.only() != null) {
            draft.add(notice.on(notice.only(), now), notice.only() == Channel.IN_APP ? null : due);
            return;
        }
        boolean customer = notice.sort() == Queued.Sort.CUSTOMER;
        var channel = customer ? Wishes.first(recipient, kind, notice.order() != null) : Channel.EMAIL;
        if (kind.onRequest() && !Wishes.allow(recipient, kind, channel)) {
            return; // nobody has asked for it: not worth a row
        }
        if (notice.sort() != Queued.Sort.TEAM || addresses.reaches(notice.recipient())) {
            draft.add(notice.on(channel, now), due);
        }
        if (kind.inApp() && (customer ? recipient != null && recipient.registered() : notice.sort() == Queued.Sort.TEAM)
                && Wishes.allow(recipient, kind, Channel.IN_APP)) {
            draft.add(notice.on(Channel.IN_APP, now), null);
        }
    }

    private static void published(Tx tx, Queued row) {
        Journey.of(tx, row).publish(
                new NotificationSent(
                        row.id(), row.customer(), row.channel().name(), row.template(),
                        new NotificationSent.WhatCaused(row.cause().eventType(), row.cause().eventId()), null, tx.now()),
                1);
    }
}
