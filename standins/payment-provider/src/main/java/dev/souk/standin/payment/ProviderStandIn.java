package dev.souk.standin.payment;

import dev.souk.standin.payment.Entry.Operation;
import dev.souk.standin.payment.Entry.Result;
import dev.souk.standin.payment.ProviderException.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The provider itself. Every operation carries an idempotency key: the same key with the same parameters is answered
/// the same again, with other parameters it is refused. No answer leaves before its ledger entry is on the disk.
public final class ProviderStandIn implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Books books;
    private final Dice dice = new Dice();
    private final Clock clock;
    private @Nullable Webhooks webhooks;
    private @Nullable HttpTarget http;

    public ProviderStandIn(Path ledger) {
        this(ledger, Clock.systemUTC());
    }

    public ProviderStandIn(Path ledger, Clock clock) {
        this.clock = clock;
        this.books = new Books(ledger);
    }

    /// Sends webhooks to code in this process.
    public ProviderStandIn webhooksTo(WebhookTarget target, String secret) {
        return webhooksTo(target, secret, _ -> true);
    }

    /// Sends only what is worth telling; the rest costs nothing.
    public ProviderStandIn webhooksTo(WebhookTarget target, String secret, Predicate<Entry> worthTelling) {
        webhooks = new Webhooks(target, secret, worthTelling, dice, clock);
        return this;
    }

    /// Sends webhooks to an address.
    public ProviderStandIn webhooksTo(URI address, String secret) {
        http = new HttpTarget(address);
        return webhooksTo(http, secret);
    }

    public void faults(Faults faults) {
        dice.set(faults);
    }

    public Faults faults() {
        return dice.faults();
    }

    public Answer authorize(String key, Authorize wanted) {
        wanted.check();
        return act(key, Decision.authorize(key, wanted, dice.strikes(dice.faults().decline())));
    }

    /// Takes what was set aside, or part of it.
    public Answer capture(String key, String payment, long amount) {
        return act(key, Decision.capture(key, payment, amount));
    }

    /// Lets go of what was set aside; refused when something was captured.
    public Answer voidPayment(String key, String payment) {
        return act(key, Decision.voiding(key, payment));
    }

    public Answer refund(String key, String payment, long amount) {
        return act(key, Decision.refund(key, payment, amount));
    }

    /// Whatever became of the authorization with `authorizationKey`: afterwards it holds no money. If it never arrived,
    /// it is refused should it arrive later.
    public Answer cancelKey(String authorizationKey) {
        return act(Decision.cancelKeyOf(authorizationKey), Decision.cancelKey(authorizationKey));
    }

    /// The shopper has acted on the provider's page.
    public Answer action(String clientRef, boolean succeeded) {
        return act(clientRef, Decision.action(clientRef, succeeded));
    }

    /// The payment that the shopper is asked about.
    public Answer.View awaiting(String clientRef) {
        return seen(() -> books.awaiting(clientRef).view());
    }

    public Answer.View get(String payment) {
        return seen(() -> books.payment(payment).view());
    }

    public Optional<Answer.View> findByKey(String key) {
        return seen(() -> books.authorizedWith(key).map(Held::view));
    }

    public Optional<Answer.View> findByShopPayment(String shopPaymentId) {
        return seen(() -> books.ofShopPayment(shopPaymentId).map(Held::view));
    }

    /// Payments in the order of their creation, `after` a payment's id.
    public List<Answer.View> list(java.time.Instant from, java.time.Instant to, @Nullable String after, int limit) {
        return seen(() -> books.created(from, to, after, limit));
    }

    public List<Balance> balances() {
        return seen(books::balances);
    }

    /// Every entry from number `from` on, at most `limit`.
    public List<Entry> ledger(long from, int limit) {
        return seen(() -> books.entries(from, limit));
    }

    /// How often the disk was waited for.
    public long syncs() {
        return books.syncs();
    }

    private <T> T seen(Supplier<T> look) {
        before();
        T found;
        long seq;
        lock.lock();
        try {
            found = look.get();
            seq = books.last();
        } finally {
            lock.unlock();
        }
        books.await(seq);
        return found;
    }

    private Answer act(String key, Decision decision) {
        before();
        Entry entry;
        boolean fresh = false;
        Answer answer;
        long seq;
        lock.lock();
        try {
            var asked = decision.asked(books.last() + 1, clock.instant());
            var known = books.entry(key);
            entry = known != null ? answered(known, asked) : decision.decide(books, asked);
            fresh = known == null && entry.seq() > 0;
            if (fresh) {
                books.add(entry);
            }
            answer = books.answer(entry);
            seq = books.last();
        } finally {
            lock.unlock();
        }
        books.await(seq);
        tell(entry, answer, fresh);
        return answer;
    }

    private static Entry answered(Entry known, Entry wanted) {
        if (known.result() == Result.KEY_CANCELLED && wanted.operation() == Operation.AUTHORIZE) {
            return known;
        }
        if (!known.asksTheSame(wanted)) {
            throw new ProviderException(
                    Kind.REFUSED, "idempotency_key_reused", "this key was used with other parameters");
        }
        return known;
    }

    private void tell(Entry entry, Answer answer, boolean fresh) {
        if (fresh && webhooks != null) {
            webhooks.about(entry, answer.view());
        }
        if (dice.strikes(dice.faults().timeoutAfter())) {
            throw new ProviderException(Kind.ANSWER_LOST, "timeout", "the answer got lost");
        }
    }

    private void before() {
        var faults = dice.faults();
        if (faults.delayMillis() > 0) {
            try {
                Thread.sleep(faults.delayMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProviderException(Kind.UNAVAILABLE, "interrupted", "stopped while waiting");
            }
        }
        if (dice.strikes(faults.failBefore())) {
            throw new ProviderException(Kind.UNAVAILABLE, "unavailable", "try again later");
        }
    }

    @Override
    public void close() {
        if (webhooks != null) {
            webhooks.close();
        }
        if (http != null) {
            http.close();
        }
        books.close();
    }
}
