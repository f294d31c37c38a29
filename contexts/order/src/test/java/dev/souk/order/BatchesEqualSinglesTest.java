package dev.souk.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.NameBasedId;
import dev.souk.platform.testkit.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same random script, once in batches of random size and once message by message, ends in the same rows and the
/// same events per order.
class BatchesEqualSinglesTest {
    private static final int ORDERS = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_random_script_ends_the_same_in_both_forms(long seed) {
        try (var batches = TestPlatform.of(new OrderContext());
                var singles = TestPlatform.of(new OrderContext())) {
            play(batches, seed, true);
            play(singles, seed, false);

            assertThat(rows(batches)).isEqualTo(rows(singles)).hasSizeGreaterThan(ORDERS / 2);
            assertThat(told(batches)).isEqualTo(told(singles)).hasSizeGreaterThan(ORDERS * 3);
            assertThat(courses(batches)).isEqualTo(courses(singles));
        }
    }

    private static void play(TestPlatform souk, long seed, boolean batches) {
        var random = new Random(seed);
        var orders = new ArrayList<AnOrder>();
        for (int i = 0; i < ORDERS; i++) {
            orders.add(AnOrder.of(NameBasedId.of(new UUID(0, seed), "order" + i)).withLines(1 + random.nextInt(5)));
        }
        deliver(souk, births(orders, random), random, batches);
        for (int round = 0; round < 3; round++) {
            deliver(souk, lives(orders, random), random, batches);
            souk.clock().advance(Duration.ofMinutes(random.nextInt(20)));
            souk.sweep("start-fulfilment");
        }
    }

    /// Orders, some twice, some wrong, some suspicious before they exist.
    private static List<Message> births(List<AnOrder> orders, Random random) {
        var script = new ArrayList<Message>();
        for (var order : orders) {
            if (random.nextInt(5) == 0) {
                script.add(order.suspicious());
            }
            if (random.nextInt(10) == 0) {
                script.add(order.decided(random.nextBoolean() ? "ACCEPT" : "REJECT"));
            }
        }
        for (var order : orders) {
            boolean wrong = random.nextInt(8) == 0;
            for (int times = random.nextInt(4) == 0 ? 3 : 1; times > 0; times--) {
                script.add(wrong ? order.createAt(order.total() + 1) : order.create());
            }
        }
        return script;
    }

    /// What payment says of them, a few about one order together.
    private static List<Message> lives(List<AnOrder> orders, Random random) {
        var script = new ArrayList<Message>();
        for (int i = 0; i < ORDERS * 2; i++) {
            var order = orders.get(random.nextInt(ORDERS));
            script.add(
                    switch (random.nextInt(9)) {
                        case 0, 1, 2, 3 -> order.captured();
                        case 4 -> order.captureFailed(true);
                        case 5 -> order.captureFailed(random.nextInt(4) > 0);
                        case 6 -> order.suspicious();
                        case 7 -> order.decided(random.nextInt(4) > 0 ? "ACCEPT" : "REJECT");
                        default -> order.refunded(random.nextInt(500));
                    });
        }
        return script;
    }

    private static void deliver(TestPlatform souk, List<Message> script, Random random, boolean batches) {
        for (int from = 0; from < script.size(); ) {
            int to = Math.min(script.size(), from + 1 + random.nextInt(40));
            var part = script.subList(from, to).toArray(Message[]::new);
            if (batches) {
                souk.deliver(part);
            } else {
                souk.deliverOneByOne(part);
            }
            from = to;
        }
    }

    private static List<String> rows(TestPlatform souk) {
        return souk.read(tx -> tx.sql("""
                select concat_ws(' ', o.order_id, o.status, o.version, o.total, o.goods, o.captured, o.refunded,
                           o.payment_status, o.line_count, o.units,
                           (select count(*) from order_line l where l.number = o.number),
                           (select string_agg(h.reason || (h.released_at is null), ',' order by h.reason, h.released_at)
                              from order_hold h where h.number = o.number),
                           t.subtotal, t.discount, t.tax) as line
                  from orders o join order_terms t on t.number = o.number
                 order by o.order_id""")
                .list(row -> row.text("line")));
    }

    private static List<String> told(TestPlatform souk) {
        return souk.read(tx -> tx.sql("select key || ' ' || type || ' ' || aggregate_version as line from journal"
                        + " order by key, position")
                .list(row -> row.text("line")));
    }

    private static List<String> courses(TestPlatform souk) {
        return souk.read(tx -> tx.sql("""
                select concat_ws(' ', o.order_id, t.kind, t.status, t.detail) as line
                  from order_timeline t join orders o on o.number = t.number
                 order by o.order_id, t.id""")
                .list(row -> row.text("line")));
    }
}
