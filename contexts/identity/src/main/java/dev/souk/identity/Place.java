package dev.souk.identity;

import java.net.URI;
import java.util.function.Supplier;

/// Where and as what identity runs.
///
/// @param address how browsers and clients reach it: the issuer of its tokens, and where its pages are
/// @param shop what it is called
/// @param production no password grant, no demonstration
/// @param limited who fails too often has to wait
public record Place(Supplier<URI> address, String shop, boolean production, boolean limited) {
    /// Cookies for https only, under names that bind them to this host.
    public boolean secure() {
        return "https".equals(address.get().getScheme());
    }
}
