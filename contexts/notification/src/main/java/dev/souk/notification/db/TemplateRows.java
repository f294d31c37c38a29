package dev.souk.notification.db;

import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The `template` table: texts that replace shipped ones.
public final class TemplateRows {
    private TemplateRows() {}

    public record Changed(
            String key, String locale, long version, String subject, String notice, String body, Instant at, String by) {}

    /// Those in use.
    public static List<Changed> current(Tx tx) {
        return tx.sql(
                        """
                select distinct on (key, locale) key, locale, version, subject, notice, body, changed_at, changed_by
                from template order by key, locale, version desc
                """)
                .list(TemplateRows::changed);
    }

    /// The one in use, if it is not the shipped one.
    public static Optional<Changed> find(Tx tx, String key, String locale) {
        return tx.sql(
                        """
                select key, locale, version, subject, notice, body, changed_at, changed_by
                from template where key = ? and locale = ? order by version desc limit 1
                """)
                .params(key, locale)
                .optional(TemplateRows::changed);
    }

    private static Changed changed(Row row) {
        return new Changed(
                row.text("key"), row.text("locale"), row.bigint("version"), row.text("subject"), row.text("notice"),
                row.text("body"), row.instant("changed_at"), row.text("changed_by"));
    }

    /// The version in use; 1 is the shipped one. Whoever changes it next waits for this transaction.
    public static long locked(Tx tx, String key, String locale) {
        tx.sql("select pg_advisory_xact_lock(hashtextextended(?, 17)) is null as locked")
                .params(key + "/" + locale)
                .one(row -> row.bool("locked"));
        return tx.sql("select coalesce(max(version), 1) as version from template where key = ? and locale = ?")
                .params(key, locale)
                .one(row -> row.bigint("version"));
    }

    public static void insert(Tx tx, Changed changed) {
        tx.sql(
                        """
                insert into template (key, locale, version, subject, notice, body, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(changed.key(), changed.locale(), changed.version(), changed.subject(), changed.notice(),
                        changed.body(), changed.at(), changed.by())
                .update();
    }
}
