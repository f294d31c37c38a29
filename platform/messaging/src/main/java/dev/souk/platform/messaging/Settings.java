package dev.souk.platform.messaging;

import java.time.Duration;

/// Configuration values of one context, with their defaults stated where they are read.
public interface Settings {
    String text(String name, String otherwise);

    long number(String name, long otherwise);

    Duration duration(String name, Duration otherwise);

    boolean flag(String name, boolean otherwise);
}
