package dev.souk.standin.payment;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the provider's pages say, in one language.
record PageWords(Locale locale, Map<String, String> texts) {
    private static final PageWords ENGLISH = new PageWords(Locale.UK, Map.ofEntries(
            Map.entry("lang", "en"),
            Map.entry("form.title", "Pay by card"),
            Map.entry("form.number", "Card number"),
            Map.entry("form.expiry", "Valid until (MM/YY)"),
            Map.entry("form.cvc", "Security code"),
            Map.entry("form.go", "Use this card"),
            Map.entry("form.note", "Stand-in provider: takes test cards only, such as 4242 4242 4242 4242."),
            Map.entry("wrong.number", "This is no test card of the stand-in provider."),
            Map.entry("wrong.expiry", "Please check the date: month and year, not in the past."),
            Map.entry("wrong.cvc", "The security code has three or four digits."),
            Map.entry("wrong.answer", "The provider does not answer. Please try again."),
            Map.entry("question.title", "Is it you?"),
            Map.entry("question.text", "Your bank asks you to confirm this payment."),
            Map.entry("question.amount", "Amount"),
            Map.entry("question.card", "Card ending in"),
            Map.entry("question.yes", "Confirm the payment"),
            Map.entry("question.no", "Refuse it"),
            Map.entry("question.note", "Stand-in for a bank’s 3-D Secure page.")));
    private static final PageWords GERMAN = new PageWords(Locale.GERMANY, Map.ofEntries(
            Map.entry("lang", "de"),
            Map.entry("form.title", "Mit Karte zahlen"),
            Map.entry("form.number", "Kartennummer"),
            Map.entry("form.expiry", "Gültig bis (MM/JJ)"),
            Map.entry("form.cvc", "Prüfziffer"),
            Map.entry("form.go", "Diese Karte nehmen"),
            Map.entry("form.note", "Übungs-Zahlungsdienst: nimmt nur Testkarten, etwa 4242 4242 4242 4242."),
            Map.entry("wrong.number", "Das ist keine Testkarte des Übungs-Zahlungsdienstes."),
            Map.entry("wrong.expiry", "Bitte prüfen Sie das Datum: Monat und Jahr, nicht vergangen."),
            Map.entry("wrong.cvc", "Die Prüfziffer hat drei oder vier Stellen."),
            Map.entry("wrong.answer", "Der Zahlungsdienst antwortet nicht. Bitte versuchen Sie es wieder."),
            Map.entry("question.title", "Sind Sie es?"),
            Map.entry("question.text", "Ihre Bank bittet Sie, diese Zahlung zu bestätigen."),
            Map.entry("question.amount", "Betrag"),
            Map.entry("question.card", "Karte endet auf"),
            Map.entry("question.yes", "Zahlung bestätigen"),
            Map.entry("question.no", "Ablehnen"),
            Map.entry("question.note", "Stellvertreter der 3-D-Secure-Seite einer Bank.")));

    static PageWords of(@Nullable String language) {
        return "de".equals(language) ? GERMAN : ENGLISH;
    }

    String get(String key) {
        return texts.getOrDefault(key, key);
    }

    String money(long minor, String currency) {
        var unit = Currency.getInstance(currency);
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(unit);
        return format.format(BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()));
    }

    /// Puts the texts where a page names them.
    String into(String page) {
        var done = page;
        for (var text : texts.entrySet()) {
            done = done.replace("{{" + text.getKey() + "}}", text.getValue());
        }
        return done;
    }
}
