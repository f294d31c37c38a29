package dev.souk.checkout.domain;

import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.platform.messaging.Command;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The steps of a checkout in their order, each with what undoes it.
@SuppressWarnings("ImmutableEnumChecker") // the functions are method references
public enum Step {
    RESERVE("ReserveInventory", seconds(10), Asks::reserveInventory, "ReleaseInventory", Asks::releaseInventory),
    HOLD_COUPON("HoldCoupon", seconds(10), Asks::holdCoupon, "ReleaseCoupon", Asks::releaseCoupon),
    HOLD_POINTS(
            "ReserveRewardPoints", seconds(10), Asks::reservePoints, "ReleaseRewardPoints", Asks::releasePoints),
    AUTHORIZE("AuthorizePayment", seconds(60), Asks::authorizePayment, "VoidPayment", Asks::voidPayment),
    /// Undone together with RESERVE: the same stock.
    COMMIT("CommitReservation", seconds(10), Asks::commitReservation),
    /// The pivot: once asked for there is only forward, until the order is there or refused.
    CREATE_ORDER("CreateOrder", seconds(10), Asks::createOrder);

    private final String command;
    private final Duration reply;
    private final BiFunction<Saga, CartCheckedOut, Command<?>> ask;
    private final @Nullable String undoCommand;
    private final @Nullable Function<Saga, Command<?>> undo;

    Step(
            String command,
            Duration reply,
            BiFunction<Saga, CartCheckedOut, Command<?>> ask,
            @Nullable String undoCommand,
            @Nullable Function<Saga, Command<?>> undo) {
        this.command = command;
        this.reply = reply;
        this.ask = ask;
        this.undoCommand = undoCommand;
        this.undo = undo;
    }

    Step(String command, Duration reply, BiFunction<Saga, CartCheckedOut, Command<?>> ask) {
        this(command, reply, ask, null, null);
    }

    /// How long an answer may take before it is asked for again.
    Duration reply() {
        return reply;
    }

    boolean undoable() {
        return undo != null;
    }

    boolean atOrAfter(Step other) {
        return compareTo(other) >= 0;
    }

    Act.Send ask(Saga saga, CartCheckedOut cart) {
        return new Act.Send(saga.purchase().commandId(command), ask.apply(saga, cart));
    }

    Act.Send undo(Saga saga) {
        if (undo == null || undoCommand == null) {
            throw new IllegalStateException(this + " has no undo");
        }
        return new Act.Send(saga.purchase().commandId(undoCommand), undo.apply(saga));
    }

    /// Name of what has not been answered, for the alarm.
    String unanswered(boolean undoing) {
        return undoing && undoCommand != null ? undoCommand : command;
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
