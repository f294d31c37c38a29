package dev.souk.notification.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every template there is.
public final class Kinds {
    private static final Map<String, Kind> ALL = new LinkedHashMap<>();

    static {
        List.of(
                        Kind.answer("order-received"),
                        Kind.answer("order-confirmed"),
                        Kind.answer("order-cancelled"),
                        Kind.news("order-on-hold", Category.TRANSACTIONAL),
                        Kind.news("order-hold-released", Category.TRANSACTIONAL),
                        Kind.wanted("order-being-prepared", Category.DELIVERY),
                        Kind.money("payment-receipt"),
                        Kind.money("payment-problem"),
                        Kind.money("payment-refunded"),
                        Kind.answer("checkout-failed"),
                        Kind.news("cart-reminder", Category.MARKETING),
                        Kind.news("back-in-stock", Category.TRANSACTIONAL),
                        Kind.news("points-expiring", Category.TRANSACTIONAL),
                        Kind.wanted("points-earned", Category.TRANSACTIONAL),
                        Kind.answer("welcome"),
                        Kind.security("account-exists"),
                        Kind.security("verify-email"),
                        Kind.security("email-change"),
                        Kind.security("password-reset"),
                        Kind.security("password-changed"),
                        Kind.security("account-locked"),
                        Kind.security("erasure-requested"),
                        Kind.security("data-export-ready"),
                        Kind.task("stock-low"),
                        Kind.task("checkout-stuck"),
                        Kind.task("payment-mismatch"),
                        Kind.answer("message"))
                .forEach(kind -> ALL.put(kind.key(), kind));
    }

    private Kinds() {}

    public static Collection<Kind> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Kind> find(String key) {
        return Optional.ofNullable(ALL.get(key));
    }

    /// @throws IllegalArgumentException when there is no such template
    public static Kind of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no template " + key));
    }
}
