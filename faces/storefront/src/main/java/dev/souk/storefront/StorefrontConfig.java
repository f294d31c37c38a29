package dev.souk.storefront;

import java.net.URI;
import java.util.Optional;

/// What one shop is shown with.
///
/// @param name of the shop
/// @param address as shoppers see it, when that is not what the server sees
/// @param cards where the payment provider has its card form; empty when it has none that this shop can show
public record StorefrontConfig(String name, Optional<URI> address, Optional<URI> cards) {}
