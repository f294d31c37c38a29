package dev.souk.platform.postgres.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.postgres.Provision;
import dev.souk.platform.postgres.embedded.EmbeddedPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class KeyVaultTest {
    @TempDir
    private static Path directory;

    private static EmbeddedPostgres server;
    private static int number;

    private final UUID jane = UUID.randomUUID();
    private final List<KeyVault> open = new ArrayList<>();
    private VaultPlace place;
    private KeyVault vault;

    record Home(String street, String city) {}

    @BeforeAll
    static void startServer() throws Exception {
        server = EmbeddedPostgres.start(directory.resolve("postgres"), EmbeddedPostgres.Durability.FORGETFUL);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void start() {
        place = fresh();
        vault = another();
    }

    @AfterEach
    void stop() {
        open.forEach(KeyVault::close);
    }

    private static VaultPlace fresh() {
        var name = "vault_" + ++number;
        var made = Provision.databases("127.0.0.1", server.port(), server.password(), "x", List.of(name));
        return new VaultPlace(Objects.requireNonNull(made.get(name)), directory.resolve(name + ".json"));
    }

    /// As another process would open it.
    private KeyVault another() {
        var opened = KeyVault.open(place, Clock.systemUTC(), new SimpleMeterRegistry(), UUID::randomUUID);
        open.add(opened);
        return opened;
    }

    private long number(String sql) {
        try (var connection = DriverManager.getConnection(
                        place.database().url(), place.database().user(), place.database().password());
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_sealed_can_be_opened_by_every_process_of_the_installation() {
        var name = vault.seal(jane, "Jane Roe");
        var home = vault.seal(jane, new Home("1 Elm Street", "Springfield"));
        assertThat(name.text()).startsWith("s1." + jane).doesNotContain("Jane");
        assertThat(name.subject()).contains(jane);
        assertThat(name.toString()).doesNotContain(name.body());
        for (var any : List.of(vault, another())) {
            assertThat(any.open(name, String.class)).contains("Jane Roe");
            assertThat(any.open(home, Home.class)).contains(new Home("1 Elm Street", "Springfield"));
        }
    }

    @Test
    void the_same_value_never_looks_the_same_and_cannot_be_passed_off_as_another_persons() {
        var name = vault.seal(jane, "Jane Roe");
        assertThat(vault.seal(jane, "Jane Roe")).isNotEqualTo(name);
        var john = UUID.randomUUID();
        vault.seal(john, "John Doe");
        assertThatThrownBy(() -> vault.open(Sealed.<String>of(john, name.body()), String.class))
                .isInstanceOf(VaultException.class);
    }

    @Test
    void what_was_written_in_clear_before_there_were_keys_is_opened_as_it_stands() {
        assertThat(vault.open(Sealed.<String>clear("\"Jane Roe\""), String.class)).contains("Jane Roe");
        assertThat(vault.open(Sealed.<Home>clear("{\"street\":\"1 Elm Street\",\"city\":\"Springfield\"}"), Home.class))
                .contains(new Home("1 Elm Street", "Springfield"));
    }

    @Test
    void erased_means_gone_for_everyone_and_for_ever() {
        var name = vault.seal(jane, "Jane Roe");
        var elsewhere = another();
        vault.destroy(jane);
        vault.destroy(jane);
        assertThat(vault.open(name, String.class)).isEmpty();
        assertThat(elsewhere.open(name, String.class)).isEmpty();
        assertThat(another().open(name, String.class)).isEmpty();
        assertThatThrownBy(() -> vault.seal(jane, "Jane Roe")).isInstanceOf(Vault.SubjectErased.class);
        assertThatThrownBy(() -> another().seal(jane, "Jane Roe")).isInstanceOf(Vault.SubjectErased.class);
        assertThat(number("select count(*) from subject_key where wrapped is not null")).isZero();
        assertThat(number("select count(*) from subject_key where destroyed_at is not null")).isEqualTo(1);
    }

    @Test
    void somebody_who_was_erased_before_anything_was_known_gets_no_key_either() {
        vault.destroy(jane);
        assertThatThrownBy(() -> vault.seal(jane, "Jane Roe")).isInstanceOf(Vault.SubjectErased.class);
    }

    @Test
    void many_new_people_share_commits_and_each_has_one_key() throws Exception {
        var people = IntStream.range(0, 400).mapToObj(_ -> UUID.randomUUID()).toList();
        var other = another();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sealed = new ArrayList<Future<Sealed<String>>>();
            for (var person : people) {
                sealed.add(threads.submit(() -> vault.seal(person, "a")));
                sealed.add(threads.submit(() -> other.seal(person, "b")));
            }
            for (var one : sealed) {
                assertThat(vault.open(one.get(), String.class)).isPresent();
                assertThat(other.open(one.get(), String.class)).isPresent();
            }
        }
        assertThat(number("select count(*) from subject_key")).isEqualTo(people.size());
        assertThat(number("select count(distinct xmin::text) from subject_key")).isLessThan(200);
    }

    @Test
    void a_newcomer_has_a_key_already() {
        var newcomers = IntStream.range(0, 600).mapToObj(_ -> vault.newcomer()).toList();
        assertThat(newcomers).doesNotHaveDuplicates();
        var last = newcomers.getLast();
        assertThat(number("select count(*) from subject_key where wrapped is not null and subject_id = '" + last + "'"))
                .isEqualTo(1);
        assertThat(another().open(vault.seal(last, "Jo"), String.class)).contains("Jo");
    }

    @Test
    void a_blind_hash_is_the_same_in_all_processes_and_another_one_elsewhere() {
        var hash = vault.blind("jane@example.com");
        assertThat(another().blind("jane@example.com")).isEqualTo(hash).doesNotContain("jane");
        assertThat(vault.blind("john@example.com")).isNotEqualTo(hash);
        place = fresh();
        assertThat(another().blind("jane@example.com")).isNotEqualTo(hash);
    }

    @Test
    void a_lost_or_exchanged_master_key_is_said_and_not_replaced() throws IOException {
        var text = Files.readString(place.masterKey());
        Files.delete(place.masterKey());
        assertThatThrownBy(this::another).isInstanceOf(VaultException.class).hasMessageContaining("is missing");
        assertThat(place.masterKey()).doesNotExist();
        MasterKeys.create(place.masterKey());
        assertThatThrownBy(this::another).isInstanceOf(VaultException.class).hasMessageContaining("another one");
        Files.writeString(place.masterKey(), text);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.masterKey()))).isEqualTo("rw-------");
        another();
        Files.setPosixFilePermissions(place.masterKey(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(this::another).isInstanceOf(VaultException.class).hasMessageContaining("chmod 600");
        Files.writeString(place.masterKey(), "{}");
        Files.setPosixFilePermissions(place.masterKey(), PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(this::another).isInstanceOf(VaultException.class).hasMessageContaining("damaged");
    }

    @Test
    void the_master_key_is_rotated_while_the_platform_runs() {
        var name = vault.seal(jane, "Jane Roe");
        var gone = UUID.randomUUID();
        vault.seal(gone, "x");
        vault.destroy(gone);
        var hash = vault.blind("jane");
        int before = MasterKeys.read(place.masterKey()).primary();
        var done = Rotation.run(place, Clock.systemUTC(), _ -> {});
        assertThat(done).isEqualTo(new Rotation.Done(2, 1)); // Jane's and the installation's
        var after = MasterKeys.read(place.masterKey());
        assertThat(after.has(before)).isFalse();
        assertThat(number("select count(*) from subject_key where master_id = " + after.primary())).isEqualTo(2);
        var john = UUID.randomUUID();
        var later = vault.seal(john, "John Doe");
        assertThat(vault.open(name, String.class)).contains("Jane Roe");
        var fresh = another();
        assertThat(fresh.open(name, String.class)).contains("Jane Roe");
        assertThat(fresh.open(later, String.class)).contains("John Doe");
        assertThat(fresh.blind("jane")).isEqualTo(hash);
        assertThatThrownBy(() -> fresh.seal(gone, "x")).isInstanceOf(Vault.SubjectErased.class);
    }

    @Test
    void an_interrupted_rotation_is_gone_on_with() {
        var name = vault.seal(jane, "Jane Roe");
        MasterKeys.read(place.masterKey()).add(); // and then the process ended
        int wanted = MasterKeys.read(place.masterKey()).primary();
        assertThat(another().open(name, String.class)).contains("Jane Roe");
        Rotation.run(place, Clock.systemUTC(), _ -> {});
        assertThat(MasterKeys.read(place.masterKey()).primary()).isEqualTo(wanted);
        assertThat(another().open(name, String.class)).contains("Jane Roe");
    }
}
