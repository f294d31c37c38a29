package dev.souk.bench.growth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// How much is grown. The orders spread evenly over the time before `until`; order `n` is a copy of the pattern's order
/// `n % groups`. Its ids are those of the pattern with other first 32 bits, the same for all ids of an order: so they
/// stay consistent across databases and within JSON, and yet fall all over an index, as random ids do. Ids that carry
/// their time (v7) get a time, and ids made of names (v3), which only the products have here, stay as they are.
///
/// @param orders a multiple of `groups`
/// @param journalOrders the last so many orders still have their messages in the journals
/// @param carts left behind in the last days, without an order
/// @param salt shifts the random first bits
/// @param since when the pattern's purchases began
record Extent(long orders, long journalOrders, long carts, int groups, long salt, Instant since, Instant until) {
    private static final Duration TRADED = Duration.ofDays(80);
    private static final long SPREAD = 2_654_435_761L;
    private static final long BITS = 0xffff_ffffL;

    /// With a salt that makes no id equal to one of the pattern.
    static Extent of(long orders, long journalOrders, Pattern pattern, Instant until) {
        int groups = pattern.orders().size();
        long rounded = (orders + groups - 1) / groups * groups;
        var prefixes = pattern.orders().stream()
                .map(ids -> ids.stream().map(Extent::prefix).collect(Collectors.toSet()))
                .toList();
        long salt = 1;
        while (meets(prefixes, rounded, salt)) {
            salt += rounded;
        }
        return new Extent(rounded, Math.min(rounded, journalOrders), rounded / 5, groups, salt, pattern.since(), until);
    }

    private static long prefix(UUID id) {
        return id.getMostSignificantBits() >>> 32;
    }

    private static boolean meets(List<Set<Long>> prefixes, long orders, long salt) {
        for (long n = 0; n < orders; n++) {
            if (prefixes.get((int) (n % prefixes.size())).contains(prefix(n, salt))) {
                return true;
            }
        }
        return false;
    }

    private static long prefix(long n, long salt) {
        return (n + salt) * SPREAD & BITS;
    }

    /// The first eight digits of the random ids of order `n`.
    String digits(long n) {
        return "%08x".formatted(prefix(n, salt));
    }

    /// A relation with a row for each `n` of `[from, to)`: `n`, `grp`, `random` and `timed` (the first digits of ids), and
    /// `shift`, from the pattern's time to the row's.
    ///
    /// @param of how many copies there are in all
    /// @param copied how many rows of the pattern they repeat
    String series(long from, long to, long of, int copied) {
        return """
                (select n, n %% %d as grp, at - timestamptz '%s' as shift,
                        lpad(to_hex(((n + %d) * %d) & %d), 8, '0') as random,
                        lpad(to_hex((extract(epoch from at) * 1000 / 65536)::bigint), 8, '0') as timed
                 from (select n, timestamptz '%s' - (%d - n) * interval '%d microseconds' as at
                       from generate_series(%d::bigint, %d) n) t) s"""
                .formatted(copied, since, salt, SPREAD, BITS, until, of, TRADED.toNanos() / 1_000 / of, from, to - 1);
    }
}
