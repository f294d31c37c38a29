package dev.souk.app;

import dev.souk.contracts.identity.AddDemoAccount;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.route.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// People who work in the demo shop, with passwords and second factors of their own in each data directory.
final class DemoStaff {
    static final String FILE = "demo-staff.txt";

    private record Member(String name, List<Role> roles) {}

    private static final List<Member> MEMBERS = List.of(
            new Member("admin", List.of(Role.ADMIN)),
            new Member("admin2", List.of(Role.ADMIN)),
            new Member("support", List.of(Role.SUPPORT)),
            new Member("merchandiser", List.of(Role.MERCHANDISER, Role.MARKETING, Role.WAREHOUSE)),
            new Member("operator", List.of(Role.OPERATOR, Role.AUDITOR)),
            new Member("finance", List.of(Role.FINANCE, Role.FRAUD_ANALYST)));

    private DemoStaff() {}

    /// Hires them, and keeps on file what they sign in with.
    static void hire(Shop shop) {
        var lines = new StringBuilder("# Staff of the demo shop: address, password, key for an authenticator app\n");
        for (var member : MEMBERS) {
            var email = member.name() + "@demo.souk.example";
            var password = Handout.password();
            var totp = Handout.random(32);
            var roles = member.roles().stream().map(Role::name).toList();
            var made = shop.platform().bus().call(
                    new AddDemoAccount(new Secret(email), new Secret(password), new Secret(totp), roles), Cause.system(UUID.randomUUID()));
            if (made instanceof Outcome.Done<UUID>) {
                lines.append(email).append("  ").append(password).append("  ").append(totp).append('\n');
            }
        }
        Handout.keep(file(shop), lines.toString());
    }

    static Path file(Shop shop) {
        return shop.data().path().resolve(FILE);
    }
}
