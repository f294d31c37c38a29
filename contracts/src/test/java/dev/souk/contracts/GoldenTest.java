package dev.souk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.messaging.Confidential;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import dev.souk.platform.postgres.MessageTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Golden files are what yesterday's code wrote. They are never edited: a new version of a message gets a new file.
/// A missing one is written with `-Dgolden.write`.
class GoldenTest {
    private static final JsonMapper JSON =
            MessageTypes.json().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stream<Class<?>> messages() throws Exception {
        // what is confidential never stands in a journal
        return Contracts.all().stream()
                .filter(type -> !Query.class.isAssignableFrom(type) && !Confidential.class.isAssignableFrom(type));
    }

    private static String owner(Class<?> type) {
        return type.getPackageName().substring("dev.souk.contracts.".length());
    }

    private static Path golden(Class<?> type) {
        var declared = type.getAnnotation(MessageType.class);
        return Path.of("src/test/resources/golden", owner(type), declared.name() + "-" + declared.version() + ".json");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void todays_code_reads_and_writes_what_yesterdays_wrote(Class<?> type) throws Exception {
        var file = golden(type);
        if (!Files.exists(file) && System.getProperty("golden.write") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(Sample.of(type, type.getSimpleName())) + "\n");
        }
        assertThat(file).as("golden JSON of %s", type.getSimpleName()).exists();
        var written = JSON.readTree(Files.readString(file));
        var again = JSON.writeValueAsString(JSON.treeToValue(written, type));
        assertThat(JSON.readTree(again)).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void yesterdays_code_reads_what_tomorrows_adds(Class<?> type) throws Exception {
        var tree = (ObjectNode) JSON.readTree(Files.readString(golden(type)));
        var plain = JSON.treeToValue(tree, type);
        tree.put("addedTomorrow", "something");
        assertThat((Object) JSON.treeToValue(tree, type)).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void every_message_names_its_context_by_its_package(Class<?> type) {
        assertThat(type.getAnnotation(MessageType.class).context()).isIn(owner(type), MessageType.EVERYBODY);
        assertThat(type.getSimpleName()).startsWith(type.getAnnotation(MessageType.class).name());
    }
}
