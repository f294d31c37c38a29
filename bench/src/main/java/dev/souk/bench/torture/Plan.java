package dev.souk.bench.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What is done to the platform.
///
/// @param data an empty or missing directory
/// @param command starts a platform; `--data` and further options of `souk up` are appended
/// @param kills how many processes are killed
/// @param lasting over which time, recoveries included
/// @param settling patience for what is still on its way at the end
public record Plan(
        Path data,
        List<String> command,
        int kills,
        Duration lasting,
        Duration settling,
        int shoppers,
        long seed,
        List<Victim> victims) {
    public Plan {
        command = List.copyOf(command);
        victims = List.copyOf(victims);
    }

    /// What is killed with SIGKILL.
    public enum Victim {
        PLATFORM,
        POSTGRES,
        BOTH;

        boolean takesPlatform() {
            return this != POSTGRES;
        }

        boolean takesPostgres() {
            return this != PLATFORM;
        }
    }
}
