package dev.souk.pages.work;

import dev.souk.pages.Turn;
import dev.souk.pages.Words;
import java.time.Instant;
import java.util.Optional;

/// What stands around the content of every page of an application.
///
/// @param place name of the application, for the text `<place>.name`
/// @param home where it begins, for example `/backoffice`
/// @param here key of the menu's entry that this page belongs to
public record Shell(
        Turn turn, String place, String home, String here, String title, Menu menu, Worker worker, Optional<Flash> flash) {

    public Words words() {
        return turn.words();
    }

    public String say(String key, Object... arguments) {
        return turn.words().say(key, arguments);
    }

    public String money(long minor, String currency) {
        return turn.words().money(minor, currency);
    }

    public String number(long number) {
        return turn.words().number(number);
    }

    /// Date and time, short enough for a table.
    public String stamp(Instant at) {
        return turn.words().stamp(at);
    }

    /// Whether the visitor has one of these roles; what nobody may do is not shown.
    public boolean may(String... roles) {
        return worker.may(roles);
    }

    /// An address of this application.
    public String to(String path) {
        return home + path;
    }
}
