package dev.souk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RouteTableTest {
    private final RouteTable<String> table = new RouteTable<>();

    private RouteTable.Found<String> find(String method, String... segments) {
        return Objects.requireNonNull(table.find(method, List.of(segments)));
    }

    @Test
    void a_literal_segment_wins_and_a_variable_catches_the_rest() {
        table.add("GET", "/orders/{id}", "one");
        table.add("GET", "/orders/mine", "mine");
        table.add("POST", "/orders/{order}/lines/{line}", "line");
        table.add("GET", "//hooks", "root");

        assertThat(find("GET", "api", "v1", "orders", "7").handler()).isEqualTo("one");
        assertThat(find("GET", "api", "v1", "orders", "mine").handler()).isEqualTo("mine");
        assertThat(find("HEAD", "api", "v1", "orders", "mine").handler()).isEqualTo("mine");
        assertThat(find("GET", "hooks").handler()).isEqualTo("root");
        var line = find("POST", "api", "v1", "orders", "mine", "lines", "2");
        assertThat(line.match().value("order")).isEqualTo("mine");
        assertThat(line.match().value("line")).isEqualTo("2");
        assertThat(table.find("GET", List.of("api", "v1", "orders"))).isNull();
        assertThat(table.find("GET", List.of("api", "v1", "orders", ""))).isNull();
        assertThat(find("PUT", "hooks").allow()).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void two_routes_for_one_address_do_not_start() {
        table.add("GET", "/orders/{id}", "one");
        assertThatThrownBy(() -> table.add("GET", "/orders/{other}", "two")).hasMessageContaining("declared twice");
        assertThatThrownBy(() -> table.add("GET", "/orders/*", "three")).isInstanceOf(IllegalArgumentException.class);
    }
}
