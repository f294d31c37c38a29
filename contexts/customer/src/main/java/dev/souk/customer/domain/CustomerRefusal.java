package dev.souk.customer.domain;

import dev.souk.platform.messaging.Refusal;
import java.util.Map;

/// Why customer refuses something.
public sealed interface CustomerRefusal extends Refusal {
    /// Nobody by that id, or not the caller.
    record UnknownCustomer() implements CustomerRefusal {
        @Override
        public String code() {
            return "UNKNOWN_CUSTOMER";
        }

        @Override
        public String detail() {
            return "There is no such customer.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record UnknownAddress() implements CustomerRefusal {
        @Override
        public String code() {
            return "UNKNOWN_ADDRESS";
        }

        @Override
        public String detail() {
            return "There is no such address.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record UnknownRequest() implements CustomerRefusal {
        @Override
        public String code() {
            return "UNKNOWN_REQUEST";
        }

        @Override
        public String detail() {
            return "There is no such request.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /// Said to staff only; everybody else gets the same answer whether or not the address is known.
    record EmailTaken() implements CustomerRefusal {
        @Override
        public String code() {
            return "EMAIL_TAKEN";
        }

        @Override
        public String detail() {
            return "Another account has this e-mail address.";
        }
    }

    record NotActive(Status status) implements CustomerRefusal {
        @Override
        public String code() {
            return "CUSTOMER_NOT_ACTIVE";
        }

        @Override
        public String detail() {
            return "The account is " + status + ".";
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("status", status.name());
        }
    }

    record ImpossibleStatus(Status from, Status to) implements CustomerRefusal {
        @Override
        public String code() {
            return "STATUS_NOT_POSSIBLE";
        }

        @Override
        public String detail() {
            return "The account is " + from + " and cannot become " + to + ".";
        }
    }

    record DefaultAddress() implements CustomerRefusal {
        @Override
        public String code() {
            return "DEFAULT_ADDRESS";
        }

        @Override
        public String detail() {
            return "Make another address the default first.";
        }
    }

    record TooManyAddresses(int most) implements CustomerRefusal {
        @Override
        public String code() {
            return "TOO_MANY_ADDRESSES";
        }

        @Override
        public String detail() {
            return "A customer has at most " + most + " addresses.";
        }
    }

    record AddressIdTaken() implements CustomerRefusal {
        @Override
        public String code() {
            return "ADDRESS_ID_TAKEN";
        }

        @Override
        public String detail() {
            return "Another address has this id.";
        }
    }

    /// Data can be copied or erased only by somebody who has just proved who they are.
    record SignInAgain() implements CustomerRefusal {
        @Override
        public String code() {
            return "SIGN_IN_AGAIN";
        }

        @Override
        public String detail() {
            return "Sign in again, then repeat this within five minutes.";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    record ErasureNotConfirmed() implements CustomerRefusal {
        @Override
        public String code() {
            return "ERASURE_NOT_CONFIRMED";
        }

        @Override
        public String detail() {
            return "confirm must be the word ERASE.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record RequestNotOpen(String state) implements CustomerRefusal {
        @Override
        public String code() {
            return "REQUEST_NOT_OPEN";
        }

        @Override
        public String detail() {
            return "The request is " + state + "; it is too late for this.";
        }

        @Override
        public Map<String, Object> extra() {
            return Map.of("state", state);
        }
    }

    record RequestIdTaken() implements CustomerRefusal {
        @Override
        public String code() {
            return "REQUEST_ID_TAKEN";
        }

        @Override
        public String detail() {
            return "Another request has this id.";
        }
    }

    record EmailNotVerified() implements CustomerRefusal {
        @Override
        public String code() {
            return "EMAIL_NOT_VERIFIED";
        }

        @Override
        public String detail() {
            return "Follow the link that was sent to your e-mail address first.";
        }
    }
}
