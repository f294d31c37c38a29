package dev.souk.checkout.db;

import dev.souk.checkout.domain.Failure;
import dev.souk.checkout.domain.History;
import dev.souk.checkout.domain.Pace;
import dev.souk.checkout.domain.Purchase;
import dev.souk.checkout.domain.Saga;
import dev.souk.checkout.domain.State;
import dev.souk.checkout.domain.Step;
import dev.souk.checkout.domain.Undo;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.contracts.order.CreateOrder;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Sealed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The state of a saga as columns, those that its kind of state does not have null.
record SagaRow(
        Saga saga,
        String state,
        Step step,
        State.@Nullable Action action,
        @Nullable Failure failure,
        @Nullable Undo undo,
        @Nullable String confirmation,
        @Nullable Instant endedAt) {

    static SagaRow of(Saga saga) {
        return switch (saga.state()) {
            case State.Asked(var step) -> new SagaRow(saga, "PENDING", step, null, null, null, null, null);
            case State.AwaitingShopper(var action) ->
                new SagaRow(saga, "ACTION_REQUIRED", Step.AUTHORIZE, action, null, null, null, null);
            case State.Undoing(var failure, var undo) ->
                new SagaRow(saga, "COMPENSATING", failure.step(), null, failure, undo, null, null);
            case State.Failed(var failure, var undo, var at) ->
                new SagaRow(saga, "FAILED", failure.step(), null, failure, undo, null, at);
            case State.Completed(var confirmation, var at) ->
                new SagaRow(saga, "COMPLETED", Step.CREATE_ORDER, null, null, null, confirmation, at);
        };
    }

    static Saga read(Row row) {
        return new Saga(
                purchase(row),
                state(row),
                new Pace(row.integer("attempts"), row.instant("asked_at"), row.instantOrNull("due_at")),
                authorization(row),
                new History(row.text("history")),
                row.bigint("version"),
                row.bigint("facts"));
    }

    @Nullable UUID authorizationId() {
        var yes = saga.authorization();
        return yes == null ? null : yes.authorizationId();
    }

    CreateOrder.@Nullable Payment payment() {
        var yes = saga.authorization();
        return yes == null ? null : yes.method();
    }

    @Nullable String last4() {
        var paid = payment();
        return paid == null || paid.last4() == null ? null : paid.last4().text();
    }

    @Nullable String reason() {
        return failure == null ? null : failure.reason().name();
    }

    @Nullable String detail() {
        return failure == null ? null : Json.MAPPER.writeValueAsString(failure.detail());
    }

    @Nullable String undoOpen() {
        return undo == null ? null : words(undo.open());
    }

    @Nullable String undoDone() {
        return undo == null ? null : words(undo.done());
    }

    private static Purchase purchase(Row row) {
        return new Purchase(
                row.uuid("checkout_id"),
                row.uuid("cart_id"),
                row.uuid("order_id"),
                row.uuid("customer_id"),
                row.text("placed_by"),
                row.bigint("total"),
                row.text("currency"),
                row.bool("coupon"),
                row.bool("points"),
                row.instant("started_at"),
                row.instant("deadline"));
    }

    private static State state(Row row) {
        var state = row.text("state");
        return switch (state) {
            case "PENDING" -> new State.Asked(row.enumOf(Step.class, "step"));
            case "ACTION_REQUIRED" ->
                new State.AwaitingShopper(new State.Action(
                        row.text("action_kind"), row.text("action_ref"), row.instant("action_until")));
            case "COMPENSATING" -> new State.Undoing(failure(row), undo(row));
            case "FAILED" -> new State.Failed(failure(row), undo(row), row.instant("ended_at"));
            case "COMPLETED" -> new State.Completed(row.text("confirmation"), row.instant("ended_at"));
            default -> throw new IllegalStateException("unknown state " + state);
        };
    }

    private static Failure failure(Row row) {
        var detail = Json.MAPPER.readValue(row.text("detail"), CheckoutFailed.Detail.class);
        return new Failure(row.enumOf(Step.class, "step"), row.enumOf(Failure.Reason.class, "reason"), detail);
    }

    private static Undo undo(Row row) {
        return new Undo(steps(row.textOrNull("undo_open")), steps(row.textOrNull("undo_done")));
    }

    private static Saga.@Nullable Authorization authorization(Row row) {
        var id = row.uuidOrNull("authorization_id");
        return id == null
                ? null
                : new Saga.Authorization(
                        id,
                        new CreateOrder.Payment(
                                row.text("payment_kind"),
                                row.textOrNull("payment_brand"),
                                last4(row)));
    }

    private static @Nullable Sealed<String> last4(Row row) {
        var text = row.textOrNull("payment_last4");
        return text == null ? null : new Sealed<>(text);
    }

    private static String words(List<Step> steps) {
        return steps.stream().map(Step::name).collect(Collectors.joining(","));
    }

    private static List<Step> steps(@Nullable String words) {
        return words == null || words.isEmpty()
                ? List.of()
                : Arrays.stream(words.split(",")).map(Step::valueOf).toList();
    }
}
