package dev.souk.contracts.payment;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;
import java.util.UUID;

/// The payments of an order.
@MessageType(name = "ListPayments", version = "1.0", context = "payment")
public record ListPayments(UUID orderId) implements Query<List<GetPayment.Payment>> {}
