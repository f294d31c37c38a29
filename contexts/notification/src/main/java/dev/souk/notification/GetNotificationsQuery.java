package dev.souk.notification;

import dev.souk.contracts.notification.GetNotifications;
import dev.souk.notification.db.Notices;
import dev.souk.notification.db.OrderViews;
import dev.souk.notification.db.Recipients;
import dev.souk.notification.domain.Kinds;
import dev.souk.notification.text.Letters;
import dev.souk.notification.text.Reader;
import dev.souk.platform.messaging.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Notices in the shop, in the words of today's templates.
public final class GetNotificationsQuery {
    private static final int COUNTED = 100;

    private final Letters letters;
    private final Readers readers;
    private final Supplier<String> shop;

    GetNotificationsQuery(Letters letters, Readers readers, Supplier<String> shop) {
        this.letters = letters;
        this.readers = readers;
        this.shop = shop;
    }

    GetNotifications.Page answer(GetNotifications query, Tx tx) {
        return page(List.of(query.recipient()), query.cursor(), query.limit(), tx);
    }

    /// For a customer, or for somebody who belongs to several teams.
    public GetNotifications.Page page(Collection<UUID> recipients, @Nullable UUID before, int limit, Tx tx) {
        var rows = Notices.inApp(tx, recipients, before, limit);
        var orders = OrderViews.find(tx, rows.stream().map(Notices.InApp::order).filter(Objects::nonNull).toList());
        var first = recipients.size() == 1 ? Recipients.find(tx, recipients.iterator().next()).orElse(null) : null;
        var notices = rows.stream()
                .map(row -> {
                    var order = row.order() == null ? null : orders.get(row.order());
                    return notice(row, readers.of(first, order), order);
                })
                .toList();
        return new GetNotifications.Page(
                notices, Notices.unread(tx, recipients, COUNTED), Notices.next(rows, limit, Notices.InApp::id));
    }

    private GetNotifications.Notice notice(Notices.InApp row, Reader reader, OrderViews.@Nullable OrderView order) {
        var letter = letters.shortly(
                Kinds.of(row.template()), reader, new Letters.About(row.data(), order, Map.of(), null));
        var link = row.order() == null ? null : shop.get() + "/orders/" + row.order();
        return new GetNotifications.Notice(
                row.id(), row.template(), row.category().name(), letter.subject(), letter.notice(), link, row.at(),
                row.readAt());
    }
}
