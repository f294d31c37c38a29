package dev.souk.cart.http;

import dev.souk.platform.messaging.Tx;

/// A command among others in one transaction.
///
/// @param tx the shared transaction; what is published from here is caused by this command
public record Asked<C>(C command, Tx tx) {}
