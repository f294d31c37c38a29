package dev.souk.tests.messages;

import java.util.Collection;

/// The table of all messages as a page.
final class MessageTable {
    private static final String HEAD =
            """
            # Messages

            Generated from the door plates of the contexts and the records of `contracts`; a test fails when it is not
            up to date (`mvn -pl tests test -Dtest=MessagesTest -Ddocs.write` rewrites it).

            From: who publishes an event, sends a command or asks a query; nobody else means the owner's own HTTP routes,
            timers and reactions. To: who reacts, handles or answers; `-` for an event means that it is there for
            analysis and audit.

            | Context | Kind | Name | Version | From | To |
            |---|---|---|---|---|---|
            """;

    private MessageTable() {}

    static String of(Messages messages) {
        var page = new StringBuilder(HEAD);
        for (var message : messages.all()) {
            var type = Messages.type(message);
            page.append("| ").append(String.join(" | ",
                    type.context(), Messages.kind(message), type.name(), type.version(),
                    list(messages.from(message)), list(messages.to(message)))).append(" |\n");
        }
        return page.toString();
    }

    private static String list(Collection<String> names) {
        return names.isEmpty() ? "-" : String.join(", ", names);
    }
}
