package dev.souk.backoffice.form;

import dev.souk.pages.Client;
import java.util.Optional;

/// An address with a query, built value by value; what is absent is left out.
public final class Query {
    private final StringBuilder text;
    private boolean first = true;

    public Query(String path) {
        this.text = new StringBuilder(path);
    }

    public Query and(String name, Optional<String> value) {
        value.filter(some -> !some.isEmpty()).ifPresent(some -> {
            text.append(first ? '?' : '&').append(name).append('=').append(Client.escaped(some));
            first = false;
        });
        return this;
    }

    public Query and(String name, String value) {
        return and(name, Optional.of(value));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
