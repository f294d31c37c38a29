package dev.souk.app.operations;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every message that the contexts of this process declare: version, members, who sends and who handles it.
final class ContractRoutes {
    private final Declarations declarations;

    ContractRoutes(Platform platform) {
        this.declarations = new Declarations(platform.contexts());
    }

    /// @param kind command, event or query
    /// @param context whose it is; `*` for an event that every context publishes about itself
    /// @param from contexts that publish or send it
    /// @param to contexts that react to, handle or answer it
    public record Contract(String name, String version, String kind, String context, List<String> from, List<String> to) {}

    public record Contracts(List<Contract> items) {}

    /// One member of a message.
    ///
    /// @param personal sealed under the key of the person it is about
    public record Member(String name, String type, boolean optional, boolean personal) {}

    /// @param example golden JSON; null for queries, which are never written
    public record Detail(Contract contract, List<Member> members, @Nullable String example) {}

    List<Route<?, ?>> routes() {
        return List.of(
                Staff.mayLook(Route.get("/operations/contracts").answers(200, Contracts.class))
                        .summary("All messages with their versions, producers and consumers.")
                        .free(_ -> Answer.of(new Contracts(declarations.all()))),
                Staff.mayLook(Route.get("/operations/contracts/{name}/{version}").answers(200, Detail.class))
                        .summary("One message with its members and an example.")
                        .free(this::one));
    }

    private Answer<Detail> one(Call<Void> call) {
        return declarations.find(call.path("name"), call.path("version"))
                .map(type -> Answer.of(new Detail(declarations.contract(type), Declarations.members(type), example(type))))
                .orElseGet(() -> Answer.refused(Refusal.notFound("CONTRACT_NOT_FOUND", "There is no such message.")));
    }

    private static @Nullable String example(Class<?> type) {
        try (var in = type.getResourceAsStream(Declarations.golden(type))) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
