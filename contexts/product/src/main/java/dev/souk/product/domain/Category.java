package dev.souk.product.domain;

import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in the category trees.
///
/// @param path the slugs from the top, joined by slashes
/// @param depth 1 at the top
public record Category(
        UUID id,
        String slug,
        String displayName,
        @Nullable UUID parentId,
        String path,
        int depth,
        long version) {
    public static final int DEEPEST = 6;

    /// A new one below `parent`, or at the top.
    public static Outcome<Category> create(UUID id, String slug, String displayName, @Nullable Category parent) {
        if (parent != null && parent.depth == DEEPEST) {
            return Outcome.refused(tooDeep());
        }
        return Outcome.done(new Category(id, slug, displayName, idOf(parent), below(parent, slug), depthBelow(parent), 1));
    }

    /// Under another name or slug; the path follows the slug.
    public Category renamed(String newSlug, String newName) {
        var newPath = path.substring(0, path.length() - slug.length()) + newSlug;
        return new Category(id, newSlug, newName, parentId, newPath, depth, version + 1);
    }

    /// Below `parent`, or at the top, with `levelsBelow` levels hanging on it.
    public Outcome<Category> moved(@Nullable Category parent, int levelsBelow) {
        if (parent != null && (parent.id.equals(id) || parent.path.startsWith(path + "/"))) {
            return Outcome.refused(Refusal.conflict("CATEGORY_CYCLE", "A category cannot hang below itself."));
        }
        if (depthBelow(parent) + levelsBelow > DEEPEST) {
            return Outcome.refused(tooDeep());
        }
        return Outcome.done(
                new Category(id, slug, displayName, idOf(parent), below(parent, slug), depthBelow(parent), version + 1));
    }

    /// The one of `candidates` that `text` means: by its slug, else by its name if that is clear.
    public static Optional<Category> meant(List<Category> candidates, String text) {
        var bySlug = candidates.stream().filter(c -> c.slug.equals(text)).findFirst();
        if (bySlug.isPresent()) {
            return bySlug;
        }
        var byName = candidates.stream().filter(c -> c.displayName.equalsIgnoreCase(text)).toList();
        return byName.size() == 1 ? Optional.of(byName.getFirst()) : Optional.empty();
    }

    private static Refusal tooDeep() {
        return Refusal.conflict("CATEGORY_TOO_DEEP", "Categories go at most " + DEEPEST + " levels deep.");
    }

    private static @Nullable UUID idOf(@Nullable Category parent) {
        return parent == null ? null : parent.id;
    }

    private static String below(@Nullable Category parent, String slug) {
        return parent == null ? slug : parent.path + "/" + slug;
    }

    private static int depthBelow(@Nullable Category parent) {
        return parent == null ? 1 : parent.depth + 1;
    }
}
