package dev.souk.notification;

import dev.souk.notification.db.Queued;
import dev.souk.notification.text.Reader;
import java.util.Map;

/// Values that exist only at the moment of sending and are stored nowhere.
interface OneTimeLinks {
    /// @throws Gone when there is nothing to be sent any more
    Map<String, String> of(Queued row, Reader reader);

    /// The link has been used or is too old.
    final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Gone(String code) {
            super(code);
        }
    }
}
