package dev.souk.platform.postgres;

/// Where one context's database is, and with which role it is opened.
///
/// @param url JDBC, `jdbc:postgresql://host:port/name`
public record DatabaseAddress(String url, String user, String password) {
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
