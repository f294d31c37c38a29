package dev.souk.tests.souk;

import dev.souk.app.DemoCustomers;
import dev.souk.app.Shop;
import dev.souk.app.ShopConfig;
import dev.souk.app.demo.DemoShop;
import dev.souk.bench.measure.Target;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.postgres.RunningContext;
import dev.souk.platform.postgres.embedded.EmbeddedPostgres;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import dev.souk.platform.web.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The whole platform in this process, on a data directory of its own, empty, without rate limits.
public final class RunningSouk implements AutoCloseable {
    /// Kept, because a logger that nobody holds forgets its level.
    private static final Logger JUL = Logger.getLogger("");
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final Path data;
    private final ShopConfig config;
    private Shop shop;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Given given;

    private RunningSouk(Path data, Map<String, String> settings) {
        this.data = data;
        this.config = new ShopConfig(data, "127.0.0.1", 0, List.of(), settings);
        this.shop = Shop.open(config);
        this.given = new Given(this);
    }

    static RunningSouk start() {
        return start(Map.of("souk.rate-limits.enabled", "false"));
    }

    /// Another platform beside the shared one, for settings of its own.
    public static RunningSouk start(Map<String, String> settings) {
        JUL.setLevel(Level.SEVERE);
        try {
            var data = Files.createTempDirectory("souk-tests-");
            Logbook.begin();
            return new RunningSouk(data, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With the articles of the demo shop.
    public RunningSouk withDemoShop() throws InterruptedException {
        new DemoShop().run(shop.address(), shop.mint());
        return this;
    }

    /// With the people who buy in the demo shop; answers the file that says how they sign in.
    public Path demoCustomers() throws InterruptedException {
        return DemoCustomers.settle(shop);
    }

    /// Where shoppers find it.
    public URI address() {
        return shop.address();
    }

    /// Words for what a test needs to be there.
    public Given given() {
        return given;
    }

    public Api guest() {
        return new Api(http, shop.address(), null, null);
    }

    public Api customer(UUID id) {
        return as(id, Role.CUSTOMER);
    }

    public Api as(Role... roles) {
        return as(UUID.randomUUID(), roles);
    }

    public Api as(UUID subject, Role... roles) {
        return guest().token(shop.mint().mint(subject, List.of(roles), TOKEN_LIFE));
    }

    /// What a signed-in member of staff has in the browser.
    public String token(Role... roles) {
        return shop.mint().mint(UUID.randomUUID(), List.of(roles), TOKEN_LIFE);
    }

    /// A token that ended a while ago.
    public Api expired(UUID subject, Role... roles) {
        return guest().token(shop.mint().mint(subject, List.of(roles), Duration.ofMinutes(-10)));
    }

    public Platform platform() {
        return shop.platform();
    }

    public List<RunningContext> contexts() {
        return shop.platform().contexts();
    }

    public RunningContext context(String name) {
        return contexts().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /// Every declared route, those of operations included.
    public Stream<Route<?, ?>> routes() {
        return shop.served().stream().map(Served::routes).flatMap(List::stream);
    }

    /// Databases and the provider's address, for those who look behind the counter.
    public Target behind() {
        try {
            return Target.of(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops, forgets what every context has heard of its neighbours, starts again, and waits until all journals have
    /// been heard from their beginning once more.
    public void replayed() throws IOException, InterruptedException, SQLException {
        var names = contexts().stream().map(RunningContext::name).toList();
        shop.close();
        try (var server = EmbeddedPostgres.start(data.resolve("postgres"), EmbeddedPostgres.Durability.DURABLE)) {
            for (var name : names) {
                try (var session = DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + server.port() + "/souk_" + name, "postgres", server.password());
                        var statement = session.createStatement()) {
                    statement.execute("update cursor set position = 0");
                }
            }
        }
        shop = Shop.open(config);
        Await.until("all journals have been heard again", () -> shop.platform().quiet());
    }

    @Override
    public void close() throws IOException {
        shop.close();
        http.close();
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
