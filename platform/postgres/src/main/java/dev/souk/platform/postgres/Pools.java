package dev.souk.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// What all pools of sessions have in common.
public final class Pools {
    private Pools() {}

    /// A pool that is called `name`, has `size` sessions at most and gives an idle one back after two minutes.
    public static HikariConfig config(String name, DatabaseAddress address, int size, MeterRegistry meters) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("binaryTransferEnable", Binary.ENABLED);
        config.addDataSourceProperty("ApplicationName", "souk-" + name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setMetricRegistry(meters);
        return config;
    }
}
