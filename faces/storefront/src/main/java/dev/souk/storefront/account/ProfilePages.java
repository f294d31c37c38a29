package dev.souk.storefront.account;

import dev.souk.pages.Fields;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Front;
import dev.souk.storefront.Wrong;
import dev.souk.storefront.shop.Person;
import java.util.List;
import java.util.Map;

/// Name, telephone number, e-mail address.
public final class ProfilePages {
    private final Frame frame;

    public ProfilePages(Front front) {
        this.frame = new Frame(front);
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/account/profile", turn -> show(turn, 200, Fields.none(), Wrong.NOTHING)).signedIn(),
                Page.post("/account/profile", this::change).signedIn(),
                Page.post("/account/email", this::move).signedIn());
    }

    private Shown show(Turn turn, int status, Fields sent, Wrong wrong) {
        var person = turn.api().get(Frame.ME, Person.class);
        return frame.show(turn, status, "profile", "profile", Map.of("person", person, "sent", sent, "wrong", wrong));
    }

    private Shown change(Turn turn) {
        var fields = turn.fields();
        return sent(turn, Map.of("name", fields.get("name"), "phone", fields.get("phone")), "saved");
    }

    private Shown move(Turn turn) {
        return sent(turn, Map.of("email", turn.fields().get("email")), "email");
    }

    private Shown sent(Turn turn, Map<String, String> changes, String done) {
        try {
            turn.api().act("PATCH", Frame.ME, changes);
            return Frame.done(turn, "profile", done);
        } catch (Refused refused) {
            return switch (refused.code()) {
                case "INVALID_NAME" -> show(turn, 422, turn.fields(), Wrong.in("name", "wrong.name"));
                case "INVALID_PHONE" -> show(turn, 422, turn.fields(), Wrong.in("phone", "wrong.phone"));
                case "INVALID_EMAIL" -> show(turn, 422, turn.fields(), Wrong.in("email", "wrong.email"));
                default -> throw refused;
            };
        }
    }
}
