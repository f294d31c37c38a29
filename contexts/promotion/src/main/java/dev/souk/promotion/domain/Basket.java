package dev.souk.promotion.domain;

import dev.souk.contracts.promotion.CalculateDiscount.Line;
import dev.souk.contracts.promotion.CalculateDiscount.LineDiscount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is left to be paid while one promotion after the other takes its part.
final class Basket {
    private final List<Line> lines;
    private final long[] left;
    private long orderLeft;
    private long shippingLeft;

    Basket(List<Line> lines, long shipping) {
        this.lines = lines;
        this.left = lines.stream().mapToLong(l -> l.unitPrice() * l.quantity()).toArray();
        for (var amount : left) {
            orderLeft += amount;
        }
        this.shippingLeft = shipping;
    }

    /// What one promotion takes off.
    record Taken(long order, List<LineDiscount> lines, long shipping) {
        long goods() {
            return order + lines.stream().mapToLong(LineDiscount::discount).sum();
        }

        long total() {
            return goods() + shipping;
        }
    }

    Taken take(Promotion p) {
        return switch (p.type()) {
            case PERCENTAGE -> p.rules().products().isEmpty()
                    ? ofOrder(share(orderLeft, p.value()))
                    : ofLines(eligible(p), i -> share(left[i], p.value()));
            case FIXED_AMOUNT -> p.rules().products().isEmpty() ? ofOrder(p.value()) : fixedOfLines(p);
            case BUY_X_GET_Y -> cheapest(p);
            case FREE_SHIPPING -> ofShipping(p.value() == 0 ? shippingLeft : p.value());
        };
    }

    private static long share(long amount, long percent) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(percent))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    static boolean eligible(Promotion p, Line line) {
        var products = p.rules().products();
        return products.isEmpty() || products.contains(line.sku()) || products.contains(line.productId().toString());
    }

    private List<Integer> eligible(Promotion p) {
        var indexes = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            if (eligible(p, lines.get(i))) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private Taken ofOrder(long wanted) {
        var taken = Math.min(wanted, orderLeft);
        orderLeft -= taken;
        return new Taken(taken, List.of(), 0);
    }

    private Taken ofShipping(long wanted) {
        var taken = Math.min(wanted, shippingLeft);
        shippingLeft -= taken;
        return new Taken(0, List.of(), taken);
    }

    @FunctionalInterface
    private interface Wanted {
        long of(int line);
    }

    private Taken ofLines(List<Integer> indexes, Wanted wanted) {
        var parts = new ArrayList<LineDiscount>();
        for (int i : indexes) {
            var taken = Math.min(Math.min(wanted.of(i), left[i]), orderLeft);
            if (taken > 0) {
                left[i] -= taken;
                orderLeft -= taken;
                parts.add(new LineDiscount(lines.get(i).lineId(), taken));
            }
        }
        return new Taken(0, parts, 0);
    }

    private Taken fixedOfLines(Promotion p) {
        var indexes = eligible(p);
        var weights = indexes.stream().mapToLong(i -> left[i]).toArray();
        long most = 0;
        for (var weight : weights) {
            most += weight;
        }
        var parts = Spread.over(Math.min(p.value(), most), weights);
        return ofLines(indexes, i -> parts[indexes.indexOf(i)]);
    }

    /// Of every `buy` + `get` units the cheapest `get` are reduced; of an incomplete rest, those beyond `buy`.
    private Taken cheapest(Promotion p) {
        var indexes = eligible(p);
        long units = indexes.stream().mapToLong(i -> lines.get(i).quantity()).sum();
        long group = p.rules().buy() + (long) p.rules().get();
        long got = units / group * p.rules().get() + Math.max(0, units % group - p.rules().buy());
        indexes.sort(Comparator.comparingLong(i -> lines.get(i).unitPrice()));
        var reduced = new long[lines.size()];
        for (int i : indexes) {
            reduced[i] = Math.min(got, lines.get(i).quantity());
            got -= reduced[i];
        }
        return ofLines(indexes, i -> share(reduced[i] * lines.get(i).unitPrice(), p.value()));
    }
}
