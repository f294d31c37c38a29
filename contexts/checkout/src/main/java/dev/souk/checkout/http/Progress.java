package dev.souk.checkout.http;

import dev.souk.checkout.Following;
import dev.souk.checkout.Statuses;
import dev.souk.checkout.domain.CheckoutRefusal.CheckoutNotFound;
import dev.souk.checkout.domain.Saga;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Route;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// Lets a shopper follow a checkout, by long poll or as a stream.
final class Progress {
    private static final int MOST_SECONDS = 20;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration STREAM = Duration.ofMinutes(30);

    private final Following following;

    Progress(Following following) {
        this.following = following;
    }

    Answer<CheckoutStatus> status(Call<Void> call) throws InterruptedException {
        var wait = seconds(call.query("wait"));
        if (wait.isEmpty()) {
            return Answer.refused(Refusal.invalid("INVALID_WAIT", "wait is 0 to 20 seconds."));
        }
        var id = call.pathId("checkoutId");
        var seen = call.header("If-None-Match").orElse("");
        Predicate<Saga> foreign = saga -> !Own.sees(call.caller(), saga);
        Predicate<Saga> news = saga -> !Statuses.state(saga).equals("PENDING") && !etag(saga).equals(seen);
        return following
                .until(id, Duration.ofSeconds(wait.getAsInt()), foreign.or(news).or(Saga::ended))
                .filter(foreign.negate())
                .map(saga -> Answer.of(view(saga)).version(saga.version()))
                .orElseGet(() -> Answer.refused(new CheckoutNotFound(id)));
    }

    void events(Call<Void> call, Route.EventStream out) throws InterruptedException {
        var id = call.pathId("checkoutId");
        var first = following.until(id, Duration.ZERO, _ -> true).filter(saga -> Own.sees(call.caller(), saga));
        if (first.isEmpty()) {
            out.refuse(new CheckoutNotFound(id));
            return;
        }
        var last = first.get();
        var open = out.send("status", view(last));
        var end = System.nanoTime() + STREAM.toNanos();
        while (open && !last.ended() && System.nanoTime() - end < 0) {
            var shown = last;
            Predicate<Saga> news = saga -> saga.version() > shown.version() && !sameState(saga, shown);
            var next = following.until(id, HEARTBEAT, news).filter(news);
            if (next.isPresent()) {
                last = next.get();
                open = out.send("status", view(last));
            } else {
                open = out.send("heartbeat", Map.of());
            }
        }
    }

    private static boolean sameState(Saga one, Saga other) {
        return Statuses.state(one).equals(Statuses.state(other));
    }

    private static CheckoutStatus view(Saga saga) {
        return CheckoutStatus.of(Statuses.of(saga));
    }

    private static String etag(Saga saga) {
        return "\"" + saga.version() + "\"";
    }

    private static OptionalInt seconds(Optional<String> wait) {
        var text = wait.orElse("0");
        if (!text.matches("\\d{1,2}")) {
            return OptionalInt.empty();
        }
        int seconds = Integer.parseInt(text);
        return seconds > MOST_SECONDS ? OptionalInt.empty() : OptionalInt.of(seconds);
    }
}
