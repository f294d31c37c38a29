package dev.souk.platform.postgres.vault;

import dev.souk.platform.postgres.DatabaseAddress;
import java.nio.file.Path;

/// Where the wrapped keys are, and where the key that wraps them is.
///
/// @param masterKey a file, made at first use; whoever has it and the database can read everything
public record VaultPlace(DatabaseAddress database, Path masterKey) {}
