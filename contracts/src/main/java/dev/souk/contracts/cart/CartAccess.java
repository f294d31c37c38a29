package dev.souk.contracts.cart;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// By what right someone touches a cart: as its customer, as the guest who holds its token, or as the sales desk. A
/// cart that is not theirs is unknown to them.
///
/// @param subject of the caller's token
/// @param tokenHash SHA-256 (Base64 URL) of the cart token that came along
/// @param salesDesk staff that may act for any customer
public record CartAccess(@Nullable UUID subject, @Nullable String tokenHash, boolean salesDesk) {}
