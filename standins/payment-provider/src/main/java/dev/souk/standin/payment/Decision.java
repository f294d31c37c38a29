package dev.souk.standin.payment;

import dev.souk.standin.payment.Entry.Operation;
import dev.souk.standin.payment.Entry.Result;
import dev.souk.standin.payment.ProviderException.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one operation asks for, and what the provider makes of it.
interface Decision {
    /// What is asked, before it is known whether it was asked before.
    Entry asked(long seq, Instant at);

    /// What becomes of it when it was not.
    Entry decide(Books books, Entry asked);

    private static Entry draft(
            long seq, Instant at, Operation operation, String key, @Nullable String payment, long amount) {
        return new Entry(
                seq, at, operation, key, Result.DECLINED, payment, amount, null, null, null, null, null, null);
    }

    static Decision authorize(String key, Authorize wanted, boolean unlucky) {
        return new Decision() {
            @Override
            public Entry asked(long seq, Instant at) {
                return new Entry(
                        seq, at, Operation.AUTHORIZE, key, Result.DECLINED, "pay_" + seq, wanted.amount(),
                        wanted.currency(), wanted.token(), wanted.orderId(), wanted.paymentId(), null, null);
            }

            @Override
            public Entry decide(Books books, Entry asked) {
                if (unlucky) {
                    return asked.ended(Result.DECLINED, "card_declined");
                }
                return switch (Card.behaviour(wanted.token())) {
                    case "tok_declined" -> asked.ended(Result.DECLINED, "card_declined");
                    case "tok_insufficient_funds" -> asked.ended(Result.DECLINED, "insufficient_funds");
                    case "tok_expired" -> asked.ended(Result.DECLINED, "expired_card");
                    case "tok_3ds" -> asked.withReference("act_" + asked.seq()).ended(Result.ACTION_REQUIRED, null);
                    default -> asked.ended(Result.AUTHORIZED, null);
                };
            }
        };
    }

    static Decision capture(String key, String payment, long amount) {
        return new Decision() {
            @Override
            public Entry asked(long seq, Instant at) {
                return draft(seq, at, Operation.CAPTURE, key, payment, amount).withReference("cap_" + seq);
            }

            @Override
            public Entry decide(Books books, Entry asked) {
                var held = books.payment(payment);
                require(amount > 0, "amount_invalid", "an amount is positive");
                require(
                        held.status == Answer.Status.AUTHORIZED || held.status == Answer.Status.CAPTURED,
                        "not_capturable",
                        "this payment is " + held.status);
                require(held.captured + amount <= held.authorized, "amount_too_large", "more than was authorized");
                return Card.behaviour(held.token()).equals("tok_capture_fails")
                        ? asked.about(held).ended(Result.DECLINED, "capture_failed")
                        : asked.about(held).ended(Result.CAPTURED, null);
            }
        };
    }

    static Decision refund(String key, String payment, long amount) {
        return new Decision() {
            @Override
            public Entry asked(long seq, Instant at) {
                return draft(seq, at, Operation.REFUND, key, payment, amount).withReference("ref_" + seq);
            }

            @Override
            public Entry decide(Books books, Entry asked) {
                var held = books.payment(payment);
                require(amount > 0, "amount_invalid", "an amount is positive");
                require(held.refunded + amount <= held.captured, "amount_too_large", "more than was captured");
                return asked.about(held).ended(Result.REFUNDED, null);
            }
        };
    }

    static Decision voiding(String key, String payment) {
        return new Decision() {
            @Override
            public Entry asked(long seq, Instant at) {
                return draft(seq, at, Operation.VOID, key, payment, 0);
            }

            @Override
            public Entry decide(Books books, Entry asked) {
                var held = books.payment(payment);
                require(held.captured == 0, "already_captured", "captured money is refunded, not voided");
                return letGo(held, asked);
            }
        };
    }

    private static Entry letGo(Held held, Entry asked) {
        var entry = asked.about(held).withAmount(held.authorized).ended(Result.VOIDED, null);
        boolean nothingLeft = held.status == Answer.Status.VOIDED || held.status == Answer.Status.DECLINED;
        return nothingLeft ? entry.unrecorded() : entry;
    }

    static String cancelKeyOf(String authorizationKey) {
        return "cancel:" + authorizationKey;
    }

    static Decision cancelKey(String authorizationKey) {
        return new Decision() {
            @Override
            public Entry asked(long seq, Instant at) {
                return draft(seq, at, Operation.CANCEL_KEY, cancelKeyOf(authorizationKey), null, 0)
                        .withReference(authorizationKey);
            }

            @Override
            public Entry decide(Books books, Entry asked) {
                var held = books.authorizedWith(authorizationKey).orElse(null);
                if (held == null) {
                    return asked.ended(Result.KEY_CANCELLED, "cancelled");
                }
                require(held.captured == 0, "already_captured", "captured money is refunded, not voided");
                return letGo(held, asked);
            }
        };
    }

    static Decision action(String clientRef, boolean succeeded) {
        return new Decision() {
            @Override
            public Entry asked(long seq, Instant at) {
                return draft(seq, at, Operation.ACTION, clientRef, null, 0);
            }

            @Override
            public Entry decide(Books books, Entry asked) {
                var held = books.awaiting(clientRef);
                require(held.status == Answer.Status.ACTION_REQUIRED, "no_action", "this payment is " + held.status);
                var about = asked.about(held).withAmount(held.authorization.amount());
                return succeeded
                        ? about.ended(Result.AUTHORIZED, null)
                        : about.ended(Result.DECLINED, "authentication_failed");
            }
        };
    }

    private static void require(boolean condition, String code, String message) {
        if (!condition) {
            throw new ProviderException(Kind.REFUSED, code, message);
        }
    }
}
