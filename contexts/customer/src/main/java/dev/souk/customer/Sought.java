package dev.souk.customer;

import dev.souk.customer.db.Json;
import dev.souk.platform.messaging.Trace;
import java.util.List;

/// What is looked for after an erasure, as it is kept for that time: texts that lead to the person (those of one entry
/// together), and whole names.
record Sought(List<List<String>> own, List<String> names) {
    static final Sought NOTHING = new Sought(List.of(), List.of());

    Sought {
        own = List.copyOf(own);
        names = List.copyOf(names);
    }

    static Sought of(String json) {
        return Json.MAPPER.readValue(json, Sought.class);
    }

    String json() {
        return Json.MAPPER.writeValueAsString(this);
    }

    List<Trace> traces() {
        return own.stream().map(Trace::new).toList();
    }
}
