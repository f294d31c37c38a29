package dev.souk.platform.postgres;

/// Is told how far a rebuild has come.
@FunctionalInterface
public interface RebuildWatcher {
    /// Nobody looks.
    RebuildWatcher NOBODY = (_, _) -> {};

    /// @param done positions of the journals that have been gone through
    /// @param total of those that there are, for now
    void at(long done, long total);
}
