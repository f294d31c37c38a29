package dev.souk.cart;

import dev.souk.cart.db.IdleCarts;
import dev.souk.cart.domain.Idle;
import dev.souk.contracts.cart.CartAbandoned;
import dev.souk.contracts.cart.CartExpired;
import dev.souk.platform.messaging.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Looks at carts whose time has come: a reminder, the end, or later again because somebody has been there meanwhile.
final class RemindOrExpireIdleCarts {
    private final IdleCarts carts;
    private final Idle idle;
    private final Duration keep;

    RemindOrExpireIdleCarts(IdleCarts carts, Idle idle, Duration keep) {
        this.carts = carts;
        this.idle = idle;
        this.keep = keep;
    }

    int run(Tx tx) {
        var due = carts.due(tx, 500);
        if (due.isEmpty()) {
            return 0;
        }
        var looked = new ArrayList<IdleCarts.Looked>();
        var expired = new ArrayList<IdleCarts.Due>();
        var reminded = new HashMap<IdleCarts.Due, Integer>();
        for (var cart : due) {
            var worthIt = cart.reachable() && cart.lines() > 0;
            var since = cart.lastActivityAt();
            switch (idle.next(since, cart.reminders(), cart.remindedSince(), worthIt, tx.now())) {
                case Idle.Step.Wait(var at) ->
                    looked.add(new IdleCarts.Looked(cart.id(), at, cart.reminders(), cart.remindedSince(), false));
                case Idle.Step.Remind(var number, var at) -> {
                    looked.add(new IdleCarts.Looked(cart.id(), at, number, since, true));
                    reminded.put(cart, number);
                }
                case Idle.Step.Expire() -> expired.add(cart);
            }
        }
        carts.looked(tx, looked);
        remind(tx, reminded);
        expire(tx, expired);
        return due.size();
    }

    private void remind(Tx tx, Map<IdleCarts.Due, Integer> reminded) {
        if (reminded.isEmpty()) {
            return;
        }
        Map<UUID, List<IdleCarts.Item>> items = carts
                .items(tx, reminded.keySet().stream().map(IdleCarts.Due::id).toList())
                .stream()
                .collect(Collectors.groupingBy(IdleCarts.Item::cartId));
        reminded.forEach((cart, number) -> tx.publish(
                abandoned(cart, number, items.getOrDefault(cart.id(), List.of())), cart.version() + 1));
    }

    private static CartAbandoned abandoned(IdleCarts.Due cart, int number, List<IdleCarts.Item> items) {
        return new CartAbandoned(
                cart.id(),
                cart.customerId(),
                items.stream()
                        .map(i -> new CartAbandoned.Item(i.productId(), i.sku(), i.quantity(), i.unitPrice()))
                        .toList(),
                items.stream().mapToLong(i -> i.quantity() * i.unitPrice()).sum(),
                cart.currency(),
                cart.lastActivityAt(),
                number);
    }

    private void expire(Tx tx, List<IdleCarts.Due> expired) {
        if (expired.isEmpty()) {
            return;
        }
        carts.expire(tx, expired.stream().map(IdleCarts.Due::id).toList(), tx.now().plus(keep));
        expired.forEach(cart ->
                tx.publish(new CartExpired(cart.id(), cart.customerId(), tx.now()), cart.version() + 1));
    }
}
