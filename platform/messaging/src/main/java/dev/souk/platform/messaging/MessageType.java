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

    /// In place of a context: an event that every context publishes about its own part of something.
    String EVERYBODY = "*";

    /// Events: the one context that publishes it, or [#EVERYBODY]. Commands and queries: the one context that handles or answers it.
    String context();
}
