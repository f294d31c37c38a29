package dev.souk.pricing.db;

import dev.souk.contracts.pricing.GetQuote;
import dev.souk.contracts.pricing.Quote;
import dev.souk.contracts.pricing.RecordQuote;
import dev.souk.platform.messaging.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// The table of recorded quotes.
public final class Quotes {
    private static final JsonMapper JSON = new JsonMapper();

    /// One recorded use of a quote.
    public record Key(UUID quoteId, UUID checkoutId) {
        public static Key of(RecordQuote command) {
            return new Key(command.quote().quoteId(), command.checkoutId());
        }
    }

    /// Answers those that were not yet there.
    public Set<Key> insert(Tx tx, List<RecordQuote> commands) {
        return new HashSet<>(tx.sql("""
                insert into quote (quote_id, checkout_id, cart_id, order_id, quote_hash, body, recorded_at)
                select v.*, ? from unnest(?, ?, ?, ?, ?, ?) as v
                on conflict (quote_id, checkout_id) do nothing
                returning quote_id, checkout_id""")
                .params(tx.now())
                .array("uuid", commands, c -> c.quote().quoteId())
                .array("uuid", commands, RecordQuote::checkoutId)
                .array("uuid", commands, RecordQuote::cartId)
                .array("uuid", commands, RecordQuote::orderId)
                .array("text", commands, c -> c.quote().quoteHash())
                .array("text", commands, c -> JSON.writeValueAsString(c.quote()))
                .list(row -> new Key(row.uuid("quote_id"), row.uuid("checkout_id"))));
    }

    public Optional<GetQuote.Recorded> find(Tx tx, UUID quoteId) {
        record Stored(String body, GetQuote.Use use) {}
        var rows = tx.sql("""
                select checkout_id, cart_id, order_id, body, recorded_at
                from quote where quote_id = ? order by recorded_at, checkout_id""")
                .params(quoteId)
                .list(row -> new Stored(
                        row.text("body"),
                        new GetQuote.Use(
                                row.uuid("checkout_id"), row.uuid("cart_id"), row.uuid("order_id"),
                                row.instant("recorded_at"))));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new GetQuote.Recorded(
                        JSON.readValue(rows.getFirst().body(), Quote.class),
                        rows.stream().map(Stored::use).toList()));
    }
}
