package dev.souk.console.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists that are looked up.
public final class Reference {
    private Reference() {}

    public record Contracts(List<Contract> items) {}

    public record Contract(String name, String version, String kind, String context, List<String> from, List<String> to) {}

    public record Member(String name, String type, boolean optional, boolean personal) {}

    public record Detail(Contract contract, List<Member> members, @Nullable String example) {}

    public record Timers(List<Timer> items) {}

    public record Timer(
            String context, String name, long everyMs, @Nullable Instant lastAt, @Nullable Long lastTookMs, long runs,
            long found, long nextInMs, @Nullable String error) {}

    public record Models(List<Model> items) {}

    public record Model(
            String context, String model, boolean running, long done, long total, @Nullable Comparison last, boolean failed) {}

    public record Comparison(
            String context, String model, long rows, String digest, long rebuiltRows, String rebuiltDigest, long differing,
            boolean exchanged) {
        public boolean equal() {
            return rows == rebuiltRows && digest.equals(rebuiltDigest) && differing == 0;
        }
    }
}
