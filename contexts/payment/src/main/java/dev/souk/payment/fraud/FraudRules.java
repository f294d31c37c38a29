package dev.souk.payment.fraud;

import dev.souk.payment.fraud.FraudGate.Verdict.Failed;
import dev.souk.payment.fraud.FraudGate.Verdict.Passed;
import dev.souk.payment.fraud.FraudGate.Verdict.Review;
import dev.souk.platform.messaging.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A fraud service of four rules: blocklist, steering tokens, amount, and how often a customer pays. Like a service
/// outside it keeps its own count of payments, since it was started.
public final class FraudRules implements FraudGate {
    private static final int HARMLESS = 50;
    private static final int DOUBTFUL = 700;
    private static final int CERTAIN = 970;

    private final Set<String> blocked;
    private final long reviewAmount;
    private final int perHour;
    private final Map<UUID, Integer> counts = new HashMap<>();
    private long hour;

    /// With rules of one's own.
    ///
    /// @param reviewAmount minor units from which a person looks; 0 never
    /// @param perHour payments of a customer in an hour above which a person looks; 0 never
    FraudRules(Set<String> blocked, long reviewAmount, int perHour) {
        this.blocked = Set.copyOf(blocked);
        this.reviewAmount = reviewAmount;
        this.perHour = perHour;
    }

    public static FraudRules from(Settings settings) {
        var blocked = Arrays.stream(settings.text("fraud.blocklist", "").split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.toSet());
        return new FraudRules(
                blocked,
                settings.number("fraud.review-amount", 10_000_000),
                Math.toIntExact(settings.number("fraud.review-per-hour", 1_000)));
    }

    @Override
    public Verdict screen(Screening payment) {
        if (blocked.contains(String.valueOf(payment.customerId()))
                || blocked.contains(payment.token())
                || blocked.contains(String.valueOf(payment.country()))) {
            return new Failed(1_000, "BLOCKLISTED");
        }
        if (payment.token().equals("tok_fraud")) {
            return new Failed(CERTAIN, "HIGH_RISK_SCORE");
        }
        var doubts = new ArrayList<String>();
        if (payment.token().equals("tok_review")) {
            doubts.add("MISMATCH");
        }
        if (reviewAmount > 0 && payment.amount() >= reviewAmount) {
            doubts.add("AMOUNT");
        }
        if (tooOften(payment)) {
            doubts.add("VELOCITY");
        }
        return doubts.isEmpty() ? new Passed(HARMLESS) : new Review(DOUBTFUL, doubts);
    }

    private synchronized boolean tooOften(Screening payment) {
        if (perHour == 0 || payment.customerId() == null) {
            return false;
        }
        long now = payment.at().getEpochSecond() / 3_600;
        if (now != hour) {
            hour = now;
            counts.clear();
        }
        return counts.merge(payment.customerId(), 1, Integer::sum) > perHour;
    }
}
