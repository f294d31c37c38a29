package dev.souk.identity;

import dev.souk.identity.db.Attempts;
import dev.souk.identity.db.Clients;
import dev.souk.identity.db.Codes;
import dev.souk.identity.db.Factors;
import dev.souk.identity.db.Identities;
import dev.souk.identity.db.Links;
import dev.souk.identity.db.Roles;
import dev.souk.identity.db.Sessions;
import dev.souk.identity.db.SignOns;
import dev.souk.identity.db.SigningKeys;
import dev.souk.identity.secrets.Argon2;
import dev.souk.identity.secrets.KeyRing;
import dev.souk.identity.secrets.PasswordHashing;
import dev.souk.identity.secrets.PasswordPolicy;
import dev.souk.identity.secrets.Tokens;
import dev.souk.platform.messaging.Wiring;
import java.net.URI;
import java.util.function.Supplier;

/// Everything that identity is made of, built once.
///
/// @param address where browsers reach it
record House(
        Supplier<URI> address, Identities identities, Sessions sessions, Roles roles, Clients clients, Links links, Codes codes,
        SignOns signOns, KeyRing keys, Tokens tokens, SecondFactor factor, Grants grants, SignIn signIn, Passwords passwords,
        CreateIdentityHandler creation, VerifyEmailHandler verification, Staff staff, PasswordHashing hashing,
        Cleaning cleaning) {

    static House built(Wiring on, Place place) {
        var vault = on.vault();
        var identities = new Identities();
        var sessions = new Sessions();
        var roles = new Roles();
        var links = new Links();
        var codes = new Codes();
        var signOns = new SignOns();
        var attempts = new Attempts();
        var keys = new KeyRing(new SigningKeys(), on.transactions(), vault);
        var tokens = new Tokens(keys, place.address());
        var factor = new SecondFactor(new Factors(), identities, vault, place.shop());
        var grants = new Grants(identities, sessions, roles, tokens);
        var hashing = hashing(on);
        var policy = new PasswordPolicy();
        var signIn = new SignIn(
                new SignIn.Tables(identities, attempts, factor), hashing, on.transactions(), vault, on.clock(),
                new Pauses(place.limited()));
        var passwords = new Passwords(
                new Passwords.Tables(identities, links, grants), policy, hashing, on.transactions(), vault);
        return new House(
                place.address(), identities, sessions, roles, new Clients(), links, codes, signOns, keys, tokens, factor, grants,
                signIn, passwords, new CreateIdentityHandler(identities, links, policy, hashing, vault),
                new VerifyEmailHandler(identities, links), new Staff(identities, links, factor, grants, vault, place.address()), hashing,
                new Cleaning(identities, sessions, links, codes, signOns, attempts));
    }

    private static PasswordHashing hashing(Wiring on) {
        var settings = on.settings();
        var argon2 = new Argon2((int) settings.number("argon2.memory-kib", 19 * 1024), (int) settings.number("argon2.passes", 2));
        var cores = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new PasswordHashing(
                argon2, (int) settings.number("argon2.at-once", cores), (int) settings.number("argon2.queue", 64));
    }
}
