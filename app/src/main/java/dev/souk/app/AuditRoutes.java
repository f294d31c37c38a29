package dev.souk.app;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.postgres.AuditSearch;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.postgres.RunningContext;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The audit logs of all contexts as one, for those who watch over them.
final class AuditRoutes {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final Platform platform;

    AuditRoutes(Platform platform) {
        this.platform = platform;
    }

    /// That somebody did or saw something.
    ///
    /// @param actorId subject of the token, or name of the service
    /// @param person whose personal data was shown; null when none was
    /// @param purpose what for, in the words of who looked; null where none was asked or the person is erased
    /// @param place in the context's chain; null for the second or two before it has one
    record Entry(
            String context, Instant at, String actorKind, String actorId, List<String> roles, String action, String target,
            @Nullable UUID person, @Nullable String purpose, UUID correlationId, @Nullable Long place) {}

    record Page(List<Entry> items, @Nullable String nextCursor) {}

    /// What a walk through one chain said.
    ///
    /// @param head hash of the last row; noted elsewhere, it also shows whether the end was cut off later
    /// @param broken the first place that does not follow from what is before it; 0 when all do
    record Chain(String context, boolean whole, long rows, String head, long unlinked, long broken) {}

    record Chains(List<Chain> items) {}

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/operations/audit").answers(200, Page.class)
                        .roles(Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ADMIN)
                        .query(
                                Parameter.id("person", "whose personal data was shown"),
                                Parameter.text("actor", "who did it, or looked"),
                                Parameter.text("context", "only of this context"),
                                Parameter.instant("from", "not before"),
                                Parameter.instant("to", "before"),
                                Parameter.text("cursor", "nextCursor of the page before"),
                                Parameter.limit(50, 200))
                        .summary("What staff did and whose data it saw, newest first.")
                        .free(this::search),
                Route.get("/operations/audit/chains").answers(200, Chains.class)
                        .roles(Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ADMIN)
                        .summary("Walks the chains of hashes of all audit logs; takes a while when they are long.")
                        .free(_ -> Answer.of(new Chains(platform.contexts().stream().map(AuditRoutes::chain).toList()))));
    }

    private static Chain chain(RunningContext context) {
        var said = context.auditChain();
        return new Chain(context.name(), said.broken() == 0, said.rows(), said.head(), said.unlinked(), said.broken());
    }

    /// A row and its context: rows of one instant are told apart by both.
    private record Line(String context, AuditSearch.Found row) {}

    private static final Comparator<Line> NEWEST_FIRST = Comparator.comparing((Line line) -> line.row().at())
            .reversed()
            .thenComparing(Line::context)
            .thenComparing(line -> line.row().id(), Comparator.reverseOrder());

    private Answer<Page> search(Call<Void> call) {
        int limit = call.limit(50, 200);
        try {
            var search = new AuditSearch(
                    call.query("person").map(UUID::fromString).orElse(null), call.query("actor").orElse(null),
                    instant(call, "from").orElse(EARLIEST), instant(call, "to").orElse(LATEST));
            var from = call.query("cursor").map(AuditPlace::read).orElse(new AuditPlace(search.to(), "", 0));
            return Answer.of(page(lines(search, from, call.query("context"), limit), limit));
        } catch (DateTimeParseException e) {
            return Answer.refused(Refusal.invalid("INVALID_TIME", "from and to are instants, such as 2026-01-31T00:00:00Z."));
        } catch (AuditPlace.Unreadable e) {
            return Answer.refused(Refusal.invalid("INVALID_CURSOR", "cursor must be the nextCursor of a page."));
        } catch (IllegalArgumentException e) {
            return Answer.refused(Refusal.invalid("INVALID_PERSON", "person is an id."));
        }
    }

    private static Optional<Instant> instant(Call<?> call, String name) {
        return call.query(name).map(Instant::parse).map(at -> at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at);
    }

    private List<Line> lines(AuditSearch search, AuditPlace from, Optional<String> wanted, int limit) {
        return platform.contexts().stream()
                .filter(context -> wanted.isEmpty() || wanted.get().equals(context.name()))
                .flatMap(context -> context.audited(search, from.at(), from.below(context.name()), limit).stream()
                        .map(row -> new Line(context.name(), row)))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .collect(Collectors.toList());
    }

    private Page page(List<Line> lines, int limit) {
        var last = lines.size() < limit ? null : lines.getLast();
        return new Page(
                lines.stream().map(this::entry).toList(),
                last == null ? null : new AuditPlace(last.row().at(), last.context(), last.row().id()).text());
    }

    private Entry entry(Line line) {
        var row = line.row();
        var purpose = row.purpose();
        return new Entry(
                line.context(), row.at(), row.actorKind(), row.actorId(),
                row.roles().isEmpty() ? List.of() : List.of(row.roles().split(" ", -1)), row.action(), row.target(),
                row.person(), purpose == null ? null : platform.vault().open(purpose, String.class).orElse(null),
                row.correlationId(), row.place());
    }
}
