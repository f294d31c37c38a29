package dev.souk.inventory.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.inventory.domain.Reservation;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void lines_are_read_as_they_were_written() {
        var lines = List.of(
                new Reservation.Line("85123A", "MAIN", 2),
                new Reservation.Line("BANK CHARGES", "EAST", 1),
                new Reservation.Line("odd\\sku\twith\nall \\n of it", "", 2_000_000_000));
        assertThat(Lines.read(Lines.write(lines))).isEqualTo(lines);
        assertThat(Lines.read(Lines.write(List.of()))).isEmpty();
    }

    @Test
    void a_plain_line_is_readable_in_the_table() {
        assertThat(Lines.write(List.of(new Reservation.Line("A", "MAIN", 2), new Reservation.Line("B", "EAST", 3))))
                .isEqualTo("A\tMAIN\t2\nB\tEAST\t3");
    }
}
