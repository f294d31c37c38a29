package dev.souk.customer.domain;

import dev.souk.platform.messaging.Refusal;
import java.util.Map;

/// Why customer refuses something.
public sealed interface CustomerRefusal extends Refusal.Worded {
    /// Nobody by that id, or not the caller.
    record UnknownCustomer() implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("UNKNOWN_CUSTOMER", "There is no such customer.");
        }
    }

    record UnknownAddress() implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("UNKNOWN_ADDRESS", "There is no such address.");
        }
    }

    record UnknownRequest() implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("UNKNOWN_REQUEST", "There is no such request.");
        }
    }

    /// Said to staff only; everybody else gets the same answer whether or not the address is known.
    record EmailTaken() implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("EMAIL_TAKEN", "Another account has this e-mail address.");
        }
    }

    record NotActive(Status status) implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("CUSTOMER_NOT_ACTIVE", "The account is " + status + ".");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("status", status.name());
        }
    }

    record ImpossibleStatus(Status from, Status to) implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("STATUS_NOT_POSSIBLE", "The account is " + from + " and cannot become " + to + ".");
        }
    }

    record DefaultAddress() implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("DEFAULT_ADDRESS", "Make another address the default first.");
        }
    }

    record TooManyAddresses(int most) implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("TOO_MANY_ADDRESSES", "A customer has at most " + most + " addresses.");
        }
    }

    record AddressIdTaken() implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("ADDRESS_ID_TAKEN", "Another address has this id.");
        }
    }

    /// Data can be copied or erased only by somebody who has just proved who they are.
    record SignInAgain() implements CustomerRefusal {
        @Override
        public Refusal words() {
            return new Plain(Kind.FORBIDDEN, "SIGN_IN_AGAIN", "Sign in again, then repeat this within five minutes.");
        }
    }

    record ErasureNotConfirmed() implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid("ERASURE_NOT_CONFIRMED", "confirm must be the word ERASE.");
        }
    }

    record RequestNotOpen(String state) implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("REQUEST_NOT_OPEN", "The request is " + state + "; it is too late for this.");
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("state", state);
        }
    }

    record RequestIdTaken() implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("REQUEST_ID_TAKEN", "Another request has this id.");
        }
    }

    record EmailNotVerified() implements CustomerRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "EMAIL_NOT_VERIFIED",
                    "Follow the link that was sent to your e-mail address first.");
        }
    }
}
