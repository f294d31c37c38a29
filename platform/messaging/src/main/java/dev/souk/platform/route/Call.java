package dev.souk.platform.route;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Outcome;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One request, already authenticated, admitted by role, within its limits, and with its body read as `B`.
public interface Call<B> {
    Caller caller();

    /// The request body; routes without one have `B = Void` and must not ask.
    B body();

    /// A `{name}` segment of the path.
    String path(String name);

    /// The same as a UUID; anything else is answered with 404 before the handler runs any further.
    UUID pathId(String name);

    /// A query parameter.
    Optional<String> query(String name);

    /// Everything after the `?`, as it was sent; for protocols that have their own reader of it.
    Optional<String> rawQuery();

    /// `limit` between 1 and `most`; absent means `otherwise`; anything else is answered with 400.
    int limit(int otherwise, int most);

    Optional<String> header(String name);

    /// A cookie by the name under which the browser knows it.
    Optional<String> cookie(String name);

    /// The network address that the request came from. Personal: not for logs, stored only sealed.
    String address();

    /// The number in `If-Match: "n"`.
    Optional<Long> ifMatch();

    /// Why whatever this call does happens, for routes that open their own transactions.
    Cause cause();

    /// Whether personal values of this person may be shown as they are: to themselves and to guests who have proved
    /// their right, always; to staff on routes declared [Route.Draft#personal] when they say what for, and then it is on
    /// record. Ask for every person whose values the answer holds.
    default boolean unmasked(@Nullable UUID person) {
        return !caller().staff() || caller().is(person);
    }

    /// Runs the handler of a command of this context in this request's transaction.
    <R> Outcome<R> handle(Command<R> command);
}
