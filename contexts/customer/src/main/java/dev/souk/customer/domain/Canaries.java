package dev.souk.customer.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is looked for once somebody is erased: only what leads to this one person, so that nobody's erasure hangs on a
/// word that others use too.
///
/// - an e-mail address and a telephone number belong to one person;
/// - a line of an address does so only together with its postal code: there are many 1 High Streets;
/// - a name does when it has two words. `Rose` stands in half of all catalogues and says nothing alone. Even a whole
///   name may be one of the catalogue's own, of a brand or an author: then it is not counted either.
public final class Canaries {
    private static final int DIGITS_OF_A_NUMBER = 7;
    private static final int DIGITS_THAT_STAND_ALONE = 9;
    private static final int LETTERS_OF_A_NAME = 6;
    private static final int LETTERS_OF_A_LINE = 4;
    private static final int LETTERS_OF_A_PLACE = 3;

    private final Set<List<String>> own = new TreeSet<>(Comparator.comparing(Object::toString));
    private final Set<String> names = new TreeSet<>();

    public void email(@Nullable String address) {
        if (address != null && address.indexOf('@') > 0) {
            own.add(List.of(address.strip()));
        }
    }

    public void phone(@Nullable String number) {
        if (number == null) {
            return;
        }
        var digits = number.replaceAll("\\D", "");
        if (digits.length() >= DIGITS_OF_A_NUMBER) {
            own.add(List.of(number.strip()));
        }
        if (digits.length() >= DIGITS_THAT_STAND_ALONE) {
            own.add(List.of(digits));
        }
    }

    public void name(@Nullable String name) {
        if (name == null) {
            return;
        }
        var words = name.strip().split("\\s+");
        if (words.length > 1 && String.join("", words).length() >= LETTERS_OF_A_NAME) {
            names.add(String.join(" ", words));
            names.add(name.strip());
        }
    }

    public void address(String line, @Nullable String postalCode, @Nullable String city) {
        var place = postalCode == null || postalCode.isBlank() ? city : postalCode;
        if (place != null && place.strip().length() >= LETTERS_OF_A_PLACE && line.strip().length() >= LETTERS_OF_A_LINE) {
            own.add(List.of(line.strip(), place.strip()));
        }
    }

    /// Found together, the texts of one entry lead to the person.
    public List<List<String>> own() {
        return List.copyOf(own);
    }

    /// Whole names.
    public List<String> names() {
        return List.copyOf(names);
    }
}
