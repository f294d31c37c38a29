package dev.souk.platform.postgres;

import dev.souk.platform.postgres.vault.VaultPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the platform must know to run contexts.
///
/// @param databases address of every context's own database, by context name
/// @param settings values for [ConfiguredSettings]
/// @param poolSize writing connections a context may hold, and half as many reading ones
/// @param batchSize messages handled in one transaction, at most
/// @param vault null where nothing personal is taken in
/// @param directories with files that this installation writes, to be searched for traces of people
public record PlatformConfig(
        Map<String, DatabaseAddress> databases,
        Map<String, String> settings,
        int poolSize,
        int batchSize,
        @Nullable VaultPlace vault,
        List<Path> directories) {
    public PlatformConfig {
        databases = Map.copyOf(databases);
        settings = Map.copyOf(settings);
        directories = List.copyOf(directories);
    }

    public static PlatformConfig of(Map<String, DatabaseAddress> databases, Map<String, String> settings) {
        return new PlatformConfig(databases, settings, 8, 512, null, List.of());
    }

    public PlatformConfig vault(VaultPlace place) {
        return new PlatformConfig(databases, settings, poolSize, batchSize, place, directories);
    }

    public PlatformConfig directories(List<Path> kept) {
        return new PlatformConfig(databases, settings, poolSize, batchSize, vault, kept);
    }
}
