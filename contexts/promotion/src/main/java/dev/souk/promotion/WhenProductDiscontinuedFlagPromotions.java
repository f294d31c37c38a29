package dev.souk.promotion;

import dev.souk.contracts.product.ProductDiscontinued;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import dev.souk.promotion.db.Campaigns;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Marks promotions that name a product which is not sold any more, so that marketing sees it.
final class WhenProductDiscontinuedFlagPromotions {
    private static final Logger LOG = LoggerFactory.getLogger(WhenProductDiscontinuedFlagPromotions.class);

    private final Campaigns campaigns;

    WhenProductDiscontinuedFlagPromotions(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    void react(ProductDiscontinued event, Tx tx) {
        flag(List.of(event), tx);
    }

    void reactAll(List<Received<ProductDiscontinued>> batch, Tx tx) {
        flag(batch.stream().map(Received::message).toList(), tx);
    }

    private void flag(List<ProductDiscontinued> events, Tx tx) {
        var marked = campaigns.pointAtDiscontinued(
                tx,
                events.stream()
                        .flatMap(e -> Stream.of(e.sku(), e.productId().toString()))
                        .toList());
        if (marked > 0) {
            LOG.info("{} promotions name products that are not sold any more", marked);
        }
    }
}
