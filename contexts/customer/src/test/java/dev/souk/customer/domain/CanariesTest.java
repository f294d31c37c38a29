package dev.souk.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanariesTest {
    private final Canaries canaries = new Canaries();

    @Test
    void a_single_name_is_not_looked_for_and_a_whole_one_is() {
        canaries.name("Rose");
        canaries.name(" Cher ");
        canaries.name("A B");
        canaries.name("Rose  Tyler");
        assertThat(canaries.names()).containsExactlyInAnyOrder("Rose Tyler", "Rose  Tyler");
        assertThat(canaries.own()).isEmpty();
    }

    @Test
    void a_line_of_an_address_counts_with_its_postal_code_only() {
        canaries.address("1 High Street", "LS1 1AA", "Leeds");
        canaries.address("2 High Street", " ", "Leeds");
        canaries.address("1", "1", "X");
        assertThat(canaries.own()).containsExactlyInAnyOrder(
                List.of("1 High Street", "LS1 1AA"), List.of("2 High Street", "Leeds"));
    }

    @Test
    void mail_and_telephone_belong_to_one_person() {
        canaries.email(" ada@example.com ");
        canaries.phone("+44 113 496 0000");
        canaries.phone("999");
        canaries.email(null);
        canaries.phone(null);
        canaries.name(null);
        assertThat(canaries.own()).containsExactlyInAnyOrder(
                List.of("ada@example.com"), List.of("+44 113 496 0000"), List.of("441134960000"));
    }
}
