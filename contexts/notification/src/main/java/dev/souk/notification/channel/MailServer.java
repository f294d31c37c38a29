package dev.souk.notification.channel;

import dev.souk.platform.messaging.Settings;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/// Where mail is handed in.
///
/// @param from the sender's address
/// @param domain right-hand side of message ids
public record MailServer(
        String host, int port, String user, String password, Tls tls, String from, String brand, String domain) {
    /// How the connection is protected.
    public enum Tls {
        NONE,
        STARTTLS,
        TLS
    }

    static Optional<MailServer> from(Settings settings) {
        var host = settings.text("mail.host", "");
        var tls = Tls.valueOf(settings.text("mail.tls", "starttls").toUpperCase(Locale.ROOT));
        long port = settings.number("mail.port", tls == Tls.TLS ? 465 : 587);
        var user = settings.text("mail.user", "");
        var password = settings.text("mail.password", "");
        var from = settings.text("mail.from", "shop@localhost");
        var brand = settings.text("brand", "Souk");
        return host.isEmpty()
                ? Optional.empty()
                : Optional.of(new MailServer(
                        host, Math.toIntExact(port), user, password, tls, from, brand,
                        from.substring(from.indexOf('@') + 1)));
    }

    Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.auth", String.valueOf(!user.isEmpty()));
        properties.put("mail.smtp.connectiontimeout", "5000");
        properties.put("mail.smtp.timeout", "20000");
        properties.put("mail.smtp.writetimeout", "20000");
        properties.put("mail.smtp.starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(tls == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.enable", String.valueOf(tls == Tls.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    /// Never the password.
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + " " + tls + "]";
    }
}
