package dev.souk.platform.postgres.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/// The file with the keys that wrap personal keys: a Tink keyset in JSON, readable by its owner only.
final class MasterKeys {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private volatile KeysetHandle keys;

    private MasterKeys(Path file, KeysetHandle keys) {
        this.file = file;
        this.keys = keys;
    }

    /// @throws VaultException when the file is there but holds no keys, or others may read it
    static MasterKeys read(Path file) {
        return new MasterKeys(file, load(file));
    }

    static MasterKeys create(Path file) {
        var made = new MasterKeys(file, with(KeysetHandle.newBuilder()));
        made.write();
        return made;
    }

    private static KeysetHandle load(Path file) {
        try {
            var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            others.removeAll(OWNER_ONLY);
            if (!others.isEmpty()) {
                throw new VaultException("the master key " + file + " can be used by others than its owner; chmod 600 it");
            }
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new VaultException("the master key " + file + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new VaultException("the master key " + file + " is damaged; restore it from its backup", e);
        }
    }

    private static KeysetHandle with(KeysetHandle.Builder known) {
        try {
            var parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            return known.setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Complete and on disk before it has its name.
    private void write() {
        try {
            var directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            var draft = Files.createTempFile(
                    directory, "master-key", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(
                    draft,
                    TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get()),
                    StandardOpenOption.SYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The one that the file names first.
    int primary() {
        return keys.getPrimary().getId();
    }

    boolean has(int id) {
        return position(id) >= 0;
    }

    /// The key with this id; looked for in the file once more when it is not known, because another process may have
    /// put it there.
    Aead key(int id) {
        if (!has(id)) {
            keys = load(file);
        }
        var position = position(id);
        if (position < 0 || !(keys.getAt(position).getKey() instanceof AesGcmKey key)) {
            throw new VaultException("the master key " + file + " lacks key " + id + ", which wraps personal keys");
        }
        try {
            return AesGcmJce.create(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int position(int id) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.getAt(i).getId() == id) {
                return i;
            }
        }
        return -1;
    }

    /// Puts a new key in the first place, beside the old ones.
    void add() {
        keys = with(KeysetHandle.newBuilder(keys));
        write();
    }

    /// Forgets all keys but one; answers how many.
    int keepOnly(int id) {
        try {
            var fewer = KeysetHandle.newBuilder(keys).setConfiguration(AeadConfig2026.get());
            int before = fewer.size();
            for (int i = before - 1; i >= 0; i--) {
                if (keys.getAt(i).getId() != id) {
                    fewer.deleteAt(i);
                }
            }
            keys = fewer.build();
            write();
            return before - keys.size();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
