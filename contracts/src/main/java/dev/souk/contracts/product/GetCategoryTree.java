package dev.souk.contracts.product;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The categories as trees, siblings by name; `depth` counts levels from the top, null means all.
@MessageType(name = "GetCategoryTree", version = "1.0", context = "product")
public record GetCategoryTree(@Nullable Integer depth)
        implements Query<GetCategoryTree.Tree> {
    public record Tree(List<Node> categories) {
        public Tree {
            categories = List.copyOf(categories);
        }
    }

    public record Node(
            UUID categoryId, String slug, String displayName, String path, long version, List<Node> children) {
        public Node {
            children = List.copyOf(children);
        }
    }
}
