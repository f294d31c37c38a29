package dev.souk.pricing.domain;

import dev.souk.contracts.pricing.Quote;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// SHA-256 over what is charged: goods, quantities, amounts, taxes, promotions, shipping method. The trail, the names
/// of rules, line ids and times are reasons, not charges, and stay out.
public final class QuoteHash {
    private final StringBuilder text = new StringBuilder(512).append("souk-quote-1");

    private QuoteHash() {}

    public static String of(Quote quote) {
        return new QuoteHash().add(quote).hex();
    }

    private QuoteHash add(Quote q) {
        put(q.currency()).put(q.shippingMethodId()).put(q.complete());
        put(q.subtotal()).put(q.discount()).put(q.shipping()).put(q.shippingDiscount()).put(q.shippingNet());
        put(q.tax()).put(q.taxIncluded()).put(q.total());
        text.append("\nlines");
        for (var l : q.lines()) {
            put(l.productId()).put(l.variantId()).put(l.sku()).put(l.quantity()).put(l.unitPrice());
            put(l.gross()).put(l.discount()).put(l.net()).put(l.tax());
        }
        text.append("\ntaxes");
        for (var t : q.taxes()) {
            put(t.zone()).put(t.taxCategory()).put(t.rate()).put(t.included()).put(t.base()).put(t.amount());
        }
        text.append("\npromotions");
        for (var p : q.promotions()) {
            put(p.promotionId()).put(p.code()).put(p.discount()).put(p.needsHold());
        }
        var points = q.points();
        if (points != null) {
            text.append("\npoints");
            put(points.points()).put(points.amount());
        }
        text.append("\nproblems");
        for (var p : q.problems()) {
            put(p.code());
        }
        return this;
    }

    /// The length stands before each value, so that no two lists of values read alike.
    private QuoteHash put(@Nullable Object value) {
        var written = Objects.toString(value, "");
        text.append('\n').append(value == null ? -1 : written.length()).append(':').append(written);
        return this;
    }

    private String hex() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
