package dev.souk.customer;

import dev.souk.platform.messaging.Message;
import dev.souk.platform.messaging.Received;
import dev.souk.platform.messaging.Tx;
import java.util.List;

/// A message with the transaction that publishes what follows from it; makes one code path of single and batch form.
record Asked<M extends Message>(M message, Tx tx) {
    static <M extends Message> List<Asked<M>> all(List<Received<M>> batch, Tx tx) {
        return batch.stream()
                .map(received -> new Asked<>(received.message(), tx.because(received)))
                .toList();
    }
}
