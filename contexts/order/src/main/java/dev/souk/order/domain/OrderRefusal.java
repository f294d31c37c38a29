package dev.souk.order.domain;

import dev.souk.platform.messaging.Refusal;

/// Why order says no.
public sealed interface OrderRefusal extends Refusal {
    /// Unknown, or somebody else's.
    record UnknownOrder() implements OrderRefusal {
        @Override
        public String code() {
            return "ORDER_NOT_FOUND";
        }

        @Override
        public String detail() {
            return "There is no such order.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record CustomerErased() implements OrderRefusal {
        @Override
        public String code() {
            return "CUSTOMER_ERASED";
        }

        @Override
        public String detail() {
            return "The customer's data has been erased; nothing new is taken in about them.";
        }
    }

    /// CreateOrder does not add up.
    record NotAcceptable(String code) implements OrderRefusal {
        @Override
        public String detail() {
            return "The order cannot be accepted: " + code + ".";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record TooLateToCancel(OrderStatus status) implements OrderRefusal {
        @Override
        public String code() {
            return "ORDER_NOT_CANCELLABLE";
        }

        @Override
        public String detail() {
            return "The order is already " + status + " and cannot be cancelled any more; it can be returned instead.";
        }
    }

    record ReasonNotAllowed(CancelReason reason) implements OrderRefusal {
        @Override
        public String code() {
            return "CANCEL_REASON_NOT_ALLOWED";
        }

        @Override
        public String detail() {
            return "Customers cancel with the reason CUSTOMER_REQUESTED, not " + reason + ".";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    record NotHoldable(OrderStatus status) implements OrderRefusal {
        @Override
        public String code() {
            return "ORDER_NOT_HOLDABLE";
        }

        @Override
        public String detail() {
            return "An order that is " + status + " cannot be put on hold.";
        }
    }

    record UnknownHold() implements OrderRefusal {
        @Override
        public String code() {
            return "HOLD_NOT_FOUND";
        }

        @Override
        public String detail() {
            return "The order has no such hold.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record HoldIdTaken() implements OrderRefusal {
        @Override
        public String code() {
            return "HOLD_ID_TAKEN";
        }

        @Override
        public String detail() {
            return "This hold id was used before.";
        }
    }

    record AddressFixed(OrderStatus status) implements OrderRefusal {
        @Override
        public String code() {
            return "ADDRESS_NOT_CHANGEABLE";
        }

        @Override
        public String detail() {
            return "The address of an order that is " + status + " cannot be changed any more.";
        }
    }

    /// Tax and shipping were charged for the old place.
    record OtherZone() implements OrderRefusal {
        @Override
        public String code() {
            return "ADDRESS_OTHER_ZONE";
        }

        @Override
        public String detail() {
            return "The new address lies in another country or region, where tax and shipping differ; cancel the order"
                    + " and place it again.";
        }
    }

    record VersionRequired() implements OrderRefusal {
        @Override
        public String code() {
            return "VERSION_REQUIRED";
        }

        @Override
        public String detail() {
            return "Say which version you have seen: If-Match, or expectedVersion in the body.";
        }

        @Override
        public Kind kind() {
            return Kind.PRECONDITION;
        }
    }

    record InvalidInput(String code, String detail) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /// `If-Match` or `expectedVersion` did not match.
    record OldVersion(long expected, long actual) implements OrderRefusal {
        @Override
        public String code() {
            return "STALE_VERSION";
        }

        @Override
        public String detail() {
            return "The version is " + actual + ", not " + expected + ". Read again and retry.";
        }

        @Override
        public Kind kind() {
            return Kind.STALE;
        }
    }
}
