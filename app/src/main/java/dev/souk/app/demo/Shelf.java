package dev.souk.app.demo;

import java.util.List;
import java.util.Locale;

/// The demo shop's categories; an article stands on the first shelf that a word of its name belongs to.
enum Shelf {
    CHRISTMAS("Christmas", "CHRISTMAS", "XMAS", "ADVENT", "SANTA", "REINDEER", "SNOW", "BAUBLE", "NOEL", "FAIRY"),
    LIGHTING("Lights & candles", "LIGHT", "LAMP", "LANTERN", "CANDLE", "T-LIGHT", "HOLDER", "INCENSE"),
    KITCHEN("Kitchen & table", "MUG", "CUP", "PLATE", "BOWL", "CAKE", "TEA", "COFFEE", "JAR", "TIN", "SPOON", "KITCHEN",
            "BAKING", "JUG", "GLASS", "NAPKIN", "LUNCH", "BOTTLE", "TRAY", "EGG", "RECIPE", "APRON", "PANTRY"),
    BAGS("Bags & purses", "BAG", "PURSE", "SHOPPER", "WALLET", "SUITCASE", "CASE"),
    JEWELLERY("Jewellery", "NECKLACE", "BRACELET", "EARRING", "EARRINGS", "RING", "BROOCH", "BEAD", "HAIR", "JEWELLED"),
    TOYS("Toys & children", "TOY", "DOLL", "CHILDRENS", "CHILDS", "GAME", "PUZZLE", "PLAY", "BABY", "SKITTLES", "JIGSAW"),
    PAPER("Paper & craft", "CARD", "WRAP", "PAPER", "NOTEBOOK", "STICKER", "STICKERS", "RIBBON", "PENCIL", "PENCILS", "PEN", "SEWING",
            "KNITTING", "TAPE", "STAMP", "TISSUE", "PARTY", "BUNTING"),
    GARDEN("Garden", "GARDEN", "PLANT", "FLOWER", "BIRD", "WATERING", "SEED", "HERB", "GNOME", "PARASOL"),
    HOME("Home", "CLOCK", "FRAME", "MIRROR", "CUSHION", "HOOK", "SIGN", "BOX", "DRAWER", "CABINET", "DOORMAT", "WALL", "HANGER",
            "RACK", "STOOL", "CHAIR", "TOWEL", "SOAP", "BATH", "BASKET", "HEART"),
    GIFTS("Other gifts");

    private final String title;
    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> words;

    Shelf(String title, String... words) {
        this.title = title;
        this.words = List.of(words);
    }

    String title() {
        return title;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Shelf of(String description) {
        var words = List.of(description.toUpperCase(Locale.ROOT).split("[^A-Z-]+", -1));
        for (var shelf : values()) {
            if (shelf.words.stream().anyMatch(word -> words.contains(word) || words.contains(word + "S"))) {
                return shelf;
            }
        }
        return GIFTS;
    }
}
