package dev.souk.payment.provider;

/// What is asked of the provider.
public enum Operation {
    AUTHORIZE,
    /// Asks for the present state of an authorization that the shopper must complete.
    LOOK,
    CAPTURE,
    /// Afterwards the provider holds no money of this payment, whatever had become of it before.
    VOID,
    REFUND
}
