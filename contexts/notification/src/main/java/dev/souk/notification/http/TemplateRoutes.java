package dev.souk.notification.http;

import dev.souk.contracts.notification.GetTemplate;
import dev.souk.contracts.notification.UpsertTemplate;
import dev.souk.notification.GetTemplateQuery;
import dev.souk.notification.Refusals;
import dev.souk.notification.TextCheck;
import dev.souk.notification.domain.Kinds;
import dev.souk.notification.text.Letters;
import dev.souk.notification.text.Template;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Texts for those who write them.
public final class TemplateRoutes {
    private final Letters letters;
    private final GetTemplateQuery templates;

    public TemplateRoutes(Letters letters, GetTemplateQuery templates) {
        this.letters = letters;
        this.templates = templates;
    }

    public record Listed(String key, String category, boolean mandatory, List<String> channels, List<String> locales) {}

    public record Listing(List<Listed> templates) {}

    /// `expectedVersion` may stand in If-Match instead.
    public record Text(
            @Nullable String subject, @Nullable String notice, @Nullable String body, @Nullable Long expectedVersion) {}

    public record Preview(String subject, String notice, String text, String html) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/notifications/templates")
                        .roles(Role.MARKETING, Role.ADMIN, Role.SUPPORT)
                        .answers(200, Listing.class)
                        .summary("All templates")
                        .free(_ -> Answer.of(listing())),
                Route.get("/notifications/templates/{key}/{locale}")
                        .roles(Role.MARKETING, Role.ADMIN, Role.SUPPORT)
                        .answers(200, GetTemplate.Template.class)
                        .summary("One template as it is in use")
                        .reads((call, tx) -> found(call.path("key"), call.path("locale"), tx)),
                Route.put("/notifications/templates/{key}/{locale}")
                        .roles(Role.MARKETING, Role.ADMIN)
                        .body(Text.class)
                        .answers(200, GetTemplate.Template.class)
                        .summary("Changes a template")
                        .writes(this::change),
                Route.post("/notifications/templates/{key}/{locale}/preview")
                        .roles(Role.MARKETING, Role.ADMIN)
                        .body(Text.class)
                        .answers(200, Preview.class)
                        .key(Route.Key.NONE)
                        .summary("How a text would look, with sample values; changes nothing")
                        .free(this::preview));
    }

    private Listing listing() {
        return new Listing(Kinds.all().stream()
                .map(kind -> new Listed(
                        kind.key(), kind.category().name(), kind.mandatory(),
                        kind.channels().stream().map(Enum::name).toList(), letters.templates().locales(kind.key())))
                .toList());
    }

    private Answer<GetTemplate.Template> found(String key, String locale, Tx tx) {
        return templates.answer(new GetTemplate(key, locale), tx)
                .map(text -> Answer.of(text).version(text.version()))
                .orElseGet(() -> Answer.refused(Refusals.UNKNOWN_TEMPLATE));
    }

    private Answer<GetTemplate.Template> change(Call<Text> call, Tx tx) {
        var body = call.body();
        var version = body.expectedVersion() == null ? call.ifMatch().orElse(null) : body.expectedVersion();
        if (version == null) {
            return Answer.refused(new Refusal.Plain(
                    Refusal.Kind.PRECONDITION, "EXPECTED_VERSION_REQUIRED", "Send the version that was read."));
        }
        if (version < 1) {
            return Answer.refused(Refusals.invalid("INVALID_VERSION", "Versions begin at 1."));
        }
        var command = new UpsertTemplate(
                call.path("key"), call.path("locale"), or(body.subject()), or(body.notice()), or(body.body()), version);
        return switch (call.handle(command)) {
            case Outcome.Refused<Long>(var reason) -> Answer.refused(reason);
            case Outcome.Done<Long> _ -> found(command.templateKey(), command.locale(), tx);
        };
    }

    private Answer<Preview> preview(Call<Text> call) {
        var body = call.body();
        var text = new Template(
                call.path("key"), call.path("locale"), 1, or(body.subject()), or(body.notice()), or(body.body()));
        return TextCheck.problem(text, letters).<Answer<Preview>>map(Answer::refused).orElseGet(() -> {
            var shown = letters.preview(text);
            return Answer.of(new Preview(shown.subject(), shown.notice(), shown.text(), shown.html()));
        });
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
