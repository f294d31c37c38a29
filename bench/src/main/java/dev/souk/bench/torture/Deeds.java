package dev.souk.bench.torture;

import dev.souk.bench.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/// What the shoppers were told was done; the platform has to hold exactly this.
final class Deeds {
    /// Versions of a cart that were answered, each the trace of one change.
    final Map<String, Set<Long>> carts = new ConcurrentHashMap<>();
    final Map<String, Checkout> checkouts = new ConcurrentHashMap<>();
    final Set<String> cancelledOrders = ConcurrentHashMap.newKeySet();
    final Map<String, Long> refunds = new ConcurrentHashMap<>();
    final Set<String> refusedRefunds = ConcurrentHashMap.newKeySet();
    final ConcurrentLinkedQueue<Answered> answered = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();

    /// @param state the last one the shopper saw
    record Checkout(String cartId, String orderId, String state) {}

    /// A call under a key, to be repeated at the end.
    record Answered(
            @Nullable String token, String cartToken, String method, String path, String json, String key, int status, String body) {}

    /// The cart is now at the version that the answer tells.
    void changed(String cartId, Reply reply) {
        var versions = carts.computeIfAbsent(cartId, _ -> new ConcurrentSkipListSet<>());
        if (reply.good()) {
            versions.add(version(reply));
        }
    }

    static long version(Reply reply) {
        var tag = reply.headers().getOrDefault("etag", "\"0\"");
        return Long.parseLong(tag.replaceAll("[^0-9]", ""));
    }

    /// A call about this was never answered: what it holds cannot be said from outside.
    void unsure(String path) {
        unsure.add(path);
    }

    boolean sure(String cartId) {
        return unsure.stream().noneMatch(path -> path.contains(cartId));
    }

    List<Answered> repeatable() {
        return new ArrayList<>(answered);
    }
}
