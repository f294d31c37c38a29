package dev.souk.order.domain;

import dev.souk.platform.messaging.Refusal;

/// Why order says no.
public sealed interface OrderRefusal extends Refusal.Worded {
    /// Unknown, or somebody else's.
    record UnknownOrder() implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("ORDER_NOT_FOUND", "There is no such order.");
        }
    }

    record CustomerErased() implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "CUSTOMER_ERASED",
                    "The customer's data has been erased; nothing new is taken in about them.");
        }
    }

    /// CreateOrder does not add up.
    record NotAcceptable(String code) implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid(code, "The order cannot be accepted: " + code + ".");
        }
    }

    record TooLateToCancel(OrderStatus status) implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "ORDER_NOT_CANCELLABLE",
                    "The order is already " + status + " and cannot be cancelled any more; it can be returned instead.");
        }
    }

    record ReasonNotAllowed(CancelReason reason) implements OrderRefusal {
        @Override
        public Refusal words() {
            return new Plain(
                    Kind.FORBIDDEN,
                    "CANCEL_REASON_NOT_ALLOWED",
                    "Customers cancel with the reason CUSTOMER_REQUESTED, not " + reason + ".");
        }
    }

    record NotHoldable(OrderStatus status) implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("ORDER_NOT_HOLDABLE", "An order that is " + status + " cannot be put on hold.");
        }
    }

    record UnknownHold() implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.notFound("HOLD_NOT_FOUND", "The order has no such hold.");
        }
    }

    record HoldIdTaken() implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict("HOLD_ID_TAKEN", "This hold id was used before.");
        }
    }

    record AddressFixed(OrderStatus status) implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "ADDRESS_NOT_CHANGEABLE",
                    "The address of an order that is " + status + " cannot be changed any more.");
        }
    }

    /// Tax and shipping were charged for the old place.
    record OtherZone() implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.conflict(
                    "ADDRESS_OTHER_ZONE",
                    "The new address lies in another country or region, where tax and shipping differ; cancel the order"
                            + " and place it again.");
        }
    }

    record VersionRequired() implements OrderRefusal {
        @Override
        public Refusal words() {
            return new Plain(
                    Kind.PRECONDITION,
                    "VERSION_REQUIRED",
                    "Say which version you have seen: If-Match, or expectedVersion in the body.");
        }
    }

    record InvalidInput(String code, String detail) implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.invalid(code, detail);
        }
    }

    /// `If-Match` or `expectedVersion` did not match.
    record OldVersion(long expected, long actual) implements OrderRefusal {
        @Override
        public Refusal words() {
            return Refusal.stale(expected, actual);
        }
    }
}
