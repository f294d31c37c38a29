package dev.souk.contracts.product;

import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.MessageType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Queues an uploaded file of products, each row an upsert by sku. `format` is CSV or JSONL. Answers whether the
/// import is new; the same id with the same source again changes nothing.
@MessageType(name = "ImportProducts", version = "1.0", context = "product")
public record ImportProducts(
        UUID importId,
        String format,
        String sourceSha256,
        boolean dryRun,
        boolean createCategories,
        @Nullable UUID sellerId,
        int rows)
        implements Command<Boolean> {
    @Override
    public String key() {
        return importId().toString();
    }
}
