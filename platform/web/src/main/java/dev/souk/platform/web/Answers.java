package dev.souk.platform.web;

import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers are kept for repeats, and they hold what people were shown. So they are kept sealed, under a key of the day
/// that is destroyed when nobody may ask for them any more; and what was asked is only kept as a keyed hash.
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    /// Not a person.
    private static final UUID DAYS = new UUID(0, 2);
    /// Rows live for 48 hours; the last of a day is gone by the third.
    private static final int KEPT = 3;
    private static final int LOOK_BACK = 40;

    private final Vault vault;
    private volatile @Nullable LocalDate today;

    Answers(Vault vault) {
        this.vault = vault;
    }

    String seal(Instant now, String answer) {
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!day.equals(today)) {
            today = day;
            Thread.ofVirtual().name("forget-answers").start(() -> forget(day));
        }
        return vault.seal(key(day), answer).text();
    }

    /// Null when its day is over.
    @Nullable String open(String sealed) {
        return vault.open(new Sealed<String>(sealed), String.class).orElse(null);
    }

    String hash(String text) {
        return vault.blind(text);
    }

    static UUID key(LocalDate day) {
        return NameBasedId.of(DAYS, "answers of " + day);
    }

    /// Once a day and at every start, also for days on which nothing ran.
    private void forget(LocalDate today) {
        try {
            for (int back = KEPT; back < LOOK_BACK; back++) {
                vault.destroy(key(today.minusDays(back)));
            }
        } catch (RuntimeException e) {
            LOG.warn("keys of old answers are destroyed later: {}", e.toString());
            this.today = null;
        }
    }
}
