package dev.souk.backoffice.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Members of staff.
public record Staff(List<Member> items, @Nullable UUID next) {
    /// @param email masked
    public record Member(
            UUID identityId, @Nullable String email, boolean active, @Nullable Instant lastSignInAt, List<Role> roles) {}

    public record Role(String role, @Nullable UUID sellerId, @Nullable String locationId) {}

    public record Invited(UUID identityId, String inviteUrl, Instant expiresAt) {}

    public record Given(String status, @Nullable UUID requestId) {
        public boolean waits() {
            return status.equals("WAITING");
        }
    }

    public record Waiting(List<Request> items) {}

    public record Request(UUID requestId, UUID identityId, String role, String requestedBy, Instant requestedAt) {}

    public record Open(List<Session> items) {}

    public record Session(UUID sessionId, String clientId, List<String> methods, Instant signedInAt, Instant lastUsedAt, Instant endsAt) {}

    public record Clients(List<Client> items) {}

    public record Client(
            String clientId, String name, List<String> roles, List<String> redirectUris, boolean firstParty, boolean open,
            @Nullable Instant expiresAt, Instant createdAt, @Nullable Instant disabledAt) {}

    /// @param secret shown once
    public record Secret(String clientId, @Nullable String secret) {
        @Override
        public String toString() {
            return "Secret";
        }
    }
}
