package dev.souk.tests.souk;

import dev.souk.platform.postgres.DeadLetter;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// A message that nobody can handle, written past all checks into the catalogue's journal.
///
/// @param id of the message
public record Poison(RunningSouk souk, Product product, UUID id) {
    /// Half of the news that a product was deleted.
    public static Poison in(RunningSouk souk, Product product) throws SQLException {
        return new Poison(souk, product, write(souk, product, 2, "{\"productId\":\"" + product.id() + "\",\"reason\":"));
    }

    /// The next that is told about it.
    public UUID behind() throws SQLException {
        return write(souk, product, 3, deleted());
    }

    /// What stands aside about the product.
    public List<DeadLetter> parked(String context) {
        return souk.context(context).deadLetters(500).stream()
                .filter(letter -> letter.key().equals(product.id().toString()))
                .toList();
    }

    /// Whole again, wherever it stands aside.
    public void repair() throws SQLException {
        for (var context : souk.contexts()) {
            try (var database = souk.behind().database("souk_" + context.name());
                    var statement = database.prepareStatement("update parked set payload = ? where id = ?")) {
                statement.setString(1, deleted());
                statement.setObject(2, id);
                statement.executeUpdate();
            }
        }
    }

    private String deleted() {
        return """
            {"productId":"%s","sku":"%s","reason":"OTHER","deletedAt":"2026-01-31T00:00:00Z"}""".formatted(product.id(), product.sku());
    }

    private static UUID write(RunningSouk souk, Product product, long version, String payload) throws SQLException {
        var id = UUID.randomUUID();
        try (var catalogue = souk.behind().database("souk_product");
                var statement = catalogue.prepareStatement("""
                        with me as materialized (select pg_current_xact_id())
                        insert into journal (id, type, version, key, aggregate_version, occurred_at, correlation_id,
                                             causation_id, actor_kind, actor_id, payload)
                        select ?, 'ProductDeleted', '1.1', ?, ?, now(), ?, ?, 'SYSTEM', 'system', ? from me""")) {
            statement.setObject(1, id);
            statement.setString(2, product.id().toString());
            statement.setLong(3, version);
            statement.setObject(4, id);
            statement.setObject(5, id);
            statement.setString(6, payload);
            statement.executeUpdate();
        }
        return id;
    }
}
