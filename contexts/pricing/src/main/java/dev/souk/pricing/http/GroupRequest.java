package dev.souk.pricing.http;

import dev.souk.pricing.db.CustomerGroups.Assigned;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The group to put a customer into; null takes the customer out of any.
public record GroupRequest(@Nullable String customerGroup) {
    /// In which group a customer is. Without one the membership level counts; it is null for STANDARD.
    public record Kept(UUID customerId, @Nullable String customerGroup, @Nullable String level, long version) {
        static Kept of(Assigned a) {
            return new Kept(a.customerId(), a.group(), a.level(), a.version());
        }
    }

    /// A page of customers that are in a group; `next` is the `after` of the following page.
    public record Page(List<Kept> customers, @Nullable UUID next) {}
}
