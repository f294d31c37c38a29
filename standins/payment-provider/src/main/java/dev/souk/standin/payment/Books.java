package dev.souk.standin.payment;

import dev.souk.standin.payment.Entry.Operation;
import dev.souk.standin.payment.ProviderException.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The ledger in memory: entries, and what follows from them. Guarded by its owner's lock.
final class Books {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Held> created = new ArrayList<>();
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Map<String, Held> byPayment = new HashMap<>();
    private final Map<String, Held> byShopPayment = new HashMap<>();
    private final Map<String, Held> byAction = new HashMap<>();

    void add(Entry entry) {
        if (entry.seq() != last() + 1) {
            throw new IllegalStateException("entry " + entry.seq() + " after " + last());
        }
        entries.add(entry);
        byKey.put(entry.key(), entry);
        if (entry.operation() == Operation.AUTHORIZE) {
            create(entry);
        } else if (entry.payment() == null) {
            byKey.put(String.valueOf(entry.reference()), entry);
        } else if (entry.operation() != Operation.CAPTURE || entry.result() != Entry.Result.DECLINED) {
            payment(entry.payment()).apply(entry);
        }
    }

    private void create(Entry entry) {
        var held = new Held(entry);
        created.add(held);
        byPayment.put(held.id(), held);
        if (entry.shopPaymentId() != null) {
            byShopPayment.put(entry.shopPaymentId(), held);
        }
        if (entry.reference() != null) {
            byAction.put(entry.reference(), held);
        }
    }

    long last() {
        return entries.size();
    }

    @Nullable Entry entry(String key) {
        return byKey.get(key);
    }

    Held payment(@Nullable String id) {
        return found(byPayment.get(String.valueOf(id)));
    }

    Held awaiting(String clientRef) {
        return found(byAction.get(clientRef));
    }

    private static Held found(@Nullable Held held) {
        if (held == null) {
            throw new ProviderException(Kind.NOT_FOUND, "not_found", "no such payment");
        }
        return held;
    }

    Optional<Held> authorizedWith(String key) {
        var entry = byKey.get(key);
        return entry == null || entry.operation() != Operation.AUTHORIZE
                ? Optional.empty()
                : Optional.of(payment(entry.payment()));
    }

    Optional<Held> ofShopPayment(String id) {
        return Optional.ofNullable(byShopPayment.get(id));
    }

    Answer answer(Entry entry) {
        var held = entry.payment() == null ? null : byPayment.get(entry.payment());
        boolean tombstone = entry.result() == Entry.Result.KEY_CANCELLED;
        return new Answer(
                entry.result(), tombstone ? null : entry.reference(), entry.reason(), held == null ? null : held.view());
    }

    List<Answer.View> created(Instant from, Instant to, @Nullable String after, int limit) {
        long first = after == null ? 0 : payment(after).authorization.seq();
        return created.stream()
                .filter(held -> held.authorization.seq() > first)
                .filter(held -> !held.authorization.at().isBefore(from) && held.authorization.at().isBefore(to))
                .limit(limit)
                .map(Held::view)
                .toList();
    }

    List<Entry> entries(long from, int limit) {
        int first = (int) Math.min(Math.max(from, 1) - 1, entries.size());
        return List.copyOf(entries.subList(first, (int) Math.min((long) first + limit, entries.size())));
    }

    List<Balance> balances() {
        var sums = new TreeMap<String, Balance>();
        for (var held : created) {
            long voided = held.status == Answer.Status.VOIDED ? held.authorized : 0;
            long open = held.status == Answer.Status.AUTHORIZED ? held.authorized : 0;
            var one = new Balance(held.currency(), 1, held.authorized, held.captured, held.refunded, voided, open);
            sums.merge(held.currency(), one, Books::sum);
        }
        return List.copyOf(sums.values());
    }

    private static Balance sum(Balance a, Balance b) {
        return new Balance(
                a.currency(),
                a.payments() + b.payments(),
                a.authorized() + b.authorized(),
                a.captured() + b.captured(),
                a.refunded() + b.refunded(),
                a.voided() + b.voided(),
                a.open() + b.open());
    }
}
