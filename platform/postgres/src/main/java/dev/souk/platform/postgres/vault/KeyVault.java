package dev.souk.platform.postgres.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.postgres.TraceSearch;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// The vault of this process. Unwrapped keys are kept for less than a minute: so long another process may still read
/// what this one has erased. This one forgets at once.
public final class KeyVault implements Vault, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyVault.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration REMEMBERED = Duration.ofSeconds(50);
    private static final int MOST_REMEMBERED = 50_000;
    /// Not a person: the key of [#blind].
    private static final UUID INSTALLATION = new UUID(0, 1);

    private final KeyTable table;
    private final MasterKeys masters;
    private final NewKeys news;
    private final KeyReads reads;
    private final Cache<UUID, DataKey> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();
    /// A key read just before it was destroyed may be remembered just after: asked at every use.
    private final Cache<UUID, Boolean> destroyed =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED.multipliedBy(2)).build();
    private volatile @Nullable DataKey installation;

    private KeyVault(KeyTable table, MasterKeys masters, Supplier<UUID> ids) {
        this.table = table;
        this.masters = masters;
        this.news = new NewKeys(table, masters, ids);
        this.reads = new KeyReads(table);
    }

    /// Migrates the vault's database and takes the master key from its file; makes one where there has never been any.
    ///
    /// @throws VaultException when the file is lost, damaged or another one
    public static KeyVault open(VaultPlace place, Clock clock, MeterRegistry meters, Supplier<UUID> ids) {
        var table = new KeyTable(place.database(), clock, meters);
        try {
            return new KeyVault(table, masters(place, table), ids);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    static MasterKeys masters(VaultPlace place, KeyTable table) {
        var needed = table.masters();
        if (!Files.exists(place.masterKey())) {
            if (!needed.isEmpty()) {
                throw new VaultException("the master key " + place.masterKey() + " is missing. Without it no personal value"
                        + " of this installation can be read: restore the file from its backup, or name where it is"
                        + " (souk.vault.master-key). No new one is made over it.");
            }
            var made = MasterKeys.create(place.masterKey());
            table.use(made.primary());
            return made;
        }
        var masters = MasterKeys.read(place.masterKey());
        lacking(place, needed, masters);
        if (needed.isEmpty()) {
            table.use(masters.primary());
        }
        return masters;
    }

    private static void lacking(VaultPlace place, List<Integer> needed, MasterKeys masters) {
        for (var id : needed) {
            if (!masters.has(id)) {
                throw new VaultException("the master key " + place.masterKey() + " is another one than the vault was made"
                        + " with (it lacks key " + id + "): restore the right file");
            }
        }
    }

    @Override
    public <T> Sealed<T> seal(UUID subject, T value) {
        var key = key(subject).orElseGet(() -> remember(news.make(subject)));
        checkThere(subject);
        return Sealed.of(subject, text(key.encrypt(JSON.writeValueAsBytes(value))));
    }

    @Override
    public <T> Optional<T> open(Sealed<T> sealed, Class<T> type) {
        var subject = sealed.subject();
        if (subject.isEmpty()) {
            return Optional.of(JSON.readValue(sealed.body(), type));
        }
        try {
            var key = key(subject.get());
            if (key.isEmpty()) {
                LOG.warn("there has never been a key of {}", subject.get());
                return Optional.empty();
            }
            checkThere(subject.get());
            return Optional.of(JSON.readValue(key.get().decrypt(Base64.getUrlDecoder().decode(sealed.body())), type));
        } catch (SubjectErased _) {
            return Optional.empty();
        }
    }

    @Override
    public String blind(String value) {
        var key = installation;
        if (key == null) {
            key = key(INSTALLATION).orElseGet(() -> news.make(INSTALLATION));
            installation = key;
        }
        return text(key.hash(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public UUID newcomer() {
        return remember(news.any()).subject();
    }

    @Override
    public void destroy(UUID subject) {
        if (subject.equals(INSTALLATION)) {
            throw new IllegalArgumentException("the installation's key belongs to nobody");
        }
        table.destroy(subject);
        destroyed.put(subject, true);
        remembered.invalidate(subject);
    }

    /// Looks through the vault's own tables.
    public List<String> find(TraceSearch search) {
        return table.transaction(c -> search.in(c, "vault"));
    }

    private Optional<DataKey> key(UUID subject) {
        var known = remembered.getIfPresent(subject);
        return known != null ? Optional.of(known) : stored(subject).map(this::remember);
    }

    private DataKey remember(DataKey key) {
        remembered.put(key.subject(), key);
        return key;
    }

    private Optional<DataKey> stored(UUID subject) {
        return reads.find(subject).map(found -> switch (found) {
            case KeyTable.Found.Destroyed _ -> throw new SubjectErased(subject);
            case KeyTable.Found.Wrapped(var bytes, var master) -> unwrapped(subject, bytes, master);
        });
    }

    private DataKey unwrapped(UUID subject, byte[] wrapped, int master) {
        try {
            return DataKey.unwrapped(subject, wrapped, masters.key(master));
        } catch (GeneralSecurityException e) {
            throw KeyTable.unreadable(e);
        }
    }

    private void checkThere(UUID subject) {
        if (destroyed.getIfPresent(subject) != null) {
            throw new SubjectErased(subject);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        news.close();
        table.close();
    }
}
