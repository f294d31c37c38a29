package dev.souk.standin.payment;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The test cards that the provider's form takes, and the tokens that stand for them. A real card is no test card and
/// is refused before anything is done with it.
///
/// @param token how the provider will behave
record Card(String token, String brand, String last4) {
    private static final Map<String, Card> KNOWN = Map.of(
            "4242424242424242", new Card("tok_visa", "visa", "4242"),
            "5555555555554444", new Card("tok_mastercard", "mastercard", "4444"),
            "4000000000000002", new Card("tok_declined", "visa", "0002"),
            "4000000000009995", new Card("tok_insufficient_funds", "visa", "9995"),
            "4000000000000069", new Card("tok_expired", "visa", "0069"),
            "4000000000003220", new Card("tok_3ds", "visa", "3220"),
            "4000000000000341", new Card("tok_capture_fails", "visa", "0341"),
            "4000000000009235", new Card("tok_review", "visa", "9235"),
            "4100000000000019", new Card("tok_fraud", "visa", "0019"));
    /// For those that steer what stands behind the provider, the token is the whole message.
    private static final Pattern PLAIN = Pattern.compile("tok_review|tok_fraud");
    private static final Pattern EXPIRY = Pattern.compile("(0[1-9]|1[0-2])\\s*/?\\s*(\\d{2})");

    static Optional<Card> numbered(String number) {
        return Optional.ofNullable(KNOWN.get(number.replaceAll("[\\s-]", "")));
    }

    static boolean expired(String expiry, YearMonth now) {
        var read = EXPIRY.matcher(expiry.strip());
        return !read.matches()
                || YearMonth.of(2000 + Integer.parseInt(read.group(2)), Integer.parseInt(read.group(1))).isBefore(now);
    }

    /// A token of its own for each time the card is entered; it says nothing about the card.
    String freshToken(RandomGenerator random) {
        return PLAIN.matcher(token).matches() ? token : token + ".once." + Long.toHexString(random.nextLong());
    }

    /// How a token makes the provider behave.
    static String behaviour(String token) {
        var dot = token.indexOf('.');
        return dot < 0 ? token : token.substring(0, dot);
    }

    /// The card behind a token, also behind one that was written by hand.
    static Card of(String token) {
        var behaviour = behaviour(token);
        var parts = token.split("\\.", 3);
        return KNOWN.values().stream()
                .filter(card -> card.token().equals(behaviour) && parts.length == 3)
                .findFirst()
                .orElseGet(() -> behaviour.equals("tok_mastercard")
                        ? new Card(behaviour, "mastercard", "4444")
                        : new Card(behaviour, "visa", "4242"));
    }
}
