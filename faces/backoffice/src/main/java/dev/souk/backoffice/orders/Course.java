package dev.souk.backoffice.orders;

import dev.souk.backoffice.form.States;
import dev.souk.pages.Words;
import dev.souk.pages.work.Moment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happened to an order, as it is told.
final class Course {
    private Course() {}

    static List<Moment> of(Order order, Words words) {
        return order.timeline().stream().map(entry -> moment(entry, words)).toList();
    }

    private static Moment moment(Order.Entry entry, Words words) {
        var status = entry.status();
        var title = status == null
                ? States.said(words, "moment", entry.kind())
                : States.said(words, "order.state", status);
        var text = Stream.of(detail(entry, words), entry.note(), by(entry, words))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · "));
        var kind = status != null ? States.kind(status) : entry.kind().startsWith("HOLD_") && !entry.kind().equals("HOLD_RELEASED") ? "warn" : "";
        return new Moment(title, text, entry.at(), kind);
    }

    private static @Nullable String detail(Order.Entry entry, Words words) {
        var detail = entry.detail();
        return detail == null || !detail.matches("[A-Z_]+( [A-Z_]+)*")
                ? detail
                : Stream.of(detail.split(" ")).map(code -> States.said(words, "detail", code)).collect(Collectors.joining(": "));
    }

    private static String by(Order.Entry entry, Words words) {
        return States.said(words, "by", entry.by());
    }
}
