package dev.souk.notification;

import dev.souk.contracts.customer.RecordConsent;
import dev.souk.contracts.customer.SubjectRequests;
import dev.souk.contracts.notification.CreateWebhookSubscription;
import dev.souk.contracts.notification.GetNotifications;
import dev.souk.contracts.notification.GetTemplate;
import dev.souk.contracts.notification.ListWebhookDeliveries;
import dev.souk.contracts.notification.NotificationFailed;
import dev.souk.contracts.notification.NotificationRead;
import dev.souk.contracts.notification.NotificationSent;
import dev.souk.contracts.notification.RecipientSuppressed;
import dev.souk.contracts.notification.ReplayWebhooks;
import dev.souk.contracts.notification.RetryNotification;
import dev.souk.contracts.notification.SendNotification;
import dev.souk.contracts.notification.SuppressRecipient;
import dev.souk.contracts.notification.TemplateChanged;
import dev.souk.contracts.notification.UpsertTemplate;
import dev.souk.contracts.notification.WebhookDisabled;
import dev.souk.contracts.notification.WebhookSubscriptionCreated;
import dev.souk.notification.channel.Carriers;
import dev.souk.notification.db.Deliveries;
import dev.souk.notification.http.InboxRoutes;
import dev.souk.notification.http.LogRoutes;
import dev.souk.notification.http.NoticeRoutes;
import dev.souk.notification.http.SettingRoutes;
import dev.souk.notification.http.StockWishRoutes;
import dev.souk.notification.http.TemplateRoutes;
import dev.souk.notification.http.UnsubscribeRoutes;
import dev.souk.notification.http.WebhookRoutes;
import dev.souk.notification.text.Letters;
import dev.souk.notification.text.Templates;
import dev.souk.notification.webhook.Keeping;
import dev.souk.notification.webhook.Subscribing;
import dev.souk.notification.webhook.Webhooks;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Wiring;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Notices to customers and staff, on every channel, and events to webhooks.
public final class NotificationContext implements Context {
    private static final Duration WEBHOOK_EVENTS_KEPT = Duration.ofDays(30);
    private static final int FORGET_AT_ONCE = 1_000;

    private final Supplier<URI> address;
    private final boolean production;
    private @Nullable Courier courier;
    private @Nullable Webhooks webhooks;

    /// @param address how browsers reach the shop, known once it is served
    /// @param production nothing stands in for mail servers, and there is no inbox page
    public NotificationContext(Supplier<URI> address, boolean production) {
        this.address = address;
        this.production = production;
    }

    @Override
    public String name() {
        return "notification";
    }

    @Override
    public void wire(Wiring on) {
        var settings = on.settings();
        var named = settings.text("shop-url", "");
        Supplier<String> url = () -> named.isEmpty() ? address.get().toString() : named;
        var shop = new Letters.Shop(settings.text("brand", "Souk"), url);
        var readers = Readers.from(settings);
        var letters = new Letters(
                new Templates(readers.locale()), shop, sealed -> on.vault().open(sealed, String.class));
        var addresses = new Addresses(on.vault(), settings, url);
        var carriers = Carriers.from(settings, on.clock(), production);
        var sending = new Courier(
                on.transactions(),
                new Preparation(on.transactions(), addresses, letters, readers, new IssuedLinks(on.bus())),
                carriers,
                new Results(() -> ThreadLocalRandom.current().nextDouble()),
                Math.toIntExact(settings.number("concurrency", 4)),
                settings.duration("gather", Duration.ofMillis(250)));
        courier = sending;
        var outbox = new Outbox(sending, addresses);
        var keeping = webhooks(on);
        rules(on, outbox, keeping, url);
        SubjectRequests.answer(on, name(), new Held(on.vault(), carriers.inbox()));
        sending(on, sending, outbox, letters);
        commands(on, outbox, letters, addresses);
        var notices = new GetNotificationsQuery(letters, readers, url);
        var templates = new GetTemplateQuery(letters);
        on.answer(GetNotifications.class, notices::answer)
                .answer(GetTemplate.class, templates::answer)
                .answer(ListWebhookDeliveries.class, ListWebhookDeliveriesQuery::answer)
                .serve(new NoticeRoutes(notices).routes())
                .serve(new SettingRoutes(on.vault()).routes())
                .serve(new StockWishRoutes(on.bus()).routes())
                .serve(new LogRoutes(on.vault()).routes())
                .serve(new TemplateRoutes(letters, templates).routes())
                .serve(new InboxRoutes(carriers).routes())
                .serve(new UnsubscribeRoutes(new Unsubscribing(addresses)).routes());
        on.sends(List.of(RecordConsent.class));
        on.publishes(List.of(
                NotificationSent.class, NotificationFailed.class, NotificationRead.class, RecipientSuppressed.class,
                TemplateChanged.class, WebhookSubscriptionCreated.class, WebhookDisabled.class));
    }

    private static void rules(Wiring on, Outbox outbox, Keeping keeping, Supplier<String> shop) {
        var settings = on.settings();
        var holdBack = settings.duration("hold-back", Duration.ofMinutes(1));
        new Rules(List.of(
                        new WhenCustomerChangesFollow(outbox), // first: the others ask whom it has made known
                        new WhenOrderPlacedTell(outbox, holdBack),
                        new WhenOrderChangesTell(outbox, settings.duration("receipt-after", Duration.ofMinutes(10)), holdBack),
                        new WhenCartIsLeftRemind(outbox, shop),
                        new WhenStaffIsNeededTell(outbox),
                        new WhenCustomerAsksTell(outbox, shop),
                        new WhenGoodsArriveTell(outbox, shop),
                        new WhenAccountChangesTell(outbox),
                        new WhenAnythingHappensKeepForWebhooks(keeping)))
                .wire(on);
    }

    private static void sending(Wiring on, Courier courier, Outbox outbox, Letters letters) {
        on.run(courier)
                .sweep("sending", Duration.ofSeconds(1), courier::claim)
                .sweep("low-stock-digest", on.settings().duration("low-stock-digest", Duration.ofHours(1)),
                        new LowStockDigest(outbox)::run)
                .sweep("templates", Duration.ofMinutes(1), tx -> {
                    letters.templates().load(tx);
                    return 0;
                });
    }

    private static void commands(Wiring on, Outbox outbox, Letters letters, Addresses addresses) {
        on.handle(SendNotification.class, new SendNotificationHandler(outbox)::handle)
                .handle(UpsertTemplate.class, new UpsertTemplateHandler(letters, on.transactions())::handle)
                .handle(RetryNotification.class, RetryNotificationHandler::handle)
                .handle(SuppressRecipient.class, new SuppressRecipientHandler(on.vault(), addresses)::handle);
    }

    private Keeping webhooks(Wiring on) {
        var settings = on.settings();
        boolean local = settings.flag("webhooks.allow-local", false);
        var keeping = new Keeping();
        var subscribing = new Subscribing(
                on.vault(), keeping, local, settings.duration("webhooks.secret-overlap", Duration.ofHours(24)));
        var delivering = new Webhooks(
                on.transactions(), on.vault(), on.clock(), local,
                Math.toIntExact(settings.number("webhooks.concurrency", 16)));
        webhooks = delivering;
        on.handle(CreateWebhookSubscription.class, subscribing::create)
                .handle(ReplayWebhooks.class, subscribing::replay)
                .run(delivering)
                .sweep("webhooks", Duration.ofSeconds(1), delivering::claim)
                .sweep("webhook-events", Duration.ofMinutes(10), NotificationContext::forget)
                .serve(new WebhookRoutes(subscribing).routes());
        return keeping;
    }

    private static int forget(Tx tx) {
        return Deliveries.forget(tx, tx.now().minus(WEBHOOK_EVENTS_KEPT), FORGET_AT_ONCE);
    }

    /// Waits until nothing is being sent or delivered; for tests.
    public boolean awaitQuiet(Duration most) throws InterruptedException {
        return Objects.requireNonNull(courier, "not wired").awaitQuiet(most)
                && Objects.requireNonNull(webhooks, "not wired").awaitQuiet(most);
    }
}
