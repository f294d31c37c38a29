package dev.souk.identity;

import dev.souk.contracts.customer.CustomerProfileUpdated;
import dev.souk.contracts.customer.CustomerRegistered;
import dev.souk.contracts.customer.CustomerStatusChanged;
import dev.souk.contracts.customer.EmailChangeRequested;
import dev.souk.contracts.customer.SubjectRequests;
import dev.souk.contracts.identity.AddDemoAccount;
import dev.souk.contracts.identity.AddDemoCustomer;
import dev.souk.contracts.identity.ApiClientCreated;
import dev.souk.contracts.identity.AppointAdministrator;
import dev.souk.contracts.identity.AssignRole;
import dev.souk.contracts.identity.AuthenticationFailed;
import dev.souk.contracts.identity.ClientSecretIssued;
import dev.souk.contracts.identity.CreateApiClient;
import dev.souk.contracts.identity.CreateIdentity;
import dev.souk.contracts.identity.CustomerAuthenticated;
import dev.souk.contracts.identity.DecideRoleRequest;
import dev.souk.contracts.identity.EmailVerificationRequested;
import dev.souk.contracts.identity.EmailVerified;
import dev.souk.contracts.identity.GetJwks;
import dev.souk.contracts.identity.IdentityCreated;
import dev.souk.contracts.identity.IdentityLocked;
import dev.souk.contracts.identity.IssueClientSecret;
import dev.souk.contracts.identity.IssueOneTimeLink;
import dev.souk.contracts.identity.ListEndedSessions;
import dev.souk.contracts.identity.ListSessions;
import dev.souk.contracts.identity.MfaEnrolled;
import dev.souk.contracts.identity.PasswordChanged;
import dev.souk.contracts.identity.PasswordResetRequested;
import dev.souk.contracts.identity.RequestPasswordReset;
import dev.souk.contracts.identity.RevokeRole;
import dev.souk.contracts.identity.RevokeSession;
import dev.souk.contracts.identity.RoleAssigned;
import dev.souk.contracts.identity.RoleRevoked;
import dev.souk.contracts.identity.SessionRevoked;
import dev.souk.contracts.identity.VerifyEmail;
import dev.souk.identity.db.PeoplesLogins;
import dev.souk.identity.http.AccountRoutes;
import dev.souk.identity.http.ClientRoutes;
import dev.souk.identity.http.MailPages;
import dev.souk.identity.http.SignInPages;
import dev.souk.identity.http.SignOutPages;
import dev.souk.identity.http.StaffRoutes;
import dev.souk.identity.http.StyleRoutes;
import dev.souk.identity.http.StaffSessions;
import dev.souk.identity.http.TokenRoutes;
import dev.souk.identity.oauth.Authorization;
import dev.souk.identity.oauth.Leaving;
import dev.souk.identity.oauth.OAuthRoutes;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Wiring;
import java.time.Duration;
import java.util.List;

/// Logins, sessions, roles and the keys that sign tokens.
public final class IdentityContext implements Context {
    private final Place place;

    public IdentityContext(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public void wire(Wiring on) {
        var house = House.built(on, place);
        people(on, house);
        customers(on, house);
        roles(on, house);
        routes(on, house);
        on.sweep("cleaning", Duration.ofMinutes(5), house.cleaning()::sweep)
                .sweep("keys", Duration.ofMinutes(10), house.keys()::turn)
                .publishes(List.of(
                        CustomerAuthenticated.class, AuthenticationFailed.class, IdentityCreated.class, IdentityLocked.class,
                        PasswordChanged.class, PasswordResetRequested.class, EmailVerificationRequested.class,
                        EmailVerified.class, SessionRevoked.class, MfaEnrolled.class, RoleAssigned.class, RoleRevoked.class,
                        ApiClientCreated.class, ClientSecretIssued.class));
    }

    private static void people(Wiring on, House house) {
        var queries = new Queries(house.sessions(), house.keys(), on.vault());
        on.handle(CreateIdentity.class, house.creation()::handle)
                .handle(IssueOneTimeLink.class, new IssueOneTimeLinkHandler(house.links(), house.address())::handle)
                .handle(RequestPasswordReset.class, house.passwords()::requestReset)
                .handle(VerifyEmail.class, house.verification()::handle)
                .handle(RevokeSession.class, (command, tx) -> revoke(house, command, tx))
                .answer(GetJwks.class, queries::jwks)
                .answer(ListEndedSessions.class, queries::ended)
                .answer(ListSessions.class, queries::list)
                .serve(new AccountRoutes(new AccountRoutes.Parts(
                                house.identities(), house.passwords(), house.factor(), house.verification(), queries::list, on.vault()))
                        .routes());
    }

    private static void customers(Wiring on, House house) {
        var when = new CustomerReactions(house.identities(), house.grants(), house.verification(), on.vault());
        on.react(CustomerRegistered.class, when::registered)
                .react(CustomerStatusChanged.class, when::statusChanged)
                .react(CustomerProfileUpdated.class, when::profileUpdated)
                .react(EmailChangeRequested.class, when::emailChangeRequested);
        SubjectRequests.answer(on, "identity", new PeoplesLogins(house.identities(), house.sessions(), on.vault()));
    }

    private static Outcome<Boolean> revoke(House house, RevokeSession command, Tx tx) {
        var session = command.sessionId();
        if (session != null) {
            return Outcome.done(house.grants().end(tx, command.identityId(), session, command.reason()));
        }
        house.grants().endAll(tx, command.identityId(), command.but(), command.reason());
        return Outcome.done(true);
    }

    private void roles(Wiring on, House house) {
        var founding = new Founding(house, on.vault(), place.production());
        var roles = new RoleHandlers(house.identities(), house.roles(), house.grants());
        on.handle(AppointAdministrator.class, founding::appoint)
                .handle(AddDemoAccount.class, founding::demo)
                .handle(AddDemoCustomer.class, founding::customer)
                .handle(AssignRole.class, roles::assign)
                .handle(DecideRoleRequest.class, roles::decide)
                .handle(RevokeRole.class, roles::revoke)
                .handle(CreateApiClient.class, new CreateApiClientHandler(house.clients())::handle)
                .handle(IssueClientSecret.class, new ClientSecrets(house.clients())::issue);
    }

    private void routes(Wiring on, House house) {
        var passwordGrant = on.settings().flag("password-grant", !place.production());
        var authorization = new Authorization(house.clients(), house.codes(), house.tokens());
        on.serve(new OAuthRoutes(new OAuthRoutes.Parts(
                                house.clients(), house.codes(), house.identities(), house.sessions(), house.grants(), house.tokens(),
                                on.transactions(), on.vault()))
                        .routes())
                .serve(new SignInPages(new SignInPages.Parts(
                                house.signIn(), house.factor(), house.identities(), house.signOns(), authorization,
                                on.transactions(), on.vault(), place))
                        .routes())
                .serve(new SignOutPages(
                                new Leaving(house.clients(), house.signOns(), house.grants(), house.tokens()), on.transactions(), place)
                        .routes())
                .serve(new StyleRoutes().routes())
                .serve(new MailPages(house.passwords(), place).routes())
                .serve(new TokenRoutes(house.signIn(), house.grants(), on.transactions(), on.vault(), place).routes(passwordGrant))
                .serve(new StaffRoutes(new StaffRoutes.Parts(
                                house.identities(), house.roles(), house.staff(), on.vault()))
                        .routes())
                .serve(new ClientRoutes(house.clients()).routes())
                .serve(new StaffSessions(house.identities(), house.sessions()).routes());
    }
}
