package dev.souk.pricing.http;

import static java.util.Objects.requireNonNull;

import dev.souk.contracts.pricing.CalculatePrice;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A preview of a price. Customer, channel, code and negotiated prices may be named by staff only: a shopper's
/// customer id comes from the token, and codes are tried in the cart or at `/coupons/validate`, which limit guessing.
public record CalculateRequest(
        @Nullable String currency,
        @Nullable String channel,
        @Nullable UUID customerId,
        @Nullable List<Line> lines,
        @Nullable String promotionCode,
        @Nullable String shippingMethodId,
        @Nullable Destination destination) {
    private static final int MOST_LINES = 1_000;
    private static final int MOST_QUANTITY = 1_000_000;
    private static final UUID LINES = UUID.fromString("0b6f5a1e-59a5-5c6e-8e0c-3b5d8f2b9a44");

    public record Line(
            @Nullable UUID productId,
            @Nullable UUID variantId,
            @Nullable String sku,
            @Nullable Integer quantity,
            @Nullable Long negotiatedPrice) {
        void check(Checked checked) {
            checked.given(productId, "productId")
                    .given(sku, "sku")
                    .text(sku, "sku", 100)
                    .given(quantity, "quantity")
                    .range(quantity, 1, MOST_QUANTITY, "quantity")
                    .range(negotiatedPrice, 0, Checked.MOST_MONEY, "negotiatedPrice");
        }
    }

    public record Destination(@Nullable String country, @Nullable String region, @Nullable String postcode) {
        void check(Checked checked) {
            checked.country(country).text(region, "region", 100).text(postcode, "postcode", 20);
        }

        CalculatePrice.Destination known() {
            return new CalculatePrice.Destination(requireNonNull(country), region, postcode);
        }
    }

    Outcome<CalculatePrice> query(Caller caller) {
        if (!caller.staff() && staffOnly()) {
            return Outcome.refused(new Refusal.Plain(
                    Refusal.Kind.FORBIDDEN,
                    "STAFF_ONLY",
                    "customerId, channel, promotionCode and negotiatedPrice may be given by staff only."));
        }
        var checked = new Checked()
                .currency(currency)
                .word(channel, "channel")
                .text(promotionCode, "promotionCode", 40)
                .word(shippingMethodId, "shippingMethodId")
                .given(lines, "lines")
                .list(lines, "lines", MOST_LINES)
                .that(lines != null && !lines.isEmpty(), "lines", "must not be empty");
        if (lines != null && !checked.failed()) {
            lines.forEach(line -> line.check(checked));
        }
        if (destination != null) {
            destination.check(checked);
        }
        return checked.then(() -> known(caller));
    }

    private boolean staffOnly() {
        return customerId != null
                || channel != null
                || promotionCode != null
                || (lines != null && lines.stream().anyMatch(l -> l != null && l.negotiatedPrice() != null));
    }

    private CalculatePrice known(Caller caller) {
        var known = new ArrayList<CalculatePrice.Line>();
        for (var line : requireNonNull(lines)) {
            known.add(new CalculatePrice.Line(
                    NameBasedId.of(LINES, String.valueOf(known.size())), requireNonNull(line.productId()),
                    line.variantId(), requireNonNull(line.sku()), requireNonNull(line.quantity()),
                    line.negotiatedPrice()));
        }
        return new CalculatePrice(
                null, caller.staff() ? customerId : caller.subject(), channel == null ? "WEB" : channel,
                requireNonNull(currency), known, promotionCode, shippingMethodId,
                destination == null ? null : destination.known(), null);
    }
}
