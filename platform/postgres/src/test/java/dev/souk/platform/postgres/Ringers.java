package dev.souk.platform.postgres;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Event;
import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Transactions;
import dev.souk.platform.messaging.Wiring;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// A process of its own, made to be killed: 16 writers ring bells and write down every ring that was acknowledged,
/// while the book counts them. Arguments: bell url, book url, user suffix, password file, acknowledgement file, mode.
final class Ringers {
    static final int WRITERS = 16;
    static final int KEYS = 24;

    private Ringers() {}

    @MessageType(name = "Rung", version = "1.0", context = "bell")
    record Rung(String key, long number) implements Event {}

    record Bell() implements Context {
        @Override
        public String name() {
            return "bell";
        }

        @Override
        public void wire(Wiring on) {
            on.publishes(List.of(Rung.class));
        }
    }

    record Book() implements Context {
        @Override
        public String name() {
            return "book";
        }

        @Override
        public void wire(Wiring on) {
            on.react(Rung.class, (event, tx) -> tx.sql("insert into heard (key, number) values (?, ?)")
                            .params(event.key(), event.number())
                            .update())
                    .reactBatch(Rung.class, (batch, tx) -> tx.sql(
                                    "insert into heard (key, number) select * from unnest(?::text[], ?::bigint[])")
                            .array("text", batch, m -> m.message().key())
                            .array("bigint", batch, m -> m.message().number())
                            .update());
        }
    }

    static void main(String... args) throws Exception {
        var databases = Map.of(
                "bell", new DatabaseAddress(args[0], args[1], args[2]),
                "book", new DatabaseAddress(args[3], args[4], args[5]));
        var platform = Platform.start(
                new PlatformConfig(databases, Map.of(), 20, 64, null, java.util.List.of()),
                List.of(new Bell(), new Book()),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        var acknowledged = Path.of(args[6]);
        if (args[7].equals("write")) {
            for (int i = 0; i < WRITERS; i++) {
                var random = new Random(Long.parseLong(args[8]) * 1000 + i);
                Thread.ofPlatform().daemon(false).start(() -> ring(platform, random, acknowledged));
            }
        }
        while (true) {
            Thread.sleep(50);
            Files.writeString(Path.of(args[6] + ".quiet"), Boolean.toString(platform.quiet()));
        }
    }

    private static void ring(Platform platform, Random random, Path acknowledged) {
        Transactions bell = platform.contexts().getFirst().transactions();
        while (true) {
            var key = "key-" + random.nextInt(KEYS);
            try {
                long number = bell.write(Cause.system(UUID.randomUUID()), tx -> {
                    long next = tx.sql("update counter set number = number + 1 where key = ? returning number")
                            .params(key)
                            .one(row -> row.bigint("number"));
                    tx.publish(new Rung(key, next), next);
                    return next;
                });
                Files.writeString(
                        acknowledged, key + " " + number + "\n", StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (RuntimeException e) {
                // the trigger threw, or the server is away: nothing was acknowledged
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
