package dev.souk.contracts.identity;

import dev.souk.platform.messaging.MessageType;
import dev.souk.platform.messaging.Query;
import java.util.List;

/// The public halves of the keys that sign tokens, in the form of RFC 7517.
@MessageType(name = "GetJwks", version = "1.0", context = "identity")
public record GetJwks() implements Query<GetJwks.Keys> {
    public record Keys(List<Key> keys) {}

    public record Key(String kty, String use, String alg, String kid, String n, String e) {}
}
