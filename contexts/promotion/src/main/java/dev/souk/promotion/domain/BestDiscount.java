package dev.souk.promotion.domain;

import dev.souk.contracts.promotion.CalculateDiscount;
import dev.souk.contracts.promotion.CalculateDiscount.Applied;
import dev.souk.contracts.promotion.CalculateDiscount.Discount;
import dev.souk.contracts.promotion.CalculateDiscount.Rejected;
import dev.souk.promotion.domain.Basket.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what takes most off: one promotion alone, or all stackable ones together in the order of their priority.
public final class BestDiscount {
    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(
                    (Candidate c) -> c.promotion().priority())
            .reversed()
            .thenComparing(c -> c.promotion().promotionId());

    /// Most discount first; where that is equal, what uses up least, and then the higher priority.
    private static final Comparator<Option> BEST = Comparator.comparingLong(Option::total)
            .reversed()
            .thenComparingLong(Option::holds)
            .thenComparing(o -> o.parts().getFirst().candidate(), ORDER);

    private final CalculateDiscount query;
    private final Instant now;
    private final List<Rejected> rejected = new ArrayList<>();

    public BestDiscount(CalculateDiscount query, Instant now) {
        this.query = query;
        this.now = now;
    }

    /// A promotion that may apply.
    ///
    /// @param code by which it was asked for
    /// @param usedByCustomer uses and holds of this customer
    public record Candidate(Promotion promotion, Usage usage, @Nullable String code, long usedByCustomer) {}

    private record Part(Candidate candidate, Taken taken) {}

    private record Option(List<Part> parts) {
        long total() {
            return parts.stream().mapToLong(p -> p.taken().total()).sum();
        }

        long holds() {
            return parts.stream().filter(p -> p.candidate().promotion().needsHold()).count();
        }
    }

    public Discount of(List<Candidate> candidates) {
        var fitting = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            var reason = whyNot(candidate);
            if (reason == null) {
                fitting.add(candidate);
            } else if (candidate.code() != null) {
                rejected.add(new Rejected(candidate.code(), reason));
            }
        }
        var options = new ArrayList<Option>();
        fitting.forEach(candidate -> options.add(option(List.of(candidate))));
        options.add(option(fitting.stream()
                .filter(c -> c.promotion().stackable())
                .sorted(ORDER)
                .toList()));
        var best = options.stream().filter(o -> o.total() > 0).min(BEST);
        return best.map(o -> answer(o, fitting)).orElseGet(() -> answer(new Option(List.of()), fitting));
    }

    /// Parts that take nothing are left out.
    private Option option(List<Candidate> together) {
        var basket = new Basket(query.lines(), query.shipping());
        var parts = new ArrayList<Part>();
        for (var candidate : together) {
            var taken = basket.take(candidate.promotion());
            if (taken.total() > 0) {
                parts.add(new Part(candidate, taken));
            }
        }
        return new Option(parts);
    }

    private @Nullable String whyNot(Candidate c) {
        var p = c.promotion();
        var rules = p.rules();
        if (!p.runs(now)) {
            return now.isBefore(p.startsAt()) ? "UNKNOWN" : "EXPIRED";
        }
        if ((p.currency() != null && !p.currency().equals(query.currency()))
                || !among(rules.groups(), query.customerGroup())
                || !among(rules.channels(), query.channel())
                || query.lines().stream().noneMatch(line -> Basket.eligible(p, line))) {
            return "NOT_ELIGIBLE";
        }
        if (rules.minSpend() != null && query.subtotal() < rules.minSpend()) {
            return "MIN_SPEND";
        }
        var perCustomer = p.limits().perCustomer();
        if (perCustomer != null && c.usedByCustomer() >= perCustomer) {
            return "PER_CUSTOMER_LIMIT";
        }
        var alone = new Basket(query.lines(), query.shipping()).take(p).total();
        return c.usage().hasRoom(p.limits(), alone) ? null : "USED_UP";
    }

    private static boolean among(Set<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    private Discount answer(Option option, List<Candidate> fitting) {
        var applied = new ArrayList<Applied>();
        long goods = 0;
        for (var part : option.parts()) {
            var p = part.candidate().promotion();
            var taken = part.taken();
            goods += taken.goods();
            applied.add(new Applied(
                    p.promotionId(), p.name(), part.candidate().code(), p.type().name(), p.needsHold(), taken.order(),
                    taken.lines(), taken.shipping()));
        }
        for (var candidate : fitting) {
            var code = candidate.code();
            if (code != null && applied.stream().noneMatch(a -> code.equals(a.code()))) {
                rejected.add(new Rejected(code, "NOT_ELIGIBLE"));
            }
        }
        return new Discount(goods, applied, rejected);
    }
}
