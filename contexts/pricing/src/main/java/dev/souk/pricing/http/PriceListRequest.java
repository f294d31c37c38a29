package dev.souk.pricing.http;

import static java.util.Objects.requireNonNull;

import dev.souk.contracts.pricing.Money;
import dev.souk.contracts.pricing.SetPriceListEntry;
import dev.souk.platform.messaging.Outcome;
import dev.souk.pricing.db.PriceListEntries;
import dev.souk.pricing.domain.PriceLists;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Prices for a price list; all are set, or none.
public record PriceListRequest(@Nullable List<Entry> entries) {
    public record Price(@Nullable Long amount, @Nullable String currency) {}

    public record Entry(
            @Nullable String sku,
            @Nullable Price price,
            @Nullable Instant from,
            @Nullable Instant to) {
        void check(Checked checked) {
            var amount = price == null ? null : price.amount();
            checked.given(sku, "sku")
                    .text(sku, "sku", 100)
                    .given(amount, "amount")
                    .range(amount, 0, Checked.MOST_MONEY, "amount")
                    .currency(price == null ? null : price.currency())
                    .that(from == null || Checked.ordinary(from), "from", "must lie between the years 1970 and 9999")
                    .that(to == null || Checked.ordinary(to), "to", "must lie between the years 1970 and 9999")
                    .that(from == null || to == null || from.isBefore(to), "to", "must be after from");
        }

        SetPriceListEntry known(UUID list) {
            var p = requireNonNull(price);
            return new SetPriceListEntry(
                    list, requireNonNull(sku), new Money(requireNonNull(p.amount()), requireNonNull(p.currency())), from, to);
        }
    }

    Outcome<List<SetPriceListEntry>> commands(UUID list) {
        var checked = new Checked()
                .given(entries, "entries")
                .list(entries, "entries", 1_000)
                .that(entries != null && !entries.isEmpty(), "entries", "must not be empty");
        if (entries != null && !checked.failed()) {
            entries.forEach(e -> e.check(checked));
        }
        return checked.then(
                () -> requireNonNull(entries).stream().map(e -> e.known(list)).toList());
    }

    /// How many entries were set.
    public record Done(int entries) {}

    /// An entry as it is kept; one that always held has no `from`.
    public record Kept(String sku, Money price, @Nullable Instant from, @Nullable Instant to) {
        static Kept of(PriceLists.Entry e) {
            return new Kept(
                    e.sku(), new Money(e.amount(), e.currency()),
                    e.from().equals(PriceListEntries.ALWAYS) ? null : e.from(), e.to());
        }
    }

    /// A page of a price list; `next` is the `after` of the following page.
    public record Page(List<Kept> entries, @Nullable String next) {}
}
