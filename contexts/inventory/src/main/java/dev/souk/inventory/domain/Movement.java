package dev.souk.inventory.domain;

import java.util.UUID;

/// One line of the ledger of a [Place]: the `version`th change there and the balances after it.
///
/// @param reference the receipt, adjustment, transfer, stock take or reservation behind it
public record Movement(
        String sku,
        String location,
        long version,
        Kind kind,
        int onHandDelta,
        int reservedDelta,
        long onHand,
        long reserved,
        UUID reference) {
    public enum Kind {
        RECEIPT,
        ADJUST,
        RESERVE,
        RELEASE,
        TRANSFER_OUT,
        TRANSFER_IN
    }
}
