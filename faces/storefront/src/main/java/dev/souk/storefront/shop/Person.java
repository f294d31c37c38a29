package dev.souk.storefront.shop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A customer, as she sees herself.
public record Person(
        UUID customerId,
        String email,
        @Nullable String name,
        @Nullable Instant registeredAt,
        @Nullable String phone,
        boolean emailVerified,
        @Nullable String pendingEmail,
        String level,
        long points,
        Preferences preferences,
        List<Consent> consents,
        List<Entry> addresses,
        long version) {
    /// @param notifications channels by kind of notice; what is not in it is as the shop does it
    public record Preferences(@Nullable String language, Map<String, List<String>> notifications, long version) {}

    public record Consent(String purpose, boolean granted, Instant at) {}

    /// An address in the book.
    public record Entry(UUID addressId, Address address, List<String> kinds, List<String> defaultFor) {
        public boolean preferred() {
            return defaultFor.contains("SHIPPING");
        }
    }

    public String called() {
        return name == null ? email : name;
    }

    public Optional<Entry> address(UUID id) {
        return addresses.stream().filter(entry -> entry.addressId().equals(id)).findFirst();
    }

    /// Where parcels go unless something else is said.
    public Optional<Entry> preferredAddress() {
        return addresses.stream().filter(Entry::preferred).findFirst()
                .or(() -> addresses.stream().filter(entry -> entry.kinds().contains("SHIPPING")).findFirst());
    }

    public Optional<Consent> consent(String purpose) {
        return consents.stream().filter(consent -> consent.purpose().equals(purpose)).findFirst();
    }
}
