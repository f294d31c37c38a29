package dev.souk.inventory.db;

import dev.souk.platform.messaging.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tables `stock_document` and `stock_take`: what has been booked under which id.
public final class Documents {
    public enum Kind {
        RECEIPT,
        DELIVERY,
        ADJUSTMENT,
        TRANSFER,
        STOCK_TAKE
    }

    /// How a document relates to what is known under its id.
    public enum Booking {
        NEW,
        REPEATED,
        OTHER_CONTENT
    }

    /// What is booked at once.
    ///
    /// @param content what the id stands for; another content under the same id is a mistake of the sender
    public record Document(UUID id, Kind kind, String content, int lines, long units, @Nullable String note) {}

    /// Books it under its id, once. Waits for whoever is booking the same id.
    public Booking book(Tx tx, Document document) {
        var fingerprint = sha256(document.content());
        int inserted = tx.sql(
                        """
                        insert into stock_document (id, kind, fingerprint, lines, units, note, by, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .params(document.id(), document.kind(), fingerprint, document.lines(), document.units())
                .params(document.note(), tx.cause().actor().id(), tx.now())
                .update();
        if (inserted == 1) {
            return Booking.NEW;
        }
        var before = tx.sql("select fingerprint from stock_document where id = ?")
                .params(document.id())
                .one(row -> row.text("fingerprint"));
        return before.equals(fingerprint) ? Booking.REPEATED : Booking.OTHER_CONTENT;
    }

    public void remove(Tx tx, UUID id) {
        tx.sql("delete from stock_document where id = ?").params(id).update();
    }

    public void stockTake(Tx tx, UUID id, String location, int adjusted, List<String> shortages) {
        tx.sql("insert into stock_take (id, location_id, adjusted, shortages) values (?, ?, ?, ?)")
                .params(id, location, adjusted, String.join("\n", shortages))
                .update();
    }

    public StockTake stockTake(Tx tx, UUID id) {
        return tx.sql("select adjusted, shortages from stock_take where id = ?")
                .params(id)
                .one(row -> new StockTake(row.integer("adjusted"), row.text("shortages").lines().toList()));
    }

    public record StockTake(int adjusted, List<String> shortages) {}

    private static String sha256(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
