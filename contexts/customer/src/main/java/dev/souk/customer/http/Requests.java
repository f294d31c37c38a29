package dev.souk.customer.http;

import dev.souk.contracts.Address;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Secret;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Bodies of requests.
public final class Requests {
    private Requests() {}

    /// The password goes on to identity and nowhere else; staff opens accounts without one.
    public record Register(
            @Nullable String email,
            @Nullable String name,
            @Nullable Secret password,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable Boolean marketingConsent,
            @Nullable String consentVersion) {
        @Nullable Refusal problem() {
            return Check.first(
                    Check.email(email), Check.name(name), Check.phone(phone), Check.locale("locale", locale),
                    Check.text("INVALID_CONSENT_VERSION", "consentVersion", consentVersion, 50),
                    Boolean.TRUE.equals(marketingConsent) && (consentVersion == null || consentVersion.isEmpty())
                            ? Refusal.invalid("CONSENT_VERSION_MISSING", "consentVersion says which text was agreed to.")
                            : null);
        }

        @Override
        public String toString() {
            return "Register";
        }
    }

    /// What is absent stays; an empty name or telephone number is removed.
    public record Update(
            @Nullable String email,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable String status,
            @Nullable Long expectedVersion) {
        @Nullable Refusal problem() {
            return Check.first(
                    email == null ? null : Check.email(email), Check.name(name), Check.phone(phone),
                    Check.locale("locale", locale));
        }

        @Override
        public String toString() {
            return "Update";
        }
    }

    public record NewAddress(
            @Nullable UUID addressId,
            @Nullable Address address,
            @Nullable List<@Nullable String> kinds,
            @Nullable Boolean makeDefault) {
        @Nullable Refusal problem() {
            return Check.first(Check.address(address), Check.kinds(kinds));
        }

        @Override
        public String toString() {
            return "NewAddress";
        }
    }

    public record ChangedAddress(
            @Nullable Address address, @Nullable List<@Nullable String> kinds, @Nullable Boolean makeDefault) {
        @Nullable Refusal problem() {
            return Check.first(
                    address == null ? null : Check.address(address), kinds == null ? null : Check.kinds(kinds));
        }

        @Override
        public String toString() {
            return "ChangedAddress";
        }
    }

    public record ChangedPreferences(
            @Nullable String language,
            @Nullable String currency,
            @Nullable Map<String, @Nullable List<@Nullable String>> notifications,
            @Nullable Long expectedVersion) {
        @Nullable Refusal problem() {
            return Check.first(
                    Check.locale("language", language), Check.currency(currency), Check.notifications(notifications));
        }
    }

    public record Agreed(@Nullable String purpose, @Nullable Boolean granted, @Nullable String textVersion) {
        private static final List<String> PURPOSES = List.of("MARKETING", "ANALYTICS", "PERSONALISATION");

        @Nullable Refusal problem() {
            return Check.first(
                    purpose != null && PURPOSES.contains(purpose)
                            ? null
                            : Refusal.invalid("INVALID_PURPOSE", "purpose is MARKETING, ANALYTICS or PERSONALISATION."),
                    granted == null ? Refusal.invalid("GRANTED_MISSING", "granted is true or false.") : null,
                    Check.required("INVALID_CONSENT_VERSION", "textVersion", textVersion, 50));
        }
    }

    public record Because(@Nullable String reason) {
        @Nullable Refusal problem() {
            return Check.required("INVALID_REASON", "reason", reason, 250);
        }
    }

    /// `confirm` is the word ERASE.
    public record Erase(@Nullable UUID requestId, @Nullable String confirm) {}

    public record Export(@Nullable UUID requestId) {}
}
