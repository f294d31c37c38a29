package dev.souk.product.domain;

import java.util.Set;

/// Where a product stands between being written and being withdrawn.
public enum Status {
    DRAFT,
    ACTIVE,
    DISCONTINUED,
    ARCHIVED;

    /// What an update may set; a product is discontinued by its own command, and that is final.
    public static final Set<String> SETTABLE = Set.of("DRAFT", "ACTIVE", "ARCHIVED");

    /// The first version of the public messages knows no DISCONTINUED.
    public String wire() {
        return this == DISCONTINUED ? ARCHIVED.name() : name();
    }

    boolean mayBecome(Status next) {
        return next == this
                || switch (this) {
                    case DRAFT -> next == ACTIVE || next == ARCHIVED;
                    case ACTIVE -> next == ARCHIVED || next == DISCONTINUED;
                    case ARCHIVED -> next == ACTIVE || next == DISCONTINUED;
                    case DISCONTINUED -> next == ARCHIVED;
                };
    }
}
