package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.platform.messaging.Audited;
import dev.souk.platform.postgres.Audit;
import dev.souk.platform.testkit.TestPlatform;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AuditChainTest {
    private final UUID jane = UUID.randomUUID();

    private void note(TestPlatform souk, String what) {
        souk.write(tx -> {
            tx.audit(new Audited(what, "/orders/1", "SUPPORT", jane, TestPlatform.sealed(jane, "a call from the customer")));
            return true;
        });
    }

    @Test
    void a_row_that_was_changed_breaks_the_chain_where_it_stands() {
        try (var souk = TestPlatform.of(new NotesContext())) {
            for (int i = 1; i <= 5; i++) {
                note(souk, "GET " + i);
            }
            souk.write(Audit::link);
            assertThat(souk.<Audit.Verdict>write(Audit::verify).rows()).isEqualTo(5);
            assertThat(souk.<Audit.Verdict>write(Audit::verify).broken()).isZero();
            assertThatThrownBy(() -> souk.write(tx -> tx.sql("update audit set action = 'nothing' where place = 3").update()))
                    .hasMessageContaining("only grows");
            souk.write(tx -> tx.sql("alter table audit disable trigger all").update());
            souk.write(tx -> tx.sql("update audit set action = 'nothing' where place = 3").update());
            assertThat(souk.<Audit.Verdict>write(Audit::verify).broken()).isEqualTo(3);
        }
    }

    @Test
    void a_person_can_be_told_who_saw_them_and_what_for() {
        try (var souk = TestPlatform.of(new NotesContext())) {
            note(souk, "GET it");
            var seen = souk.write(tx -> tx.accesses(jane));
            assertThat(seen).hasSize(1);
            assertThat(TestPlatform.opened(java.util.Objects.requireNonNull(seen.getFirst().purpose()), String.class))
                    .isEqualTo("a call from the customer");
        }
    }
}
