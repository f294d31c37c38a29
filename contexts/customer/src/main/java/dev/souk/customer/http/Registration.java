package dev.souk.customer.http;

import dev.souk.contracts.customer.RegisterCustomer;
import dev.souk.contracts.identity.CreateIdentity;
import dev.souk.customer.db.Customers;
import dev.souk.customer.domain.CustomerRefusal;
import dev.souk.customer.domain.Email;
import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Sealed;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Opens accounts. A visitor learns nothing about who has one: the answer is the same, and so is its price, because
/// identity hashes the password before it looks whether the address is taken.
public final class Registration {
    private final Customers customers;
    private final Repeated repeated;
    private final Bus bus;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    /// What happens when the address has an account already.
    @FunctionalInterface
    public interface Repeated {
        void tell(UUID owner, Tx tx);
    }

    /// `customerId` is shown to staff only.
    public record Registered(String status, @Nullable UUID customerId) {}

    Registration(Customers customers, Repeated repeated, Bus bus, Vault vault) {
        this.customers = customers;
        this.repeated = repeated;
        this.bus = bus;
        this.vault = vault;
    }

    Route<Requests.Register, Registered> route() {
        return Route.post("/customers")
                .roles(Role.GUEST, Role.SUPPORT, Role.ADMIN)
                .body(Requests.Register.class)
                .answers(201, Registered.class)
                .key(Route.Key.NONE)
                .rate(Route.Rate.SIGN_UP)
                .summary("Open an account; the same answer whether or not the address has one")
                .writes(this::register);
    }

    private Answer<Registered> register(Call<Requests.Register> call, Tx tx) {
        var body = call.body();
        var problem = body.problem();
        if (problem != null) {
            return Answer.refused(problem);
        }
        var email = Email.normal(String.valueOf(body.email()));
        return call.caller().staff() ? byStaff(call, email, tx) : byVisitor(call, email, tx);
    }

    /// The credentials first, before anything else takes a connection of this context: the hash takes its time.
    private Answer<Registered> byVisitor(Call<Requests.Register> call, String email, Tx tx) {
        var password = call.body().password();
        if (password == null) {
            return Answer.refused(Refusal.invalid("PASSWORD_MISSING", "password is missing."));
        }
        var id = vault.newcomer();
        return switch (bus.call(new CreateIdentity(id, new Secret(email), password), tx.cause())) {
            case Outcome.Done<UUID> _ -> {
                var outcome = call.handle(command(id, email, call.body()));
                yield Answer.from(outcome, _ -> new Registered("CHECK_YOUR_MAIL", null));
            }
            case Outcome.Refused<UUID>(var reason) when reason.code().equals("EMAIL_TAKEN") -> {
                customers.withEmail(tx, vault.blind(email)).ifPresent(owner -> repeated.tell(owner, tx));
                yield Answer.of(new Registered("CHECK_YOUR_MAIL", null));
            }
            case Outcome.Refused<UUID>(var reason) -> Answer.refused(reason);
        };
    }

    /// With a password that nobody knows: the customer sets one by the link for forgotten passwords.
    private Answer<Registered> byStaff(Call<Requests.Register> call, String email, Tx tx) {
        var id = vault.newcomer();
        var password = new Secret(new BigInteger(256, random).toString(36) + "-Aa1");
        return switch (bus.call(new CreateIdentity(id, new Secret(email), password), tx.cause())) {
            case Outcome.Refused<UUID>(var reason) -> Answer.refused(reason);
            case Outcome.Done<UUID> _ -> switch (call.handle(command(id, email, call.body()))) {
                case Outcome.Done<UUID>(var owner) when owner.equals(id) ->
                    Answer.of(new Registered("REGISTERED", id)).header("Location", "/api/v1/customers/" + id);
                case Outcome.Done<UUID> _ -> Answer.refused(new CustomerRefusal.EmailTaken());
                case Outcome.Refused<UUID>(var reason) -> Answer.refused(reason);
            };
        };
    }

    private RegisterCustomer command(UUID id, String email, Requests.Register body) {
        return new RegisterCustomer(
                id, vault.seal(id, email), vault.blind(email), sealed(id, body.name()), sealed(id, body.phone()),
                body.locale(), Boolean.TRUE.equals(body.marketingConsent()), body.consentVersion());
    }

    private @Nullable Sealed<String> sealed(UUID id, @Nullable String value) {
        return value == null || value.isEmpty() ? null : vault.seal(id, value.strip());
    }
}
