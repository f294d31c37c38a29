package dev.souk.standin.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/// Where things are in the ledger file: on the disk, with a few megabytes of it in memory. All of it follows from the
/// ledger. It is written a moment after the ledger, so what a crash has cut off is taken from there again, and every
/// step of it may be done twice.
final class LedgerIndex implements AutoCloseable {
    private static final int CACHE_MB = 8;
    private static final int UNWRITTEN_KB = 4 * 1024;
    private static final long EVERY = 64;
    private static final String END = "end";

    private final MVStore store;
    private final MVMap<Long, Long> keys;
    private final MVMap<Long, Long> shopPayments;
    private final MVMap<Long, long[]> histories;
    private final MVMap<Long, long[]> milestones;
    private final MVMap<String, long[]> balances;
    private final MVMap<String, long[]> ends;

    /// The last entry that is indexed, and where the next begins.
    record End(long seq, long last, long next) {
        static final End NOTHING = new End(0, 0, 0);
    }

    private LedgerIndex(MVStore store) {
        this.store = store;
        keys = store.openMap("keys", numbers());
        shopPayments = store.openMap("shop-payments", numbers());
        histories = store.openMap("histories", new MVMap.Builder<Long, long[]>().keyType(LongDataType.INSTANCE));
        milestones = store.openMap("milestones", new MVMap.Builder<Long, long[]>().keyType(LongDataType.INSTANCE));
        balances = store.openMap("balances", new MVMap.Builder<String, long[]>().keyType(StringDataType.INSTANCE));
        ends = store.openMap("ends", new MVMap.Builder<String, long[]>().keyType(StringDataType.INSTANCE));
    }

    private static MVMap.Builder<Long, Long> numbers() {
        return new MVMap.Builder<Long, Long>().keyType(LongDataType.INSTANCE).valueType(LongDataType.INSTANCE);
    }

    /// Texts are filed under a number, a third of their length. Two may have the same: `is` tells whether what was found
    /// is it, and otherwise the next number is looked at.
    private static long place(MVMap<Long, Long> map, String text, LongPredicate is) {
        long place = 0;
        for (int i = 0; i < text.length(); i++) {
            place = 31 * place + text.charAt(i);
        }
        place = (place ^ (place >>> 32)) * 0x9E3779B97F4A7C15L;
        for (var found = map.get(place); found != null && !is.test(found); found = map.get(place)) {
            place++;
        }
        return place;
    }

    /// The index at `path`, or an empty one if that cannot be read.
    static LedgerIndex open(Path path) {
        try {
            return new LedgerIndex(opened(path));
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw e;
            }
            return anew(path);
        }
    }

    static LedgerIndex anew(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LedgerIndex(opened(path));
    }

    private static MVStore opened(Path path) {
        return new MVStore.Builder()
                .fileName(path.toString())
                .cacheSize(CACHE_MB)
                .autoCommitBufferSize(UNWRITTEN_KB) // keys fall all over the index: the fewer writes, the smaller
                .open();
    }

    End end() {
        var end = ends.get(END);
        return end == null ? End.NOTHING : new End(end[0], end[1], end[2]);
    }

    /// After all that follows from the entry.
    void ends(End end) {
        ends.put(END, new long[] {end.seq(), end.last(), end.next()});
    }

    /// @param is whether the entry at an offset has this key
    void key(String key, LongPredicate is, long offset) {
        keys.put(place(keys, key, is), offset);
    }

    @Nullable Long key(String key, LongPredicate is) {
        return keys.get(place(keys, key, is));
    }

    /// @param is whether the payment with a number has this id
    void shopPayment(String id, LongPredicate is, long payment) {
        shopPayments.put(place(shopPayments, id, is), payment);
    }

    @Nullable Long shopPayment(String id, LongPredicate is) {
        return shopPayments.get(place(shopPayments, id, is));
    }

    /// Where the entries about a payment are, which has the number of its first.
    long[] history(long payment) {
        var offsets = histories.get(payment);
        return offsets == null ? new long[0] : offsets;
    }

    void history(long payment, long[] offsets) {
        histories.put(payment, offsets);
    }

    /// Remembers where some of the entries are, so that the others are found from there.
    void milestone(Entry entry, long offset) {
        if (entry.seq() % EVERY == 1) {
            milestones.put(entry.seq() / EVERY, new long[] {offset, entry.at().getEpochSecond()});
        }
    }

    /// A place in the file at which or after which entry `seq` comes.
    long before(long seq) {
        var found = milestones.get((seq - 1) / EVERY);
        return found == null ? 0 : found[0];
    }

    /// A place in the file before which nothing is as late as `second`.
    long beforeTime(long second) {
        long from = 0;
        long to = milestones.sizeAsLong() - 1;
        while (from < to) {
            long middle = (from + to + 1) >>> 1;
            var found = milestones.get(middle);
            if (found != null && found[1] < second) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        var found = milestones.get(from);
        return found == null ? 0 : found[0];
    }

    Balance balance(String currency) {
        var sums = balances.get(currency);
        return sums == null ? Balance.nothing(currency) : Balance.of(currency, Arrays.copyOfRange(sums, 1, sums.length));
    }

    /// Whether entry `seq` is in the sums already.
    boolean counted(String currency, long seq) {
        var sums = balances.get(currency);
        return sums != null && sums[0] >= seq;
    }

    void balance(Balance balance, long seq) {
        var sums = balance.sums();
        var stamped = new long[sums.length + 1];
        stamped[0] = seq;
        System.arraycopy(sums, 0, stamped, 1, sums.length);
        balances.put(balance.currency(), stamped);
    }

    List<Balance> balances() {
        return balances.keySet().stream().sorted().map(this::balance).toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
