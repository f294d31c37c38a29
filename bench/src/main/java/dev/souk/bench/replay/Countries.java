package dev.souk.bench.replay;

import java.util.Map;

/// Country names of the data set as ISO 3166 codes.
final class Countries {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("Australia", "AU"), Map.entry("Austria", "AT"), Map.entry("Bahrain", "BH"),
            Map.entry("Belgium", "BE"), Map.entry("Brazil", "BR"), Map.entry("Canada", "CA"),
            Map.entry("Channel Islands", "JE"), Map.entry("Cyprus", "CY"), Map.entry("Czech Republic", "CZ"),
            Map.entry("Denmark", "DK"), Map.entry("EIRE", "IE"),
            Map.entry("Finland", "FI"), Map.entry("France", "FR"), Map.entry("Germany", "DE"),
            Map.entry("Greece", "GR"), Map.entry("Hong Kong", "HK"), Map.entry("Iceland", "IS"),
            Map.entry("Israel", "IL"), Map.entry("Italy", "IT"), Map.entry("Japan", "JP"),
            Map.entry("Lebanon", "LB"), Map.entry("Lithuania", "LT"), Map.entry("Malta", "MT"),
            Map.entry("Netherlands", "NL"), Map.entry("Norway", "NO"), Map.entry("Poland", "PL"),
            Map.entry("Portugal", "PT"), Map.entry("RSA", "ZA"), Map.entry("Saudi Arabia", "SA"),
            Map.entry("Singapore", "SG"), Map.entry("Spain", "ES"), Map.entry("Sweden", "SE"),
            Map.entry("Switzerland", "CH"), Map.entry("USA", "US"), Map.entry("United Arab Emirates", "AE"),
            Map.entry("United Kingdom", "GB"));

    private Countries() {}

    /// `XX` (an ISO user-assigned code) for what the data set does not say.
    static String code(String name) {
        return CODES.getOrDefault(name, "XX");
    }
}
