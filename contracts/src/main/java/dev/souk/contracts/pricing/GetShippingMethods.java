package dev.souk.contracts.pricing;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.Set;

/// Which shipping methods the shop has, wherever they go and whatever they cost.
@MessageType(name = "GetShippingMethods", version = "1.0", context = "pricing")
public record GetShippingMethods() implements Query<GetShippingMethods.Known> {
    public record Known(Set<String> methodIds) {
        public Known {
            methodIds = Set.copyOf(methodIds);
        }
    }
}
