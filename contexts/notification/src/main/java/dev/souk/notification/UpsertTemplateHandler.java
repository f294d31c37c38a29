package dev.souk.notification;

import dev.souk.contracts.notification.TemplateChanged;
import dev.souk.contracts.notification.UpsertTemplate;
import dev.souk.notification.db.TemplateRows;
import dev.souk.notification.text.Letters;
import dev.souk.notification.text.Template;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Tx;

/// Replaces a text, if whoever wrote it has seen the present one.
final class UpsertTemplateHandler {
    private final Letters letters;
    private final Transactions transactions;

    UpsertTemplateHandler(Letters letters, Transactions transactions) {
        this.letters = letters;
        this.transactions = transactions;
    }

    Outcome<Long> handle(UpsertTemplate command, Tx tx) {
        var text = new Template(
                command.templateKey(), command.locale(), command.expectedVersion() + 1, command.subject(), command.notice(),
                command.body());
        var problem = TextCheck.problem(text, letters);
        if (problem.isPresent()) {
            return Outcome.refused(problem.get());
        }
        long present = TemplateRows.locked(tx, command.templateKey(), command.locale());
        if (present != command.expectedVersion()) {
            return Outcome.refused(Refusal.stale(command.expectedVersion(), present));
        }
        TemplateRows.insert(tx, new TemplateRows.Changed(
                command.templateKey(), command.locale(), present + 1, command.subject(), command.notice(), command.body(),
                tx.now(), tx.cause().actor().id()));
        tx.publish(new TemplateChanged(command.templateKey(), command.locale(), present + 1), present);
        tx.afterCommit(() -> transactions.read(now -> {
            letters.templates().load(now);
            return true;
        }));
        return Outcome.done(present + 1);
    }
}
