package dev.souk.notification.http;

import dev.souk.notification.Refusals;
import dev.souk.notification.channel.Carriers;
import dev.souk.notification.channel.StandInInbox;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What would have been sent, for developers. In production there is no stand-in, and these answer 404.
public final class InboxRoutes {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String MAIL_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
                    + "frame-ancestors 'self'";

    private final Carriers carriers;

    public InboxRoutes(Carriers carriers) {
        this.carriers = carriers;
    }

    public record Message(
            UUID notificationId,
            String channel,
            String templateKey,
            UUID recipient,
            String address,
            String subject,
            String notice,
            String text,
            @Nullable String unsubscribe,
            Instant at) {
        static Message of(StandInInbox.Kept kept) {
            var message = kept.message();
            return new Message(
                    message.id(), message.channel().name(), message.template(), message.recipient(), message.address(),
                    message.letter().subject(), message.letter().notice(), message.letter().text(),
                    message.unsubscribe(), kept.at());
        }

        @Override
        public String toString() {
            return "Message[" + notificationId + "]";
        }
    }

    public record Messages(long taken, List<Message> messages) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/notifications/outbox")
                        .roles(Role.SUPPORT, Role.OPERATOR, Role.ADMIN)
                        .answers(200, Messages.class)
                        .summary("Development only: what would have been sent, newest first")
                        .query(Parameter.id("recipient", "a customer"), Parameter.limit(50, 500))
                        .free(this::list),
                Route.get("//inbox")
                        .answers(200, String.class)
                        .everyone()
                        .summary("Development only: the page of what would have been sent")
                        .free(_ -> carriers.production()
                                ? Answer.refused(Refusals.UNKNOWN_NOTIFICATION)
                                : page(Pages.inbox(carriers.inbox().all(), carriers.inbox().taken()), POLICY)),
                Route.get("//inbox/{notificationId}")
                        .answers(200, String.class)
                        .everyone()
                        .summary("Development only: one message")
                        .free(call -> shown(call, kept -> page(Pages.message(kept), POLICY))),
                Route.get("//inbox/{notificationId}/html")
                        .answers(200, String.class)
                        .everyone()
                        .summary("Development only: a mail as its reader sees it")
                        .free(call -> shown(call, kept -> page(kept.message().letter().html(), MAIL_POLICY))));
    }

    private Answer<Messages> list(Call<Void> call) {
        if (carriers.production()) {
            return Answer.refused(Refusals.UNKNOWN_NOTIFICATION);
        }
        int limit = call.limit(50, 500);
        return Answer.from(Paging.after(call, "recipient"), recipient -> new Messages(
                carriers.inbox().taken(),
                carriers.inbox().all().stream()
                        .filter(kept -> recipient.id() == null || kept.message().recipient().equals(recipient.id()))
                        .limit(limit)
                        .map(Message::of)
                        .toList()));
    }

    private interface Shown {
        Answer<String> of(StandInInbox.Kept kept);
    }

    private Answer<String> shown(Call<Void> call, Shown shown) {
        if (carriers.production()) {
            return Answer.refused(Refusals.UNKNOWN_NOTIFICATION);
        }
        return carriers.inbox()
                .find(call.pathId("notificationId"))
                .map(shown::of)
                .orElseGet(() -> Answer.refused(Refusals.UNKNOWN_NOTIFICATION));
    }

    private static Answer<String> page(String html, String policy) {
        return Answer.html(html).header("Content-Security-Policy", policy);
    }
}
