package dev.souk.platform.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name of a message on the wire. Renaming the class never changes it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MessageType {
    /// PascalCase, as the contract lists it.
    String name();

    /// `major.minor`. Additions raise the minor; anything else is a new record with a new major.
    String version();

    /// Events: the one context that publishes it. Commands and queries: the one context that handles or answers it.
    String context();
}
