package dev.souk.app;

import dev.souk.contracts.identity.AddDemoAccount;
import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Secret;
import dev.souk.platform.route.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/// People who work in the demo shop, with passwords and second factors of their own in each data directory.
final class DemoStaff {
    private static final String FILE = "demo-staff.txt";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

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
            var password = random(4) + "-" + random(4) + "-" + random(4) + "-" + random(4);
            var totp = random(32);
            var roles = member.roles().stream().map(Role::name).toList();
            var made = shop.platform().bus().call(
                    new AddDemoAccount(new Secret(email), new Secret(password), new Secret(totp), roles), Cause.system(UUID.randomUUID()));
            if (made instanceof Outcome.Done<UUID>) {
                lines.append(email).append("  ").append(password).append("  ").append(totp).append('\n');
            }
        }
        keep(file(shop), lines.toString());
    }

    static Path file(Shop shop) {
        return shop.data().path().resolve(FILE);
    }

    private static void keep(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(BASE32.charAt(RANDOM.nextInt(BASE32.length())));
        }
        return text.toString();
    }
}
