package dev.souk.notification.text;

/// A text in one language.
///
/// @param version 1 is the shipped one
/// @param subject heads a mail
/// @param notice short: for the shop, push and SMS
/// @param body Markdown
public record Template(String key, String locale, long version, String subject, String notice, String body) {
    /// Reads a shipped file: two head lines, an empty one, the body.
    static Template shipped(String key, String locale, String file) {
        var parts = file.split("\n", 4);
        if (parts.length < 4 || !parts[0].startsWith("subject: ") || !parts[1].startsWith("notice: ")
                || !parts[2].isBlank()) {
            throw new IllegalStateException("template " + locale + "/" + key + " begins with subject: and notice:");
        }
        return new Template(
                key, locale, 1, parts[0].substring("subject: ".length()), parts[1].substring("notice: ".length()),
                parts[3].strip());
    }
}
