package dev.souk.platform.postgres.embedded;

/// The server's settings, written before every start. After a crash the server has to know that its files are on the
/// disk: `syncfs` asks once for all of them, which for eight databases takes a fraction of a second instead of several.
final class Configuration {
    private static final String SETTINGS =
            """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 400
            shared_buffers = '256MB'
            wal_level = minimal
            max_wal_senders = 0
            wal_buffers = '16MB'
            max_wal_size = '4GB'
            min_wal_size = '256MB'
            checkpoint_timeout = '15min'
            recovery_init_sync_method = syncfs
            jit = off
            log_min_messages = warning
            log_checkpoints = off
            idle_in_transaction_session_timeout = '5min'
            track_activities = on
            timezone = 'UTC'
            """;

    private Configuration() {}

    static String of(EmbeddedPostgres.Durability durability) {
        var on = durability == EmbeddedPostgres.Durability.DURABLE ? "on" : "off";
        return SETTINGS
                + """
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                """.formatted(on, on, on);
    }
}
