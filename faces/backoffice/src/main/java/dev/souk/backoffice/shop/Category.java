package dev.souk.backoffice.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A category with those below it.
public record Category(UUID categoryId, String slug, String displayName, String path, long version, List<Category> children) {
    public record Tree(List<Category> categories) {
        /// All of them, each after its parent, with how deep it lies.
        public List<Placed> flat() {
            var all = new ArrayList<Placed>();
            categories.forEach(top -> top.collect(all, 0));
            return all;
        }

        /// For a choice by slug; the first means none.
        public List<Map.Entry<String, String>> bySlug(String none) {
            return options(none, false);
        }

        public List<Map.Entry<String, String>> byId(String none) {
            return options(none, true);
        }

        private List<Map.Entry<String, String>> options(String none, boolean id) {
            var all = new ArrayList<Map.Entry<String, String>>();
            all.add(Map.entry("", none));
            flat().forEach(one -> all.add(Map.entry(
                    id ? one.category().categoryId().toString() : one.category().slug(),
                    "\u2003".repeat(one.depth()) + one.category().displayName())));
            return all;
        }
    }

    public record Placed(Category category, int depth) {}

    private void collect(List<Placed> all, int depth) {
        all.add(new Placed(this, depth));
        children.forEach(child -> child.collect(all, depth + 1));
    }
}
