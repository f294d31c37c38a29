package dev.souk.bench.load;

import java.io.IOException;

/// One kind of operation, as one user performs it again and again.
public interface Load {
    /// A user with a connection and a memory of its own.
    interface User extends AutoCloseable {
        /// Performs the operation once.
        ///
        /// @return the latency to record in microseconds, or a negative number to let the driver measure the whole call
        /// @throws Failed when the answer was not the expected one
        long once() throws IOException, Failed;

        @Override
        void close();
    }

    String name();

    User user(int number) throws IOException;

    /// The operation did not end as it should.
    final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        public Failed(String message) {
            super(message);
        }
    }
}
