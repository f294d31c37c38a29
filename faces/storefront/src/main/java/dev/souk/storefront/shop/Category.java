package dev.souk.storefront.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A category with those below it.
public record Category(UUID categoryId, String slug, String displayName, List<Category> children) {
    public record Tree(List<Category> categories) {
        /// From the top down to the category itself; empty when there is none.
        public List<Category> wayTo(String slug) {
            return categories.stream().map(top -> top.wayTo(slug)).filter(way -> !way.isEmpty()).findFirst().orElse(List.of());
        }

        public Optional<Category> find(String slug) {
            return Optional.of(wayTo(slug)).filter(way -> !way.isEmpty()).map(List::getLast);
        }
    }

    private List<Category> wayTo(String wanted) {
        if (slug.equals(wanted)) {
            return List.of(this);
        }
        for (var child : children) {
            var rest = child.wayTo(wanted);
            if (!rest.isEmpty()) {
                var way = new ArrayList<Category>();
                way.add(this);
                way.addAll(rest);
                return way;
            }
        }
        return List.of();
    }
}
