package dev.souk.pricing.db;

import dev.souk.contracts.pricing.Zone;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.domain.Tariffs.Band;
import dev.souk.pricing.domain.Tariffs.Tariff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables of shipping tariffs.
public final class TariffRows {
    private final RuleBook book;

    public TariffRows(RuleBook book) {
        this.book = book;
    }

    private record Key(String method, @Nullable Zone zone, String currency) {
        static Key of(Row row) {
            return new Key(
                    row.text("method_id"),
                    row.text("country").isEmpty() ? null : TaxRows.zone(row),
                    row.text("currency"));
        }
    }

    public static List<Tariff> all(Tx tx) {
        Map<Key, List<Band>> bands = new HashMap<>();
        tx.sql("""
                select method_id, country, region, postcode_prefix, currency, up_to_grams, price
                from shipping_tariff_band
                order by method_id, country, region, postcode_prefix, currency, ordinal""")
                .list(row -> bands.computeIfAbsent(Key.of(row), _ -> new ArrayList<>())
                        .add(new Band(row.integerOrNull("up_to_grams"), row.bigint("price"))));
        return tx.sql("""
                select method_id, country, region, postcode_prefix, currency, name, free_above, days
                from shipping_tariff order by method_id, country, region, postcode_prefix, currency""")
                .list(row -> tariff(row, bands.getOrDefault(Key.of(row), List.of())));
    }

    private static Tariff tariff(Row row, List<Band> bands) {
        var key = Key.of(row);
        return new Tariff(
                key.method(), row.text("name"), key.zone(), key.currency(), bands, row.bigintOrNull("free_above"),
                row.integerOrNull("days"));
    }

    /// Replaces the tariff of this method, zone and currency; answers the new version of the method.
    public long save(Tx tx, Tariff tariff) {
        RuleBook.lock(tx);
        var zone = tariff.zone();
        var country = zone == null ? "" : zone.country();
        var region = zone == null ? "" : TaxRows.text(zone.region());
        var prefix = zone == null ? "" : TaxRows.text(zone.postcodePrefix());
        var version = tx.sql("""
                insert into shipping_tariff (method_id, country, region, postcode_prefix, currency, name, free_above,
                    days, version)
                select ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(version), 0) + 1
                from shipping_tariff where method_id = ?
                on conflict (method_id, country, region, postcode_prefix, currency) do update set
                    name = excluded.name, free_above = excluded.free_above, days = excluded.days,
                    version = excluded.version
                returning version""")
                .params(tariff.methodId(), country, region, prefix, tariff.currency(), tariff.name(),
                        tariff.freeAbove(), tariff.days(), tariff.methodId())
                .one(row -> row.bigint("version"));
        tx.sql("""
                delete from shipping_tariff_band
                where method_id = ? and country = ? and region = ? and postcode_prefix = ? and currency = ?""")
                .params(tariff.methodId(), country, region, prefix, tariff.currency())
                .update();
        for (int i = 0; i < tariff.bands().size(); i++) {
            var band = tariff.bands().get(i);
            tx.sql("""
                    insert into shipping_tariff_band
                        (method_id, country, region, postcode_prefix, currency, ordinal, up_to_grams, price)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(tariff.methodId(), country, region, prefix, tariff.currency(), i, band.upToGrams(), band.price())
                    .update();
        }
        book.tariffs.changedBy(tx);
        return version;
    }
}
