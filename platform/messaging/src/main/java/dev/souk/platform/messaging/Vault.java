package dev.souk.platform.messaging;

import java.util.Optional;
import java.util.UUID;

/// Keeps one key a person. What is sealed under it can be read as long as the key is there; destroying the key erases
/// every copy of every value at once: in rows, journals, dead letters and backups.
public interface Vault {
    /// Seals a value (text, or a record that can be written as JSON). Makes the person's key at first use; the key is
    /// on disk when this returns.
    ///
    /// @throws SubjectErased when the person's key has been destroyed
    <T> Sealed<T> seal(UUID subject, T value);

    /// The value; empty once the person is erased.
    <T> Optional<T> open(Sealed<T> sealed, Class<T> type);

    /// A keyed hash, to look up what is stored sealed. The value must be normalised already (trimmed, lower case ...).
    String blind(String value);

    /// An id for somebody who is not known yet, for whom a key is there already: sealing under it waits for no disk.
    UUID newcomer();

    /// Destroys the key of a person for ever. There will be no other one. Doing it twice changes nothing.
    void destroy(UUID subject);

    /// The person's key has been destroyed: nothing about them is taken in any more.
    final class SubjectErased extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public SubjectErased(UUID subject) {
            super("the person " + subject + " is erased");
        }
    }
}
