package dev.souk.cart.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTokenTest {
    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "4242 4242 4242 4242", "3714-496353-98431", "4222222222222",
        " 6304000000000000000 "})
    void a_card_number_is_recognised(String number) {
        assertThat(PaymentToken.looksLikeCardNumber(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "pm_1N4242424242424242", "424242424242", "42424242424242424242", ""})
    void a_token_is_not_a_card_number(String token) {
        assertThat(PaymentToken.looksLikeCardNumber(token)).isFalse();
    }
}
