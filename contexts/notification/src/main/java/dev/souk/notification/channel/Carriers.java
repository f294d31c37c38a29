package dev.souk.notification.channel;

import dev.souk.notification.domain.Channel;
import dev.souk.platform.messaging.Settings;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who carries what: a mail server if one is configured; otherwise, outside production, the stand-in inbox.
public final class Carriers {
    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

    private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
    private final StandInInbox inbox;
    private final boolean production;

    private Carriers(StandInInbox inbox, boolean production) {
        this.inbox = inbox;
        this.production = production;
    }

    public static Carriers from(Settings settings, Clock clock, boolean production) {
        var inbox = new StandInInbox(Math.toIntExact(settings.number("inbox.size", 500)), clock);
        var all = new Carriers(inbox, production);
        Carrier otherwise = production ? Carriers::nobody : inbox;
        for (var channel : List.of(Channel.SMS, Channel.PUSH)) {
            all.carriers.put(channel, otherwise);
        }
        var smtp = MailServer.from(settings);
        all.carriers.put(Channel.EMAIL, smtp.isPresent() ? new SmtpCarrier(smtp.get(), clock) : otherwise);
        if (production && smtp.isEmpty()) {
            LOG.warn("no mail server is configured (notification.mail.host): mails wait until there is one");
        }
        return all;
    }

    private static List<Handover> nobody(List<Outgoing> messages) {
        return messages.stream().<Handover>map(_ -> new Handover.Away("NOT_CONFIGURED")).toList();
    }

    public Carrier of(Channel channel) {
        var carrier = carriers.get(channel);
        if (carrier == null) {
            throw new IllegalArgumentException("nothing is carried " + channel);
        }
        return carrier;
    }

    public StandInInbox inbox() {
        return inbox;
    }

    public boolean production() {
        return production;
    }
}
