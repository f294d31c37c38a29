package dev.souk.app;

import dev.souk.platform.route.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the platform and runs until it is stopped.
@Command(
        name = "up",
        description = "Starts the platform on a data directory; Ctrl-C stops it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpCommand implements Callable<Integer> {
    private static final Duration SAMPLE_LIFE = Duration.ofHours(12);

    @Option(names = "--port", defaultValue = "8080", description = "HTTP port (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(names = "--address", defaultValue = "127.0.0.1", description = "Interface to listen on (default: ${DEFAULT-VALUE})")
    private String address = "127.0.0.1";

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Data directory, made if missing (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--contexts", split = ",", paramLabel = "NAME", description = "Only these contexts, comma-separated (default: all)")
    private List<String> contexts = List.of();

    @Option(names = "--empty", description = "Do not load the demo shop into a new data directory")
    private boolean empty;

    @Option(names = "--no-rate-limits", description = "Do not limit how often a caller may call")
    private boolean unlimited;

    @Option(names = "--provider", paramLabel = "WHO", description = "Payment provider: own (default), stripe, or the address of a stand-in")
    private @Nullable String provider;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings, one name=value a line")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "One setting, for example cart.expiry=7d; wins over --config")
    private Map<String, String> settings = Map.of();

    @Override
    public Integer call() throws InterruptedException {
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, stopped), "stop"));
        try {
            runUntil(stop);
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private void runUntil(CountDownLatch stop) throws InterruptedException {
        var begun = System.nanoTime();
        try (var shop = Shop.open(new ShopConfig(data, address, port, contexts, settings()))) {
            fill(shop);
            greet(shop, Duration.ofNanos(System.nanoTime() - begun));
            stop.await();
            System.out.println("souk: stopping");
        }
        System.out.println("souk: stopped");
    }

    private static void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> settings() {
        var all = new HashMap<>(SettingsFile.read(file));
        all.putAll(settings);
        if (provider != null) {
            all.put("souk.provider", provider);
        }
        if (unlimited) {
            all.put("souk.rate-limits.enabled", "false");
        }
        return all;
    }

    private void fill(Shop shop) throws InterruptedException {
        if (!shop.data().isNew()) {
            return;
        }
        if (!empty && contexts.isEmpty() && !shop.production()) {
            DemoStaff.hire(shop);
            for (var first : ServiceLoader.load(FirstStart.class)) {
                System.out.println("souk: " + first.announcement());
                first.run(shop.address(), shop.mint());
            }
            DemoCustomers.settle(shop);
        }
        shop.data().filled();
    }

    private void greet(Shop shop, Duration taken) {
        System.out.printf("""

                Souk is running (started in %.1f s).
                  API            %s/api/v1
                  documentation  %s/docs
                  health         %s/actuator/health/readiness
                  provider       %s
                  data           %s
                """, taken.toMillis() / 1000.0, shop.address(), shop.address(), shop.address(), shop.provider(), shop.data().path());
        if (shop.production()) {
            System.out.println("\nCtrl-C stops it; what was answered is kept.\n");
            return;
        }
        if (Files.exists(DemoStaff.file(shop))) {
            System.out.println("  back office    " + shop.address() + "/backoffice");
            System.out.println("  console        " + shop.address() + "/console");
            System.out.println("  staff          ./souk staff prints passwords and codes; accounts in " + DemoStaff.file(shop));
        }
        if (Files.exists(DemoCustomers.file(shop))) {
            System.out.println("  customers      " + shop.address() + "/, accounts in " + DemoCustomers.file(shop));
        }
        System.out.println("\nTokens for trying, good for 12 hours (./souk token ROLE makes others):");
        var mint = shop.mint();
        for (var role : List.of(Role.CUSTOMER, Role.SUPPORT, Role.ADMIN)) {
            System.out.println("  " + role + "  " + mint.mint(TokenCommand.sample(role), List.of(role), SAMPLE_LIFE));
        }
        System.out.println("\nCtrl-C stops it; what was answered is kept.\n");
        if (!shop.faces().isEmpty()) {
            System.out.println("The shop: " + shop.address() + "/\n");
        }
    }
}
