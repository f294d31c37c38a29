package dev.souk.checkout.db;

import tools.jackson.databind.json.JsonMapper;

/// How checkout writes what it keeps as text.
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}
}
