package dev.souk.standin.payment;

/// How unreliable the provider is. Probabilities are between 0 and 1; all zero is a provider as one would wish.
///
/// @param delayMillis before every operation
/// @param failBefore 5xx without having done anything
/// @param timeoutAfter the operation is done, its answer never arrives
/// @param decline of authorizations that would have gone through
/// @param webhookDuplicate delivered twice
/// @param webhookLate delivered after `webhookLateMillis`
/// @param webhookReordered held back until a later one has been delivered
/// @param webhookDropped never delivered
/// @param seed of all these dice
public record Faults(
        long delayMillis,
        double failBefore,
        double timeoutAfter,
        double decline,
        double webhookDuplicate,
        double webhookLate,
        long webhookLateMillis,
        double webhookReordered,
        double webhookDropped,
        long seed) {
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    public Faults {
        for (var p : new double[] {failBefore, timeoutAfter, decline, webhookDuplicate, webhookLate, webhookReordered, webhookDropped}) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a probability is between 0 and 1, not " + p);
            }
        }
        if (delayMillis < 0 || webhookLateMillis < 0) {
            throw new IllegalArgumentException("a delay is not negative");
        }
    }

    public Faults withDelayMillis(long millis) {
        return new Faults(millis, failBefore, timeoutAfter, decline, webhookDuplicate, webhookLate, webhookLateMillis, webhookReordered, webhookDropped, seed);
    }

    public Faults withFailBefore(double p) {
        return new Faults(delayMillis, p, timeoutAfter, decline, webhookDuplicate, webhookLate, webhookLateMillis, webhookReordered, webhookDropped, seed);
    }

    public Faults withTimeoutAfter(double p) {
        return new Faults(delayMillis, failBefore, p, decline, webhookDuplicate, webhookLate, webhookLateMillis, webhookReordered, webhookDropped, seed);
    }

    public Faults withDecline(double p) {
        return new Faults(delayMillis, failBefore, timeoutAfter, p, webhookDuplicate, webhookLate, webhookLateMillis, webhookReordered, webhookDropped, seed);
    }

    public Faults withWebhooks(double duplicate, double late, long lateMillis, double reordered, double dropped) {
        return new Faults(delayMillis, failBefore, timeoutAfter, decline, duplicate, late, lateMillis, reordered, dropped, seed);
    }

    public Faults withSeed(long number) {
        return new Faults(delayMillis, failBefore, timeoutAfter, decline, webhookDuplicate, webhookLate, webhookLateMillis, webhookReordered, webhookDropped, number);
    }
}
