package dev.souk.inventory;

import dev.souk.platform.messaging.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Why goods were not booked.
sealed interface StockRefusal extends Refusal.Worded {
    /// Skus that the catalogue has not made known, in part or all.
    record UnknownSku(List<String> skus) implements StockRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound(
                    "UNKNOWN_SKU",
                    "Inventory does not know this sku. It learns new ones from the catalogue within moments.");
        }

        private static final int SHOWN = 100;

        @Override
        public Map<String, Object> extra() {
            return Map.of("skus", skus.stream().limit(SHOWN).toList());
        }
    }

    record UnknownLocation(String location) implements StockRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("UNKNOWN_LOCATION", "There is no location " + location + ".");
        }
    }

    record Reserved(String sku, long onHand, long reserved) implements StockRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("STOCK_RESERVED", "Only what is not reserved can be taken away.");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("sku", sku, "onHand", onHand, "reserved", reserved, "available", onHand - reserved);
        }
    }

    record TooMuch(String sku, long most) implements StockRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("STOCK_LIMIT", "A location holds at most " + most + " units of a sku.");
        }
    }

    record IdReused(UUID id) implements StockRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("ID_REUSED", "Something else has been booked under " + id + ".");
        }
    }

    record LocationExists(String location) implements StockRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("LOCATION_EXISTS", "There is a location " + location + " already.");
        }
    }

    static StockRefusal unknownSku(List<String> skus) {
        return new UnknownSku(List.copyOf(skus));
    }

    static StockRefusal idReused(UUID id) {
        return new IdReused(id);
    }
}
