package dev.souk.product.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTextTest {
    @ParameterizedTest
    @CsvSource({
        "255, EUR, 255", "2.55, EUR, 255", "2.5, EUR, 250", "0.01, EUR, 1", "12.500, KWD, 12500", "100, JPY, 100",
        "100.0, JPY, 100", "0, EUR, 0", "3.10000, EUR, 310"
    })
    void a_number_is_minor_units_and_a_decimal_major_ones(String text, String currency, long minor) {
        assertThat(PriceText.minor(text, currency)).hasValue(minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.555", "-1", "1e3", "1,50", ".5", "5.", "", " 5", "12345678901234567890"})
    void what_is_finer_than_the_currency_or_no_plain_number_is_no_price(String text) {
        assertThat(PriceText.minor(text, "EUR")).isEmpty();
    }

    @Test
    void a_currency_without_a_minor_unit_takes_no_fractions() {
        assertThat(PriceText.minor("1.5", "JPY")).isEmpty();
    }
}
