package dev.souk.backoffice.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What was placed by day, and where the newest orders stand.
public record Figures(List<Day> days, List<State> states, Instant asOf) {
    public static final Figures NONE = new Figures(List.of(), List.of(), Instant.EPOCH);

    public record Day(LocalDate day, String currency, long orders, long units, long revenue) {}

    public record State(String status, long orders) {}
}
