package dev.souk.tests.architecture.broken.bazaar.domain;

import dev.souk.platform.messaging.Tx;

/// Decides by looking into the database.
final class Haggle {
    boolean settled(Tx tx) {
        return tx.sql("select 1").update() == 1;
    }
}
