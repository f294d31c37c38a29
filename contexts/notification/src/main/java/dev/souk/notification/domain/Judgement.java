package dev.souk.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether something that is due may be sent now. The rules, in their order: not too old, wanted, allowed, possible,
/// not at night, not too much.
public final class Judgement {
    public static final Duration KEEPS = Duration.ofDays(30);
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final Cap AN_HOUR = new Cap(10, Duration.ofHours(1));
    private static final Cap MARKETING_A_DAY = new Cap(5, Duration.ofDays(1));

    private Judgement() {}

    /// What is known when it is judged.
    ///
    /// @param caused when that happened which it tells about
    /// @param superseded something better has been sent instead
    /// @param allowed the recipient's preferences let this channel through
    /// @param consent to marketing
    /// @param address whether there is one on this channel
    /// @param awaited the address may be told any moment: who asks at once after registering is faster than the news of it
    /// @param suppressed why nothing may go to it any more
    /// @param sent what went to this recipient in the last day
    /// @param quiet null for a team
    public record Facts(
            Kind kind,
            Instant caused,
            boolean superseded,
            boolean allowed,
            boolean consent,
            boolean address,
            boolean awaited,
            @Nullable String suppressed,
            List<Past> sent,
            @Nullable QuietHours quiet) {
        public Facts {
            sent = List.copyOf(sent);
        }
    }

    /// Something that was sent.
    public record Past(Category category, Instant at) {}

    public static Decision of(Facts facts, Instant now) {
        if (facts.caused().plus(KEEPS).isBefore(now)) {
            return new Decision.Drop(Decision.Ending.EXPIRED, "TOO_OLD");
        }
        if (!facts.address() && facts.awaited()) {
            return new Decision.Defer(now.plus(A_MOMENT));
        }
        var reason = refusal(facts);
        if (reason != null) {
            return new Decision.Drop(Decision.Ending.SUPPRESSED, reason);
        }
        var at = earliest(facts, now);
        return at.isAfter(now) ? new Decision.Defer(at) : new Decision.Send();
    }

    private static @Nullable String refusal(Facts facts) {
        if (facts.superseded()) {
            return "SUPERSEDED";
        }
        if (facts.kind().marketing() && !facts.consent()) {
            return "NO_CONSENT";
        }
        if (!facts.allowed() && !facts.kind().mandatory()) {
            return "PREFERENCE";
        }
        if (!facts.address()) {
            return "NO_ADDRESS";
        }
        return facts.suppressed();
    }

    private static Instant earliest(Facts facts, Instant now) {
        var at = now;
        if (facts.quiet() != null && !facts.kind().urgent()) {
            at = facts.quiet().over(at);
        }
        if (facts.quiet() == null || !facts.kind().capped()) {
            return at;
        }
        var counted = new ArrayList<Instant>();
        var marketing = new ArrayList<Instant>();
        for (var past : facts.sent()) {
            if (past.category() != Category.SECURITY) {
                counted.add(past.at());
            }
            if (past.category() == Category.MARKETING) {
                marketing.add(past.at());
            }
        }
        at = later(at, AN_HOUR.free(counted, now));
        return facts.kind().marketing() ? later(at, MARKETING_A_DAY.free(marketing, now)) : at;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
