package dev.souk.contracts.product;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import java.util.UUID;

/// What the catalogue says about several products; those it does not know are left out.
@MessageType(name = "GetProducts", version = "1.0", context = "product")
public record GetProducts(List<UUID> productIds) implements Query<GetProducts.Products> {
    public GetProducts {
        productIds = List.copyOf(productIds);
    }

    public record Products(List<GetProduct.Product> products) {
        public Products {
            products = List.copyOf(products);
        }
    }
}
