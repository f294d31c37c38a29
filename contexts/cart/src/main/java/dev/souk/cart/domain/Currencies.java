package dev.souk.cart.domain;

import java.util.Arrays;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/// The currencies that the shop sells in.
///
/// @param codes ISO 4217
public record Currencies(Set<String> codes) {
    private static final Set<String> MONEY = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    public Currencies {
        codes = Set.copyOf(codes);
    }

    /// Money that is paid with: neither XXX (none) nor XTS (for tests) nor gold by the ounce.
    public static boolean money(String code) {
        return MONEY.contains(code);
    }

    /// @param list as configured, for example `EUR, GBP`; empty means every money there is
    /// @throws IllegalArgumentException when something in it is no money
    public static Currencies of(String list) {
        var codes = Arrays.stream(list.split(",", -1)).map(String::strip).filter(code -> !code.isEmpty()).toList();
        codes.stream().filter(code -> !money(code)).findFirst().ifPresent(code -> {
            throw new IllegalArgumentException("setting cart.currencies has no currency of ISO 4217: " + code);
        });
        return new Currencies(codes.isEmpty() ? MONEY : Set.copyOf(codes));
    }

    public boolean offer(String code) {
        return codes.contains(code);
    }
}
