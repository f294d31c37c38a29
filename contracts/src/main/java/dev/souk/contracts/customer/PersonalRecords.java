package dev.souk.contracts.customer;

import dev.souk.platform.messaging.Tx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one context holds about people: how it gives it out, and how it lets go of it. [SubjectRequests] lets a context
/// answer with it.
public interface PersonalRecords {
    /// Everything about this person, as named lists of records with values in clear.
    Map<String, List<?>> about(UUID person, Tx tx);

    /// The person's key is destroyed already. Deletes what need not be kept, and takes out what could still lead to
    /// somebody. Doing it twice changes nothing.
    Forgotten forget(UUID person, Tx tx);

    /// What has become of the records.
    ///
    /// @param pseudonymised kept, with something taken out
    /// @param retained kept under an id without a name
    /// @param basis why they may be kept; null when none are
    record Forgotten(int deleted, int pseudonymised, int retained, @Nullable String basis) {}
}
