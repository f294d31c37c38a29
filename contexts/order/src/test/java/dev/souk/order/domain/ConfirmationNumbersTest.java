package dev.souk.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConfirmationNumbersTest {
    private final ConfirmationNumbers numbers = new ConfirmationNumbers(new UUID(42, 4711));

    @Test
    void a_million_orders_in_a_row_have_a_million_numbers() {
        var seen = new BitSet((int) ConfirmationNumbers.COUNT);
        for (int i = 0; i < 1_000_000; i++) {
            long scrambled = numbers.scrambled(i);
            assertThat(scrambled >= 0 && scrambled < ConfirmationNumbers.COUNT).isTrue();
            assertThat(seen.get((int) scrambled)).isFalse();
            seen.set((int) scrambled);
        }
    }

    @Test
    void every_number_leads_back_to_its_order() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            long number = random.nextLong(ConfirmationNumbers.COUNT);
            assertThat(numbers.number(numbers.of(number))).hasValue(number);
        }
        for (long edge : new long[] {0, 1, 9_999, 10_000, ConfirmationNumbers.COUNT - 1}) {
            assertThat(numbers.number(numbers.of(edge))).hasValue(edge);
        }
    }

    @Test
    void neighbours_do_not_look_like_neighbours() {
        long close = 0;
        for (int i = 0; i < 10_000; i++) {
            close += Math.abs(numbers.scrambled(i) - numbers.scrambled(i + 1)) < 100_000 ? 1 : 0;
        }
        assertThat(close).isLessThan(60);
    }

    @Test
    void another_installation_has_other_numbers() {
        assertThat(new ConfirmationNumbers(new UUID(43, 4711)).of(1)).isNotEqualTo(numbers.of(1));
    }

    @Test
    void what_is_no_confirmation_number_leads_nowhere() {
        assertThat(numbers.of(5)).matches("ORD-[0-9]{8}");
        for (var wrong : new String[] {"", "ORD-1", "ORD-123456789", "ord-12345678", "ORD-1234567x"}) {
            assertThat(numbers.number(wrong)).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.of(ConfirmationNumbers.COUNT));
    }
}
