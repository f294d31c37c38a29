package dev.souk.customer;

import dev.souk.contracts.customer.AddCustomerAddress;
import dev.souk.contracts.customer.CancelErasure;
import dev.souk.contracts.customer.ClaimGuestOrders;
import dev.souk.contracts.customer.CloseCustomer;
import dev.souk.contracts.customer.ConsentChanged;
import dev.souk.contracts.customer.CustomerAddressAdded;
import dev.souk.contracts.customer.CustomerAddressRemoved;
import dev.souk.contracts.customer.CustomerAddressUpdated;
import dev.souk.contracts.customer.CustomerErased;
import dev.souk.contracts.customer.CustomerMembershipUpgraded;
import dev.souk.contracts.customer.CustomerPreferencesUpdated;
import dev.souk.contracts.customer.CustomerProfileUpdated;
import dev.souk.contracts.customer.CustomerRegistered;
import dev.souk.contracts.customer.CustomerStatusChanged;
import dev.souk.contracts.customer.CustomerUpdated;
import dev.souk.contracts.customer.DataExportCompleted;
import dev.souk.contracts.customer.DataExportPartReady;
import dev.souk.contracts.customer.DataExportRequested;
import dev.souk.contracts.customer.EmailChangeRequested;
import dev.souk.contracts.customer.ErasureCancelled;
import dev.souk.contracts.customer.ErasureCompleted;
import dev.souk.contracts.customer.ErasurePartCompleted;
import dev.souk.contracts.customer.ErasureRequested;
import dev.souk.contracts.customer.GetCustomer;
import dev.souk.contracts.customer.GetCustomerAddresses;
import dev.souk.contracts.customer.GetPointsWorth;
import dev.souk.contracts.customer.GetRewardPoints;
import dev.souk.contracts.customer.GetSubjectRequest;
import dev.souk.contracts.customer.GuestClaimed;
import dev.souk.contracts.customer.ListCustomers;
import dev.souk.contracts.customer.ReactivateCustomer;
import dev.souk.contracts.customer.RecordConsent;
import dev.souk.contracts.customer.RegisterCustomer;
import dev.souk.contracts.customer.RegistrationRepeated;
import dev.souk.contracts.customer.ReleaseRewardPoints;
import dev.souk.contracts.customer.RemoveCustomerAddress;
import dev.souk.contracts.customer.RequestDataExport;
import dev.souk.contracts.customer.RequestErasure;
import dev.souk.contracts.customer.ReserveRewardPoints;
import dev.souk.contracts.customer.RewardPointsEarned;
import dev.souk.contracts.customer.RewardPointsExpired;
import dev.souk.contracts.customer.RewardPointsExpiring;
import dev.souk.contracts.customer.RewardPointsHeld;
import dev.souk.contracts.customer.RewardPointsRedeemed;
import dev.souk.contracts.customer.RewardPointsRejected;
import dev.souk.contracts.customer.RewardPointsReleased;
import dev.souk.contracts.customer.RewardPointsReturned;
import dev.souk.contracts.customer.RewardPointsTakenBack;
import dev.souk.contracts.customer.SubjectRequestOverdue;
import dev.souk.contracts.customer.SuspendCustomer;
import dev.souk.contracts.customer.UpdateCustomer;
import dev.souk.contracts.customer.UpdateCustomerAddress;
import dev.souk.contracts.customer.UpdateCustomerPreferences;
import dev.souk.contracts.identity.EmailVerified;
import dev.souk.contracts.order.OrderCancelled;
import dev.souk.contracts.order.OrderConfirmed;
import dev.souk.contracts.order.OrderCreated;
import dev.souk.contracts.order.OrderSubmitted;
import dev.souk.contracts.payment.PaymentCaptured;
import dev.souk.contracts.payment.PaymentRefunded;
import dev.souk.contracts.promotion.PromotionApplied;
import dev.souk.customer.db.AddressBook;
import dev.souk.customer.db.Benefits;
import dev.souk.customer.db.Consents;
import dev.souk.customer.db.Customers;
import dev.souk.customer.db.Guests;
import dev.souk.customer.db.OrderSummaries;
import dev.souk.customer.db.Preferences;
import dev.souk.customer.db.RequestParts;
import dev.souk.customer.db.RewardReads;
import dev.souk.customer.db.SubjectRequests;
import dev.souk.customer.db.Sums;
import dev.souk.customer.domain.Levels;
import dev.souk.customer.domain.PerCurrency;
import dev.souk.customer.domain.PointsBook;
import dev.souk.customer.domain.PointsRule;
import dev.souk.customer.http.CustomerRoutes;
import dev.souk.customer.http.Reads;
import dev.souk.customer.http.SubjectRoutes;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Settings;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Wiring;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Customers: accounts, consents, membership, reward points, and what people ask about their data.
public final class CustomerContext implements Context {
    private final Customers customers = new Customers();
    private final Guests guests = new Guests();
    private final Consents consents = new Consents();
    private final OrderSummaries summaries = new OrderSummaries();
    private final SubjectRequests requests = new SubjectRequests();
    private final RequestParts parts = new RequestParts();
    private final Profiles profiles = new Profiles(customers);

    @Override
    public String name() {
        return "customer";
    }

    @Override
    public void wire(Wiring on) {
        var points = points(on.settings());
        var rewards = new Rewards(customers, summaries, points);
        var queries = new CustomerQueries(on.vault(), points);
        var register = new RegisterCustomerHandler(customers, consents);
        publishes(on);
        accounts(on, register);
        claims(on, rewards);
        orders(on, rewards, points);
        points(on, points);
        subjects(on, queries);
        levels(on);
        reads(on, queries, register);
    }

    private static void publishes(Wiring on) {
        on.publishes(List.of(
                CustomerRegistered.class, RegistrationRepeated.class, CustomerProfileUpdated.class, CustomerUpdated.class,
                EmailChangeRequested.class, CustomerAddressAdded.class, CustomerAddressUpdated.class,
                CustomerAddressRemoved.class, CustomerMembershipUpgraded.class, CustomerStatusChanged.class,
                CustomerPreferencesUpdated.class, ConsentChanged.class, GuestClaimed.class, RewardPointsEarned.class,
                RewardPointsTakenBack.class, RewardPointsHeld.class, RewardPointsRejected.class,
                RewardPointsReleased.class, RewardPointsRedeemed.class, RewardPointsReturned.class,
                RewardPointsExpired.class, RewardPointsExpiring.class, DataExportRequested.class,
                DataExportCompleted.class, ErasureRequested.class, ErasureCancelled.class,
                CustomerErased.class, ErasureCompleted.class, SubjectRequestOverdue.class));
    }

    private void accounts(Wiring on, RegisterCustomerHandler register) {
        var book = new AddressBook();
        var status = new ChangeStatus(customers, profiles);
        on.handle(RegisterCustomer.class, register::handle)
                .handle(UpdateCustomer.class, new UpdateCustomerHandler(customers, profiles)::handle)
                .handle(AddCustomerAddress.class, new AddCustomerAddressHandler(customers, book, profiles)::handle)
                .handle(UpdateCustomerAddress.class, new UpdateCustomerAddressHandler(customers, book, profiles)::handle)
                .handle(RemoveCustomerAddress.class, new RemoveCustomerAddressHandler(customers, book, profiles)::handle)
                .handle(
                        UpdateCustomerPreferences.class,
                        new UpdateCustomerPreferencesHandler(customers, new Preferences(), profiles)::handle)
                .handle(RecordConsent.class, new RecordConsentHandler(customers, consents, profiles)::handle)
                .handle(SuspendCustomer.class, status::suspend)
                .handle(ReactivateCustomer.class, status::reactivate)
                .handle(CloseCustomer.class, status::close);
    }

    private void claims(Wiring on, Rewards rewards) {
        var claims = new Claims(customers, guests, summaries, rewards, profiles, on.vault());
        on.handle(ClaimGuestOrders.class, claims::handle).react(EmailVerified.class, claims::verified);
    }

    private void orders(Wiring on, Rewards rewards, PointsBook points) {
        var summary = new WhenOrdersMoveKeepSummary(summaries, rewards, new Redemptions(points));
        var guest = new WhenOrderSubmittedKnowGuest(customers, guests, on.vault());
        var benefit = new WhenPromotionAppliedKeepBenefit(new Benefits());
        on.react(OrderCreated.class, summary::react)
                .react(OrderConfirmed.class, summary::react)
                .react(OrderCancelled.class, summary::react)
                .react(PaymentCaptured.class, summary::react)
                .react(PaymentRefunded.class, summary::react)
                .batch(WhenOrdersMoveKeepSummary.EVENTS, summary::reactAll)
                .unhurried(WhenOrdersMoveKeepSummary.EVENTS)
                .react(OrderSubmitted.class, guest::react)
                .reactBatch(OrderSubmitted.class, guest::reactAll)
                .react(PromotionApplied.class, benefit::react)
                .reactBatch(PromotionApplied.class, benefit::reactAll)
                .unhurried(List.of(OrderSubmitted.class, PromotionApplied.class));
    }

    private static void points(Wiring on, PointsBook book) {
        var reserve = new ReserveRewardPointsHandler(book, on.settings().duration("points.hold", Duration.ofMinutes(15)));
        var release = new ReleaseRewardPointsHandler();
        on.handle(ReserveRewardPoints.class, reserve::handle)
                .handleBatch(ReserveRewardPoints.class, reserve::handleAll)
                .handle(ReleaseRewardPoints.class, release::handle)
                .handleBatch(ReleaseRewardPoints.class, release::handleAll)
                .sweep("point-holds", Duration.ofSeconds(5), release::expire)
                .sweep("points-expiry", Duration.ofMinutes(1), new ExpirePoints(new RewardReads(), book)::run);
    }

    private void subjects(Wiring on, CustomerQueries queries) {
        var settings = on.settings();
        var contexts = Arrays.stream(settings.text(
                                "subject-request.contexts", "cart,checkout,customer,identity,notification,order,payment,pricing,promotion")
                        .split(",", -1))
                .map(String::strip)
                .toList();
        var subjects = new Subjects(customers, guests);
        var held = new Held(queries, customers, guests, summaries, on.vault());
        var export = new RequestDataExportHandler(requests, parts, subjects, contexts);
        var erasure = new RequestErasureHandler(
                requests, subjects, settings.duration("erasure.cooling-off", Duration.ofDays(3)));
        var assemble = new AssembleExport(
                requests, parts, on.vault(), settings.duration("export.kept", Duration.ofDays(7)));
        var carryOut = new CarryOutRequests(
                requests, parts, subjects, customers, guests, summaries, profiles, on.vault(),
                new CarryOutRequests.Rules(settings.duration("erasure.limit", Duration.ofDays(30)), contexts));
        var finish = new FinishErasures(requests, parts, on.vault(), (sought, _) -> on.traces().find(sought));
        var alarm = new AlarmOverdueRequests(
                requests, parts, settings.duration("subject-request.alarm", Duration.ofDays(20)));
        dev.souk.contracts.customer.SubjectRequests.answer(on, name(), held);
        on.handle(RequestDataExport.class, export::handle)
                .handle(RequestErasure.class, erasure::handle)
                .handle(CancelErasure.class, erasure::cancel)
                .react(DataExportPartReady.class, assemble::react)
                .react(ErasurePartCompleted.class, carryOut::answered)
                .sweep("subject-requests", Duration.ofSeconds(2), carryOut::run)
                .sweep("erasure-scans", Duration.ofSeconds(2), finish::run)
                .sweep("overdue-requests", Duration.ofMinutes(10), alarm::run);
    }

    private void levels(Wiring on) {
        var amounts = PerCurrency.parse(on.settings().text("levels", "*:500,1500,3000,10000"), 4);
        var levels = new Levels(currency -> {
            var a = amounts.in(currency);
            return new Levels.Thresholds(a.get(0), a.get(1), a.get(2), a.get(3));
        });
        var review = new ReviewLevels(customers, summaries, levels, on.settings().text("currency", "GBP"));
        on.checks(Sums.ALL);
        on.sweep("level-review", Duration.ofSeconds(30), review::run);
    }

    private static PointsBook points(Settings settings) {
        var amounts = PerCurrency.parse(settings.text("points.rules", "*:10,10"), 2);
        return new PointsBook(
                currency -> new PointsRule(amounts.in(currency).get(0), amounts.in(currency).get(1)),
                (int) settings.number("points.life-months", 24), settings.duration("points.notice", Duration.ofDays(30)));
    }

    private void reads(Wiring on, CustomerQueries queries, RegisterCustomerHandler register) {
        var asked = new SubjectRequestQuery(requests, parts);
        on.answer(GetCustomer.class, queries::customer)
                .answer(GetCustomerAddresses.class, queries::addresses)
                .answer(ListCustomers.class, queries::list)
                .answer(GetRewardPoints.class, queries::points)
                .answer(GetPointsWorth.class, queries::worth)
                .answer(GetSubjectRequest.class, asked::answer)
                .serve(new CustomerRoutes(
                                new Reads(queries::customer, queries::addresses, queries::list, queries::points),
                                register::repeated, asked(asked))
                        .routes(on.bus(), on.vault()));
    }

    private static SubjectRoutes.Asked asked(SubjectRequestQuery query) {
        return new SubjectRoutes.Asked() {
            @Override
            public Optional<GetSubjectRequest.Request> one(UUID requestId, Tx tx) {
                return query.answer(new GetSubjectRequest(requestId), tx);
            }

            @Override
            public List<GetSubjectRequest.Request> of(UUID customer, Tx tx) {
                return query.of(customer, tx);
            }

            @Override
            public List<GetSubjectRequest.Request> unfinished(int limit, Tx tx) {
                return query.unfinished(limit, tx);
            }

            @Override
            public List<GetSubjectRequest.Request> in(SubjectRequests.State state, int limit, Tx tx) {
                return query.in(state, limit, tx);
            }
        };
    }
}
