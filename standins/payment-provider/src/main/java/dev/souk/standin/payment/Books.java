package dev.souk.standin.payment;

import dev.souk.standin.payment.Entry.Operation;
import dev.souk.standin.payment.ProviderException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger with what follows from it. Its length does not matter to memory: only the last entries are kept there,
/// the others are read where the index says that they are. Guarded by its owner's lock.
final class Books implements AutoCloseable {
    private static final int RECENT = 10_000;
    private static final long CLOCK_STEP = Duration.ofHours(1).toSeconds();

    private final LedgerFile file;
    private final LedgerIndex index;
    private final Map<Long, Entry> recent = new LinkedHashMap<>();
    private long last;

    Books(Path ledger) {
        file = new LedgerFile(ledger);
        index = index(ledger.resolveSibling(ledger.getFileName() + ".index"));
        last = index.end().seq();
        file.read(index.end(), this::take);
    }

    /// The index, if it is one of this ledger and not ahead of it.
    private LedgerIndex index(Path path) {
        var found = LedgerIndex.open(path);
        if (file.contains(found.end())) {
            return found;
        }
        found.close();
        return LedgerIndex.anew(path);
    }

    /// Puts an entry in line without waiting for the disk.
    void add(Entry entry) {
        take(file.append(entry));
    }

    void await(long seq) {
        file.await(seq);
    }

    long syncs() {
        return file.syncs();
    }

    private void take(LedgerFile.Placed placed) {
        var entry = placed.entry();
        if (entry.seq() != last + 1) {
            throw new IllegalStateException("entry " + entry.seq() + " after " + last);
        }
        last = entry.seq();
        remember(placed);
        file(entry.key(), placed);
        index.milestone(entry, placed.offset());
        if (entry.payment() == null) {
            file(String.valueOf(entry.reference()), placed);
        } else if (entry.operation() != Operation.CAPTURE || entry.result() != Entry.Result.DECLINED) {
            follow(number(entry.payment()), placed);
        }
        index.ends(new LedgerIndex.End(entry.seq(), placed.offset(), placed.next()));
    }

    private void file(String key, LedgerFile.Placed placed) {
        index.key(key, at -> at == placed.offset() || named(at(at), key), placed.offset());
    }

    /// A cancelled key stands for what comes later under it.
    private static boolean named(Entry entry, String key) {
        return entry.key().equals(key) || (entry.payment() == null && key.equals(entry.reference()));
    }

    private void remember(LedgerFile.Placed placed) {
        recent.put(placed.offset(), placed.entry());
        for (var oldest = recent.keySet().iterator(); recent.size() > RECENT && file.written(oldest.next()); ) {
            oldest.remove();
        }
    }

    /// What follows for the payment and for the sums.
    private void follow(long payment, LedgerFile.Placed placed) {
        var entry = placed.entry();
        var earlier = Arrays.stream(index.history(payment)).filter(at -> at < placed.offset()).toArray();
        var held = folded(earlier);
        var before = held == null ? Balance.nothing(String.valueOf(entry.currency())) : Balance.of(held);
        if (held == null) {
            held = new Held(entry);
        } else {
            held.apply(entry);
        }
        var offsets = Arrays.copyOf(earlier, earlier.length + 1);
        offsets[earlier.length] = placed.offset();
        index.history(payment, offsets);
        if (entry.operation() == Operation.AUTHORIZE && entry.shopPaymentId() != null) {
            var id = entry.shopPaymentId();
            index.shopPayment(id, number -> id.equals(first(number).shopPaymentId()), payment);
        }
        if (!index.counted(held.currency(), entry.seq())) {
            index.balance(index.balance(held.currency()).changed(before, Balance.of(held)), entry.seq());
        }
    }

    private @Nullable Held folded(long[] offsets) {
        if (offsets.length == 0) {
            return null;
        }
        var held = new Held(at(offsets[0]));
        for (int i = 1; i < offsets.length; i++) {
            held.apply(at(offsets[i]));
        }
        return held;
    }

    private Entry first(long payment) {
        return at(index.history(payment)[0]);
    }

    private Entry at(long offset) {
        var known = recent.get(offset);
        return known == null ? file.at(offset) : known;
    }

    /// An id ends with the number of the entry that began the payment; 0 is no payment's.
    private static long number(@Nullable String id) {
        var digits = id == null ? "" : id.substring(id.indexOf('_') + 1);
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    long last() {
        return last;
    }

    @Nullable Entry entry(String key) {
        var offset = index.key(key, at -> named(at(at), key));
        return offset == null ? null : at(offset);
    }

    Held payment(@Nullable String id) {
        var held = folded(index.history(number(id)));
        return found(held != null && held.id().equals(id) ? held : null);
    }

    Held awaiting(String clientRef) {
        var held = folded(index.history(number(clientRef)));
        return found(held != null && clientRef.equals(held.authorization.reference()) ? held : null);
    }

    private static Held found(@Nullable Held held) {
        if (held == null) {
            throw new ProviderException(Kind.NOT_FOUND, "not_found", "no such payment");
        }
        return held;
    }

    Optional<Held> authorizedWith(String key) {
        var entry = entry(key);
        return entry == null || entry.operation() != Operation.AUTHORIZE
                ? Optional.empty()
                : Optional.of(payment(entry.payment()));
    }

    Optional<Held> ofShopPayment(String id) {
        return Optional.ofNullable(index.shopPayment(id, number -> id.equals(first(number).shopPaymentId())))
                .map(number -> found(folded(index.history(number))));
    }

    Answer answer(Entry entry) {
        boolean tombstone = entry.result() == Entry.Result.KEY_CANCELLED;
        var view = entry.payment() == null ? null : payment(entry.payment()).view();
        return new Answer(entry.result(), tombstone ? null : entry.reference(), entry.reason(), view);
    }

    /// Entries are in the order of time, but for steps back of the clock.
    List<Answer.View> created(Instant from, Instant to, @Nullable String after, int limit) {
        file.await(last);
        long first = after == null ? 0 : payment(after).authorization.seq();
        long start = after == null ? index.beforeTime(from.getEpochSecond() - CLOCK_STEP) : index.before(first);
        var found = new ArrayList<Answer.View>();
        file.from(start, entry -> {
            if (entry.operation() == Operation.AUTHORIZE && entry.seq() > first
                    && !entry.at().isBefore(from) && entry.at().isBefore(to)) {
                found.add(payment(entry.payment()).view());
            }
            return found.size() < limit && entry.at().getEpochSecond() - CLOCK_STEP < to.getEpochSecond();
        });
        return found;
    }

    List<Entry> entries(long from, int limit) {
        file.await(last);
        long first = Math.max(from, 1);
        var found = new ArrayList<Entry>();
        if (first <= last) {
            file.from(index.before(first), entry -> {
                if (entry.seq() >= first) {
                    found.add(entry);
                }
                return found.size() < limit;
            });
        }
        return found;
    }

    List<Balance> balances() {
        return index.balances();
    }

    @Override
    public void close() {
        index.close();
        file.close();
    }
}
