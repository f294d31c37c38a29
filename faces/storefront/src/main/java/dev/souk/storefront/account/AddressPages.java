package dev.souk.storefront.account;

import dev.souk.pages.Fields;
import dev.souk.pages.Page;
import dev.souk.pages.Refused;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Countries;
import dev.souk.storefront.Front;
import dev.souk.storefront.Place;
import dev.souk.storefront.Wrong;
import dev.souk.storefront.shop.Address;
import dev.souk.storefront.shop.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The address book.
public final class AddressPages {
    private static final String BOOK = Frame.ME + "/addresses";
    private static final String HERE = "addresses";

    private final Frame frame;

    public AddressPages(Front front) {
        this.frame = new Frame(front);
    }

    /// All addresses.
    record Book(List<Person.Entry> addresses) {}

    public List<Page> pages() {
        return List.of(
                Page.get("/account/addresses", turn -> show(turn, 200, "")).signedIn(),
                Page.get("/account/addresses/new", turn -> edit(turn, 200, null, Fields.none(), Wrong.NOTHING)).signedIn(),
                Page.post("/account/addresses/new", this::add).signedIn(),
                Page.get("/account/addresses/{id}", this::open).signedIn(),
                Page.post("/account/addresses/{id}", this::change).signedIn(),
                Page.post("/account/addresses/{id}/default", this::prefer).signedIn(),
                Page.post("/account/addresses/{id}/remove", this::remove).signedIn());
    }

    private Shown show(Turn turn, int status, String refused) {
        return frame.show(turn, status, HERE, HERE, Map.of(
                "entries", turn.api().get(BOOK, Book.class).addresses(), "refused", refused));
    }

    private Shown edit(Turn turn, int status, @Nullable UUID id, Fields fields, Wrong wrong) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("id", id);
        model.put("fields", fields);
        model.put("wrong", wrong);
        model.put("country", fields.filled("countryCode").orElse(turn.words().locale().getCountry()));
        model.put("countries", Countries.of(turn.words().locale()));
        return frame.show(turn, status, HERE, "address", model);
    }

    private static Optional<Person.Entry> entry(Turn turn) {
        return turn.id("id").flatMap(id -> turn.api().get(BOOK, Book.class).addresses().stream()
                .filter(entry -> entry.addressId().equals(id)).findFirst());
    }

    private Shown open(Turn turn) {
        return entry(turn)
                .map(entry -> edit(turn, 200, entry.addressId(), new Fields(Place.values(entry.address())), Wrong.NOTHING))
                .orElseGet(turn::missing);
    }

    private Shown add(Turn turn) {
        return saved(turn, null, address -> turn.api().act("POST", BOOK, Map.of(
                "address", address, "kinds", List.of("SHIPPING", "BILLING"), "makeDefault", preferred(turn))));
    }

    private Shown change(Turn turn) {
        return entry(turn)
                .map(entry -> saved(turn, entry.addressId(), address -> turn.api().act("PATCH", BOOK + "/" + entry.addressId(), Map.of(
                        "address", address, "makeDefault", preferred(turn)))))
                .orElseGet(turn::missing);
    }

    private static boolean preferred(Turn turn) {
        return !turn.fields().get("preferred").isEmpty();
    }

    /// What is done with an address that is complete.
    private interface Keeping {
        void keep(Address address);
    }

    private Shown saved(Turn turn, @Nullable UUID id, Keeping keeping) {
        var fields = turn.fields();
        var wrong = Place.wrong(fields);
        var address = Place.address(fields);
        if (!wrong.isEmpty() || address.isEmpty()) {
            return edit(turn, 422, id, fields, new Wrong(wrong, ""));
        }
        try {
            keeping.keep(address.get());
            return Frame.done(turn, HERE, "saved");
        } catch (Refused refused) {
            if (refused.status() >= 500) {
                throw refused;
            }
            return edit(turn, 422, id, fields, Wrong.because(refused.code()));
        }
    }

    private Shown prefer(Turn turn) {
        return changed(turn, "PATCH", Map.of("makeDefault", true));
    }

    private Shown remove(Turn turn) {
        return changed(turn, "DELETE", null);
    }

    private Shown changed(Turn turn, String method, @Nullable Object body) {
        var id = turn.id("id");
        if (id.isEmpty()) {
            return turn.missing();
        }
        try {
            turn.api().act(method, BOOK + "/" + id.get(), body);
            return Frame.done(turn, HERE, method.equals("DELETE") ? "removed" : "saved");
        } catch (Refused refused) {
            if (refused.status() != 409) {
                throw refused;
            }
            return show(turn, 409, refused.code());
        }
    }
}
