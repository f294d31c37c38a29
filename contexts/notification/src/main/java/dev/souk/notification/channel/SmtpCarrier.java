package dev.souk.notification.channel;

import dev.souk.notification.text.Letters.Letter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands mail to a server: one connection for a batch. The Message-ID is made of the notification's id, so that a mail
/// that is handed over again after a crash can be recognised.
final class SmtpCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);
    private static final Pattern CODE = Pattern.compile("\\b([45]\\d\\d)\\b(?: (\\d\\.\\d{1,3}\\.\\d{1,3}))?");

    private final MailServer server;
    private final Clock clock;
    private final Session session;

    SmtpCarrier(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.session = Session.getInstance(server.properties());
    }

    @Override
    public List<Handover> hand(List<Outgoing> messages) {
        var answers = new ArrayList<Handover>(messages.size());
        try (var transport = session.getTransport("smtp")) {
            connect(transport);
            for (var message : messages) {
                if (!transport.isConnected()) {
                    connect(transport); // some servers end the connection after a refusal
                }
                answers.add(hand(message, transport));
            }
        } catch (MessagingException e) {
            LOG.warn("mail server {} cannot be used: {}", server, reason(e));
        }
        while (answers.size() < messages.size()) {
            answers.add(new Handover.Away("SERVER_UNREACHABLE"));
        }
        return answers;
    }

    private void connect(Transport transport) throws MessagingException {
        if (server.user().isEmpty()) {
            transport.connect();
        } else {
            transport.connect(server.host(), server.port(), server.user(), server.password());
        }
    }

    private Handover hand(Outgoing outgoing, Transport transport) {
        try {
            var message = message(outgoing);
            transport.sendMessage(message, message.getAllRecipients());
            return new Handover.Accepted(message.getMessageID());
        } catch (AddressException e) {
            return new Handover.Bounced("INVALID_ADDRESS");
        } catch (SendFailedException e) {
            return failed(e);
        } catch (MessagingException e) {
            return new Handover.Away(reason(e));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private static Handover failed(SendFailedException e) {
        for (Exception cause = e; cause instanceof MessagingException nested; cause = nested.getNextException()) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= 500
                        ? new Handover.Bounced(reason(address))
                        : new Handover.Later(reason(address));
            }
        }
        boolean never = e instanceof SMTPSendFailedException send && send.getReturnCode() >= 500;
        return never ? new Handover.Refused(reason(e)) : new Handover.Later(reason(e));
    }

    /// The server's code only: its text may name the recipient.
    private static String reason(MessagingException e) {
        var code = CODE.matcher(String.valueOf(e.getMessage()));
        if (!code.find()) {
            return e.getClass().getSimpleName();
        }
        return code.group(2) == null ? "SMTP " + code.group(1) : "SMTP " + code.group(1) + " " + code.group(2);
    }

    private MimeMessage message(Outgoing outgoing) throws MessagingException, UnsupportedEncodingException {
        var id = "<" + outgoing.id() + "@" + server.domain() + ">";
        var message = new WithId(session, id);
        message.setFrom(new InternetAddress(server.from(), server.brand(), "UTF-8"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(outgoing.address(), true));
        message.setSubject(outgoing.letter().subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", outgoing.letter().locale());
        if (outgoing.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + outgoing.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(content(outgoing.letter()));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart content(Letter letter) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(letter.text(), "UTF-8", "plain");
        var html = new MimeBodyPart();
        html.setText(letter.html(), "UTF-8", "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
