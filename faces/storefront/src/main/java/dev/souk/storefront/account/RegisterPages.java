package dev.souk.storefront.account;

import dev.souk.pages.Fields;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Front;
import dev.souk.storefront.Wrong;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Opening an account. The answer is the same whether or not the address has one: its owner is told by mail.
public final class RegisterPages {
    private final Front front;

    public RegisterPages(Front front) {
        this.front = front;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/register", turn -> Front.signedIn(turn)
                        ? turn.go("/account")
                        : show(turn, 200, Fields.none(), Wrong.NOTHING)),
                Page.post("/register", this::register));
    }

    private Shown show(Turn turn, int status, Fields fields, Wrong wrong) {
        return turn.html(status, "register.jte", Map.of(
                "shell", front.own(turn, turn.words().say("register.title")), "fields", fields, "wrong", wrong,
                "back", turn.query("back").orElse(fields.get("back"))));
    }

    private Shown register(Turn turn) {
        var fields = turn.fields();
        if (fields.get("name").isEmpty()) {
            return show(turn, 422, fields, Wrong.in("name", "wrong.name"));
        }
        var body = new HashMap<String, Object>(Map.of(
                "email", fields.get("email"), "name", fields.get("name"), "password", fields.get("password"), "locale", turn.words().tag()));
        if (!fields.get("marketing").isEmpty()) {
            body.put("marketingConsent", true);
            body.put("consentVersion", ChoicePages.CONSENT_TEXT);
        }
        try {
            turn.api().act("POST", "/customers", body);
            return turn.html(200, "registered.jte", Map.of(
                    "shell", front.own(turn, turn.words().say("registered.title")), "email", fields.get("email"),
                    "back", fields.get("back")));
        } catch (Refused refused) {
            return switch (refused.code()) {
                case "INVALID_EMAIL" -> show(turn, 422, fields, Wrong.in("email", "wrong.email"));
                case "INVALID_NAME" -> show(turn, 422, fields, Wrong.in("name", "wrong.name"));
                case "PASSWORD_MISSING", "PASSWORD_TOO_SHORT" -> show(turn, 422, fields, Wrong.in("password", "wrong.PASSWORD_TOO_SHORT"));
                case "PASSWORD_TOO_LONG", "PASSWORD_COMMON" -> show(turn, 422, fields, Wrong.in("password", "wrong." + refused.code()));
                case "TOO_MANY_REQUESTS" -> show(turn, 429, fields, Wrong.because(refused.code()));
                default -> throw refused;
            };
        }
    }
}
