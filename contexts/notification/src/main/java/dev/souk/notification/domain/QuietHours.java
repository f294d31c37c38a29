package dev.souk.notification.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// The hours in which somebody wants to be left alone; equal ends mean none.
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    /// `now`, or the end of the quiet hours that it lies in.
    public Instant over(Instant now) {
        var here = now.atZone(zone);
        var time = here.toLocalTime();
        if (!quiet(time)) {
            return now;
        }
        var day = time.isBefore(to) ? here.toLocalDate() : here.toLocalDate().plusDays(1);
        var end = day.atTime(to).atZone(zone);
        if (!end.toInstant().isAfter(now)) {
            end = end.withLaterOffsetAtOverlap(); // the clocks were put back: that time of day comes twice
        }
        return end.toInstant();
    }

    private boolean quiet(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
    }
}
