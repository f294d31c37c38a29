package dev.souk.notification;

import dev.souk.contracts.notification.GetTemplate;
import dev.souk.notification.db.TemplateRows;
import dev.souk.notification.domain.Kinds;
import dev.souk.notification.text.Letters;
import dev.souk.platform.messaging.Tx;
import java.util.Optional;

/// One text as it is in use.
public final class GetTemplateQuery {
    private final Letters letters;

    GetTemplateQuery(Letters letters) {
        this.letters = letters;
    }

    /// Reads the table itself: who changes a text must see the newest.
    public Optional<GetTemplate.Template> answer(GetTemplate query, Tx tx) {
        var kind = Kinds.find(query.key());
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        var category = kind.get().category().name();
        var names = letters.names(query.key());
        var changed = TemplateRows.find(tx, query.key(), query.locale());
        if (changed.isPresent()) {
            var row = changed.get();
            return Optional.of(new GetTemplate.Template(
                    row.key(), row.locale(), category, row.version(), false, row.subject(), row.notice(), row.body(),
                    names, row.at(), row.by()));
        }
        return letters.templates().shipped(query.key(), query.locale()).map(text -> new GetTemplate.Template(
                text.key(), text.locale(), category, text.version(), true, text.subject(), text.notice(), text.body(),
                names, null, null));
    }
}
