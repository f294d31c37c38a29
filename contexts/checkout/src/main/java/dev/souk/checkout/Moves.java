package dev.souk.checkout;

import dev.souk.checkout.db.Carts;
import dev.souk.checkout.db.Sagas;
import dev.souk.checkout.domain.Act;
import dev.souk.checkout.domain.Next;
import dev.souk.checkout.domain.Saga;
import dev.souk.contracts.cart.CartCheckedOut;
import dev.souk.platform.messaging.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Carries out what was decided about checkouts, many in one go: each table is read and written once.
final class Moves {
    private final Sagas sagas;
    private final Carts carts;
    private final Watch watch;

    Moves(Sagas sagas, Carts carts, Watch watch) {
        this.sagas = sagas;
        this.carts = carts;
        this.watch = watch;
    }

    /// Begins a round with these, locked as far as they exist.
    Round round(Tx tx, Collection<UUID> checkouts) {
        return new Round(tx, sagas.lock(tx, checkouts));
    }

    /// Begins a round with what is due, locked; `null` when nothing is.
    @Nullable Round due(Tx tx, int limit) {
        var due = sagas.due(tx, limit);
        if (due.isEmpty()) {
            return null;
        }
        var before = new LinkedHashMap<UUID, Saga>();
        due.forEach(saga -> before.put(saga.checkoutId(), saga));
        return new Round(tx, before);
    }

    /// One transaction's decisions; nothing is done before [#finish].
    final class Round {
        private final Tx tx;
        private final Map<UUID, Saga> before;
        private final Map<UUID, Saga> now;
        private final Set<UUID> touched = new LinkedHashSet<>();
        private final List<Carts.Begun> begun = new ArrayList<>();
        private final List<Deed> deeds = new ArrayList<>();

        private record Deed(Act act, Tx tx) {}

        private Round(Tx tx, Map<UUID, Saga> before) {
            this.tx = tx;
            this.before = before;
            this.now = new HashMap<>(before);
        }

        Collection<Saga> locked() {
            return before.values();
        }

        @Nullable Saga saga(UUID checkoutId) {
            return now.get(checkoutId);
        }

        /// @param because the transaction as its cause sees it
        void begin(CartCheckedOut cart, Next next, Tx because) {
            begun.add(new Carts.Begun(cart, because.cause().correlationId()));
            turn(next, because);
        }

        void turn(Next next, Tx because) {
            var saga = next.saga();
            var was = now.put(saga.checkoutId(), saga);
            if (was == null || was.version() != saga.version()) {
                touched.add(saga.checkoutId());
            }
            next.acts().forEach(act -> deeds.add(new Deed(act, because)));
        }

        /// What falls due goes on with the journey that its checkout belongs to.
        void turnDue(Function<Saga, Next> next) {
            var journeys = carts.journeys(tx, before.keySet());
            for (var saga : List.copyOf(before.values())) {
                touch(saga);
                turn(next.apply(saga), tx.within(journeys.get(saga.checkoutId())));
            }
        }

        /// Saves it even if nothing changed, so that the time of the next look is set anew.
        private void touch(Saga saga) {
            touched.add(saga.checkoutId());
        }

        void finish() {
            if (!begun.isEmpty()) {
                carts.insert(tx, begun);
            }
            perform();
            save();
            var seen = touched.stream().filter(this::looksDifferent).map(this::current).toList();
            if (!seen.isEmpty()) {
                tx.afterCommit(() -> watch.raise(seen));
            }
        }

        private void perform() {
            var asking = deeds.stream()
                    .filter(deed -> deed.act() instanceof Act.Ask)
                    .map(deed -> ((Act.Ask) deed.act()).saga().checkoutId())
                    .toList();
            var found = asking.isEmpty() ? Map.<UUID, CartCheckedOut>of() : carts.of(tx, asking);
            for (var deed : deeds) {
                switch (deed.act()) {
                    case Act.Ask ask -> send(deed.tx(), ask.of(cart(found, ask.saga().checkoutId())));
                    case Act.TakeBack back -> send(deed.tx(), back.command());
                    case Act.Confirm confirm -> send(deed.tx(), confirm.command());
                    case Act.Publish(var event, var version) -> deed.tx().publish(event, version);
                }
            }
        }

        private static void send(Tx tx, Act.Send send) {
            tx.send(send.commandId(), send.command());
        }

        private static CartCheckedOut cart(Map<UUID, CartCheckedOut> found, UUID id) {
            var cart = found.get(id);
            if (cart == null) {
                throw new IllegalStateException("the cart of checkout " + id + " is gone");
            }
            return cart;
        }

        private void save() {
            var fresh = new ArrayList<Saga>();
            var known = new ArrayList<Saga>();
            for (var id : touched) {
                (before.containsKey(id) ? known : fresh).add(current(id));
            }
            if (!fresh.isEmpty()) {
                sagas.insert(tx, fresh);
            }
            if (!known.isEmpty()) {
                sagas.update(tx, known);
            }
            carts.putAway(touched.stream().filter(id -> current(id).ended()).toList());
        }

        private boolean looksDifferent(UUID id) {
            var was = before.get(id);
            return was == null || !Statuses.state(was).equals(Statuses.state(current(id)));
        }

        private Saga current(UUID id) {
            var saga = now.get(id);
            if (saga == null) {
                throw new IllegalStateException("checkout " + id + " is not in this round");
            }
            return saga;
        }
    }
}
