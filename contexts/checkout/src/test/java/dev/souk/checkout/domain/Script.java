package dev.souk.checkout.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.checkout.Replies;
import dev.souk.contracts.checkout.CheckoutFailed;
import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A checkout played as a script: it hears something, and does exactly what is expected.
final class Script {
    private final Replies replies;
    private Instant now = Replies.AT;
    private Saga saga;
    private List<Act> acts;
    private final List<Message> all = new ArrayList<>();
    private final List<UUID> commandIds = new ArrayList<>();

    private Script(Replies replies, Next next) {
        this.replies = replies;
        this.saga = next.saga();
        this.acts = next.acts();
        keep();
    }

    static Script of(Replies replies) {
        return new Script(replies, Course.start(replies.cart(), Replies.AT));
    }

    static Script startedAt(Replies replies, Instant now) {
        return new Script(replies, Course.start(replies.cart(), now));
    }

    Script hears(Message... messages) {
        var heard = new ArrayList<Act>();
        for (var message : messages) {
            var next = Course.on(saga, message, now);
            saga = next.saga();
            heard.addAll(next.acts());
        }
        acts = heard;
        keep();
        return this;
    }

    Script after(Duration time) {
        now = now.plus(time);
        return takes(Overdue.on(saga, now));
    }

    Script cancelled() {
        return takes(done(Wish.cancel(saga, now)));
    }

    Script resumed() {
        return takes(done(Wish.resume(saga, "ok")));
    }

    Script retried() {
        return takes(done(Wish.retry(saga, now)));
    }

    private static Next done(Outcome<Next> outcome) {
        return switch (outcome) {
            case Outcome.Done<Next>(var next) -> next;
            case Outcome.Refused<Next>(var reason) -> throw new AssertionError(reason.code());
        };
    }

    private Script takes(Next next) {
        saga = next.saga();
        acts = next.acts();
        keep();
        return this;
    }

    private void keep() {
        for (var act : acts) {
            switch (act) {
                case Act.Ask ask -> sent(ask.of(replies.cart()));
                case Act.TakeBack back -> sent(back.command());
                case Act.Confirm confirm -> sent(confirm.command());
                case Act.Publish(var event, var _) -> all.add(event);
            }
        }
    }

    private void sent(Act.Send send) {
        all.add(send.command());
        commandIds.add(send.commandId());
    }

    private List<Message> last() {
        return all.subList(all.size() - acts.size(), all.size());
    }

    Script expect(Class<?>... messages) {
        assertThat(last()).extracting(Object::getClass).isEqualTo(List.of(messages));
        return this;
    }

    Script expectNothing() {
        return expect();
    }

    Script expectFailure(Failure.Reason reason, String... compensated) {
        assertThat(all).last().isInstanceOfSatisfying(CheckoutFailed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(reason.name());
            assertThat(failed.compensated()).containsExactlyInAnyOrder(compensated);
        });
        assertThat(all.stream().filter(CheckoutFailed.class::isInstance)).hasSize(1);
        return this;
    }

    <T extends Message> T last(Class<T> type) {
        return type.cast(all.reversed().stream().filter(type::isInstance).findFirst().orElseThrow());
    }

    Saga saga() {
        return saga;
    }

    Instant now() {
        return now;
    }

    List<UUID> commandIds() {
        return commandIds;
    }

    /// The aggregate versions of everything published so far have no gap.
    long facts() {
        return saga.facts();
    }
}
