package dev.souk.standin.payment;

import java.util.Random;

/// The faults in force and the seeded dice that decide when they strike.
final class Dice {
    private Faults faults = Faults.NONE;
    private Random random = new Random(Faults.NONE.seed());

    synchronized void set(Faults next) {
        faults = next;
        random = new Random(next.seed());
    }

    synchronized Faults faults() {
        return faults;
    }

    synchronized boolean strikes(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }
}
