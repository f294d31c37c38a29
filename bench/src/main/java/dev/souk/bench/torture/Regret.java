package dev.souk.bench.torture;

import dev.souk.bench.http.Reply;
import java.util.SplittableRandom;
import java.util.UUID;

/// Second thoughts about an order: cancelled by its customer or by support, or partly given back by finance.
final class Regret {
    private final Crowd crowd;
    private final Caller me;
    private final boolean guest;
    private final Deeds deeds;
    private final SplittableRandom random;

    Regret(Crowd crowd, Caller me, boolean guest, Deeds deeds, SplittableRandom random) {
        this.crowd = crowd;
        this.me = me;
        this.guest = guest;
        this.deeds = deeds;
        this.random = random;
    }

    void about(String order) throws Caller.Unanswered, InterruptedException {
        int what = random.nextInt(100);
        if (what < 12 && !guest) {
            cancelled(order, me.change("POST", "/api/v1/orders/" + order + "/cancel", "{}"));
        } else if (what < 20) {
            try (var support = crowd.support(random)) {
                cancelled(order, support.change("POST", "/api/v1/orders/" + order + "/cancel", "{}"));
            }
        } else if (what < 35) {
            refund(order);
        }
    }

    private void cancelled(String order, Reply reply) {
        if (reply.good()) {
            deeds.cancelledOrders.add(order);
        }
    }

    private void refund(String order) throws Caller.Unanswered, InterruptedException {
        try (var finance = crowd.finance(random)) {
            for (int i = 0; i < 10; i++) {
                var payment = finance.get("/api/v1/payments?orderId=" + order).json().path("payments").path(0);
                if (payment.path("status").asString("").equals("CAPTURED")) {
                    give(finance, payment.path("paymentId").asString(), payment.path("amount").asLong());
                    return;
                }
                Thread.sleep(200);
            }
        }
    }

    private void give(Caller finance, String payment, long paid) throws Caller.Unanswered, InterruptedException {
        // now and then more than there is
        long amount = random.nextInt(6) == 0 ? paid + 1 : 1 + random.nextLong(Math.min(paid, 20_000));
        var id = UUID.randomUUID().toString();
        var reply = finance.change("POST", "/api/v1/payments/" + payment + "/refunds", """
            {"refundId":"%s","amount":%d,"currency":"GBP","reason":"Part of it was not as described"}""".formatted(id, amount));
        if (reply.good()) {
            deeds.refunds.put(id, amount);
        } else {
            deeds.refusedRefunds.add(id);
        }
    }
}
