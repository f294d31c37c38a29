package dev.souk.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A visitor's tokens during one turn. They lie in cookies that no script sees; the access token is renewed as soon as
/// somebody needs it and it has ended.
final class Session {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    /// Browsers drop what is longer than 4096 bytes with its name and attributes.
    private static final int LONGEST = 3_800;
    private static final int LONGEST_NAME = 60;

    private final Turn turn;
    private final @Nullable SignIn signIn;
    private final @Nullable TokenDesk desk;
    private boolean asked;
    private boolean renewed;
    private @Nullable String access;

    Session(Turn turn, @Nullable SignIn signIn, @Nullable TokenDesk desk) {
        this.turn = turn;
        this.signIn = signIn;
        this.desk = desk;
    }

    Optional<String> access() {
        if (!asked) {
            asked = true;
            if (signIn != null) {
                access = turn.cookie(signIn.access(Duration.ZERO)).orElse(null);
                if (access == null) {
                    renew();
                }
            }
        }
        return Optional.ofNullable(access);
    }

    Visitor visitor() {
        var token = access();
        return signIn == null || token.isEmpty() ? Visitor.GUEST : Tokens.visitor(token.get(), name(signIn));
    }

    private String name(SignIn cookies) {
        try {
            return turn.cookie(cookies.name()).map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /// The API does not take the token: with the next one, or as a guest, it may.
    ///
    /// @return whether it is worth asking again
    boolean refused() {
        if (access == null) {
            return false;
        }
        access = null;
        if (renewed) {
            forget();
        } else {
            renew();
        }
        return true;
    }

    private void renew() {
        var cookies = Objects.requireNonNull(signIn);
        renewed = true;
        turn.cookie(cookies.refresh()).ifPresent(refresh -> {
            switch (Objects.requireNonNull(desk).renew(turn, refresh)) {
                case TokenDesk.Renewal.Renewed(var tokens) -> keep(tokens);
                case TokenDesk.Renewal.Over _ -> forget();
                case TokenDesk.Renewal.Unsaid _ -> access = null;
            }
        });
    }

    /// Somebody has signed in; another session that this browser had is over.
    void open(Tokens tokens) {
        turn.cookie(Objects.requireNonNull(signIn).refresh()).ifPresent(old -> Objects.requireNonNull(desk).end(turn, old));
        asked = true;
        renewed = true;
        keep(tokens);
        greet(Objects.requireNonNull(desk).name(turn, tokens.access()));
    }

    private void keep(Tokens tokens) {
        var cookies = Objects.requireNonNull(signIn);
        if (tokens.access().length() > LONGEST) {
            throw new IllegalStateException("an access token of " + tokens.access().length() + " characters does not fit into a cookie");
        }
        access = tokens.access();
        turn.remember(cookies.access(tokens.life().minus(MARGIN)), tokens.access());
        turn.remember(cookies.refresh(), tokens.refresh());
        if (!tokens.id().isEmpty()) {
            turn.remember(cookies.proof(turn.home()), tokens.id());
        }
        turn.cookie(cookies.name()).ifPresent(name -> turn.remember(cookies.name(), name));
    }

    void greet(String name) {
        var cookies = Objects.requireNonNull(signIn);
        var shown = name.strip();
        var kept = shown.codePoints().limit(LONGEST_NAME).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        turn.remember(cookies.name(), Base64.getUrlEncoder().withoutPadding().encodeToString(kept.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /// Ends the session.
    ///
    /// @return what proves to the sign-in pages who wants to leave
    Optional<String> close() {
        var cookies = Objects.requireNonNull(signIn);
        turn.cookie(cookies.refresh()).ifPresent(refresh -> Objects.requireNonNull(desk).end(turn, refresh));
        var proof = turn.cookie(cookies.proof(turn.home()));
        forget();
        return proof;
    }

    private void forget() {
        var cookies = Objects.requireNonNull(signIn);
        asked = true;
        access = null;
        turn.forget(cookies.access(Duration.ZERO));
        turn.forget(cookies.refresh());
        turn.forget(cookies.proof(turn.home()));
        turn.forget(cookies.name());
    }
}
