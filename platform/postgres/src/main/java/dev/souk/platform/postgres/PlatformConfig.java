package dev.souk.platform.postgres;

import java.util.Map;

/// What the platform must know to run contexts.
///
/// @param databases address of every context's own database, by context name
/// @param settings values for [ConfiguredSettings]
/// @param poolSize writing connections a context may hold, and half as many reading ones
/// @param batchSize messages handled in one transaction, at most
public record PlatformConfig(
        Map<String, DatabaseAddress> databases, Map<String, String> settings, int poolSize, int batchSize) {
    public PlatformConfig {
        databases = Map.copyOf(databases);
        settings = Map.copyOf(settings);
    }

    public static PlatformConfig of(Map<String, DatabaseAddress> databases, Map<String, String> settings) {
        return new PlatformConfig(databases, settings, 16, 512);
    }
}
