package dev.souk.bench.load;

import dev.souk.bench.http.Shopper;
import dev.souk.identity.secrets.Argon2;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.UUID;

/// A customer who signs in with address and password, each with an account of their own.
public record SignIns(int port) implements Load {
    private static final String PASSWORD = "seven quiet herons at dusk";
    private static final int HASHES = 40;

    @Override
    public String name() {
        return "sign-in";
    }

    @Override
    public User user(int number) throws IOException {
        var shopper = new Shopper(port, null);
        var email = "bench-" + number + "-" + UUID.randomUUID() + "@shop.example";
        var made = shopper.post(
                "/api/v1/customers",
                "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\",\"name\":\"Bench Shopper\"}");
        if (!made.good()) {
            throw new IOException("register: " + made.status() + " " + made.code());
        }
        return new User() {
            @Override
            public long once() throws IOException, Failed {
                var reply = shopper.post("/api/v1/oauth/token", "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}");
                if (reply.status() != 200) {
                    throw new Failed("sign in: " + reply.status() + " " + reply.code());
                }
                return -1;
            }

            @Override
            public void close() {
                shopper.close();
            }
        };
    }

    /// Processor time of the hash alone, as the platform makes it unless it is told otherwise: what a sign-in has to cost.
    static double hashMillis() {
        var argon2 = new Argon2(19 * 1024, 2);
        var stored = argon2.hash(PASSWORD);
        var threads = ManagementFactory.getThreadMXBean();
        long start = 0;
        for (int i = -HASHES; i < HASHES; i++) {
            if (i == 0) {
                start = threads.getCurrentThreadCpuTime();
            }
            if (!argon2.matches(PASSWORD, stored)) {
                throw new IllegalStateException("the hash does not fit its own password");
            }
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e6 / HASHES;
    }
}
