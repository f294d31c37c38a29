package dev.souk.checkout;

import dev.souk.checkout.db.Sagas;
import dev.souk.checkout.domain.Failure;
import dev.souk.checkout.domain.Saga;
import dev.souk.checkout.domain.State;
import dev.souk.checkout.domain.Step;
import dev.souk.checkout.domain.Undo;
import dev.souk.contracts.checkout.ListCheckouts;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Checkouts with what the console needs to judge them.
public final class ListCheckoutsQuery {
    private final Sagas sagas;

    ListCheckoutsQuery(Sagas sagas) {
        this.sagas = sagas;
    }

    /// The youngest first.
    public ListCheckouts.Page answer(ListCheckouts query, Tx tx) {
        var from = query.cursor() == null ? Cursor.START : Cursor.parse(query.cursor()).orElseThrow();
        var age = query.olderThan() == null ? Duration.ZERO : query.olderThan();
        var state = query.state() == null ? "" : query.state();
        var found = sagas.page(tx, state, tx.now().minus(age), from.startedAt(), from.checkoutId(), query.limit() + 1);
        var page = found.size() > query.limit() ? found.subList(0, query.limit()) : found;
        var next = found.size() > query.limit() ? Cursor.after(page.getLast()).text() : null;
        return new ListCheckouts.Page(page.stream().map(saga -> item(saga, tx.now())).toList(), next);
    }

    static ListCheckouts.Item item(Saga saga, Instant now) {
        return switch (saga.state()) {
            case State.Asked(var step) -> item(saga, "PENDING", step, now, null, Undo.NOTHING);
            case State.AwaitingShopper _ -> item(saga, "ACTION_REQUIRED", Step.AUTHORIZE, now, null, Undo.NOTHING);
            case State.Undoing(var failure, var undo) ->
                item(saga, "COMPENSATING", failure.step(), now, failure, undo);
            case State.Failed(var failure, var undo, var at) -> item(saga, "FAILED", failure.step(), at, failure, undo);
            case State.Completed(var _, var at) -> item(saga, "COMPLETED", Step.CREATE_ORDER, at, null, Undo.NOTHING);
        };
    }

    private static ListCheckouts.Item item(
            Saga saga, String state, Step step, Instant until, @Nullable Failure failure, Undo undo) {
        var purchase = saga.purchase();
        return new ListCheckouts.Item(
                purchase.checkoutId(),
                purchase.cartId(),
                purchase.orderId(),
                state,
                step.name(),
                saga.pace().attempts(),
                purchase.startedAt(),
                Duration.between(purchase.startedAt(), until).toMillis(),
                purchase.deadline(),
                saga.pace().dueAt(),
                failure == null ? null : failure.reason().name(),
                undo.open().stream().map(Step::name).toList(),
                saga.history().text(),
                saga.version());
    }
}
