package dev.souk.notification;

import dev.souk.contracts.notification.ListWebhookDeliveries;
import dev.souk.notification.db.Deliveries;
import dev.souk.platform.messaging.Tx;

/// What was or is to be delivered.
public final class ListWebhookDeliveriesQuery {
    private ListWebhookDeliveriesQuery() {}

    public static ListWebhookDeliveries.Page answer(ListWebhookDeliveries query, Tx tx) {
        var before = query.before() == null ? Long.MAX_VALUE : query.before();
        var page = Deliveries.page(tx, query.subscriptionId(), before, query.limit());
        return new ListWebhookDeliveries.Page(page, page.size() < query.limit() ? null : page.getLast().position());
    }
}
