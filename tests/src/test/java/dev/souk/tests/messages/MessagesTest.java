package dev.souk.tests.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.customer.CustomerErased;
import dev.souk.contracts.customer.DataExportPartReady;
import dev.souk.contracts.customer.DataExportRequested;
import dev.souk.contracts.customer.ErasurePartCompleted;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.Query;
import dev.souk.tests.Docs;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SoukRuns.class)
class MessagesTest {
    private final Messages messages;

    MessagesTest(RunningSouk souk) {
        messages = new Messages(souk.contexts());
    }

    @Test
    void every_command_is_handled_by_its_own_context_and_no_other() {
        assertThat(messages.of(Command.class)).isNotEmpty().allSatisfy(command -> assertThat(messages.to(command))
                .as(Messages.name(command)).containsExactly(Messages.owner(command)));
    }

    @Test
    void every_query_is_answered_by_its_own_context_and_no_other() {
        assertThat(messages.of(Query.class)).isNotEmpty().allSatisfy(query -> assertThat(messages.to(query))
                .as(Messages.name(query)).containsExactly(Messages.owner(query)));
    }

    @Test
    void every_event_is_published_by_its_own_context_and_no_other() {
        assertThat(messages.of(Event.class).stream().filter(event -> !Messages.everybodys(event)))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(messages.from(event))
                        .as(Messages.name(event))
                        .containsExactly(Messages.owner(event)));
    }

    @Test
    void whoever_is_asked_about_a_person_publishes_its_part() {
        assertThat(messages.of(Event.class).stream().filter(Messages::everybodys))
                .containsExactlyInAnyOrder(DataExportPartReady.class, ErasurePartCompleted.class);
        assertThat(messages.from(DataExportPartReady.class)).containsExactlyElementsOf(messages.to(DataExportRequested.class));
        assertThat(messages.from(ErasurePartCompleted.class)).containsExactlyElementsOf(messages.to(CustomerErased.class));
        assertThat(messages.from(ErasurePartCompleted.class)).contains("cart", "checkout", "customer", "order", "payment");
    }

    @Test
    void every_subscription_has_a_publisher() {
        var unheard = new ArrayList<String>();
        messages.plates().forEach((context, plate) -> plate.reactsTo().stream()
                .filter(event -> messages.from(event).isEmpty())
                .forEach(event -> unheard.add(context + " waits for " + Messages.name(event))));
        assertThat(unheard).isEmpty();
    }

    @Test
    void every_command_that_is_sent_has_a_handler_elsewhere() {
        var lost = new ArrayList<String>();
        messages.plates().forEach((context, plate) -> plate.sends().stream()
                .filter(command -> messages.to(command).isEmpty())
                .forEach(command -> lost.add(context + " sends " + Messages.name(command))));
        assertThat(lost).isEmpty();
    }

    @Test
    void door_plates_name_nothing_that_the_contracts_do_not_know() {
        var known = Set.copyOf(messages.all());
        messages.plates().forEach((context, plate) -> assertThat(List.of(
                        plate.handles(), plate.reactsTo(), plate.answers(), plate.publishes(), plate.sends()))
                .as(context)
                .allSatisfy(place -> assertThat(known).containsAll(place)));
    }

    @Test
    void a_name_and_version_stand_for_one_message() {
        assertThat(messages.all().stream().map(message -> Messages.name(message) + " " + Messages.type(message).version()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_table_of_messages_is_up_to_date() throws IOException {
        Docs.upToDate("messages.md", MessageTable.of(messages));
    }
}
