package dev.souk.bench.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// The products of a measured shop, the first more popular than the last: product k is asked for with a probability
/// proportional to 1 / (k + 10).
public final class Shelf {
    private final List<UUID> products;
    private final double[] cumulated;

    public Shelf(List<UUID> products) {
        this.products = List.copyOf(products);
        this.cumulated = new double[products.size()];
        double sum = 0;
        for (int i = 0; i < cumulated.length; i++) {
            sum += 1.0 / (i + 10);
            cumulated[i] = sum;
        }
    }

    public UUID any(SplittableRandom random) {
        double at = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = java.util.Arrays.binarySearch(cumulated, at);
        return products.get(Math.min(found < 0 ? -found - 1 : found, products.size() - 1));
    }

    public List<UUID> products() {
        return products;
    }
}
