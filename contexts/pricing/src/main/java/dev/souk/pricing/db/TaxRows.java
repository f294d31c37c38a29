package dev.souk.pricing.db;

import dev.souk.contracts.pricing.Zone;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import dev.souk.pricing.domain.TaxRates.Rate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table of dated tax rates.
public final class TaxRows {
    private static final String COLUMNS = """
            select country, region, postcode_prefix, tax_category, rate, inclusive, from_at
            from tax_rate\s""";

    private final RuleBook book;

    public TaxRows(RuleBook book) {
        this.book = book;
    }

    public static List<Rate> all(Tx tx) {
        return tx.sql(COLUMNS + "order by country, tax_category, version").list(TaxRows::rate);
    }

    /// The rate of exactly this zone, category and beginning, with further changes locked out.
    public Optional<Rate> lock(Tx tx, Rate like) {
        RuleBook.lock(tx);
        var zone = like.zone();
        return tx.sql(COLUMNS + """
                where country = ? and region = ? and postcode_prefix = ? and tax_category = ? and from_at = ?""")
                .params(zone.country(), text(zone.region()), text(zone.postcodePrefix()), like.taxCategory(), like.from())
                .optional(TaxRows::rate);
    }

    /// Answers the new version of the country's tax category.
    public long insert(Tx tx, Rate rate) {
        var zone = rate.zone();
        book.taxes.changedBy(tx);
        return tx.sql("""
                insert into tax_rate
                    (country, region, postcode_prefix, tax_category, rate, inclusive, from_at, version)
                select ?, ?, ?, ?, ?, ?, ?, coalesce(max(version), 0) + 1
                from tax_rate where country = ? and tax_category = ?
                returning version""")
                .params(zone.country(), text(zone.region()), text(zone.postcodePrefix()), rate.taxCategory(),
                        rate.rate(), rate.inclusive(), rate.from(), zone.country(), rate.taxCategory())
                .one(row -> row.bigint("version"));
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static @Nullable String nullWhenEmpty(String value) {
        return value.isEmpty() ? null : value;
    }

    static Zone zone(Row row) {
        return new Zone(
                row.text("country"), nullWhenEmpty(row.text("region")), nullWhenEmpty(row.text("postcode_prefix")));
    }

    private static Rate rate(Row row) {
        return new Rate(
                zone(row), row.text("tax_category"), row.decimal("rate"), row.bool("inclusive"), row.instant("from_at"));
    }
}
