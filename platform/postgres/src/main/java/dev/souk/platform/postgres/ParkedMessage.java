package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Envelope;
import dev.souk.platform.messaging.Row;
import dev.souk.platform.messaging.Tx;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A message that stands aside, with everything that is known of it.
///
/// @param envelope what surrounds it
/// @param behind how many wait behind it
/// @param payload its JSON, personal values masked; null when it cannot be read and might hold some
public record ParkedMessage(DeadLetter letter, Envelope envelope, long behind, @Nullable String payload) {
    static Optional<ParkedMessage> find(Tx tx, UUID id, Function<String, Optional<Class<?>>> types) {
        return tx.sql("select * from parked where id = ?").params(id).optional(row -> of(tx, row, types));
    }

    private static ParkedMessage of(Tx tx, Row row, Function<String, Optional<Class<?>>> types) {
        var letter = DeadLetter.from(row);
        var behind = tx.sql("select count(*) as n from parked where source = ? and key = ? and position > ?")
                .params(letter.source(), letter.key(), letter.position())
                .one(count -> count.bigint("n"));
        return new ParkedMessage(
                letter,
                Journal.envelope(row, letter.source(), letter.position()),
                behind,
                types.apply(letter.type()).flatMap(type -> MaskedJson.of(type, row.text("payload"))).orElse(null));
    }
}
