package dev.souk.app;

import dev.souk.app.operations.OperatorRoutes;
import dev.souk.backoffice.Backoffice;
import dev.souk.console.Console;
import dev.souk.identity.Place;
import dev.souk.platform.face.Face;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.postgres.DatabaseException;
import dev.souk.platform.postgres.Platform;
import dev.souk.platform.postgres.PlatformConfig;
import dev.souk.platform.postgres.Provision;
import dev.souk.platform.postgres.UnknownSetting;
import dev.souk.platform.postgres.embedded.EmbeddedPostgres;
import dev.souk.platform.postgres.vault.VaultException;
import dev.souk.platform.postgres.vault.VaultPlace;
import dev.souk.platform.web.Served;
import dev.souk.platform.web.SigningKey;
import dev.souk.platform.web.TokenMint;
import dev.souk.platform.web.WebConfig;
import dev.souk.platform.web.WebServer;
import dev.souk.storefront.Storefront;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running platform on one data directory: PostgreSQL, the contexts, the provider's stand-in, the server. Started
/// in this order and stopped in the opposite one.
public final class Shop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shop.class);

    private static final String VAULT = "vault";

    private final ShopConfig config;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final DataDirectory data;
    private final boolean production;
    private final SigningKey key;
    private final IdentityIssuer tokens;
    private final CompletableFuture<URI> here = new CompletableFuture<>();
    private final ChosenProvider provider;
    private final EmbeddedPostgres postgres;
    private final Platform platform;
    private final List<Served> served;
    private final WebServer server;

    private Shop(ShopConfig config, DataDirectory data)
            throws IOException, InterruptedException, ExecutionException {
        this.config = config;
        this.data = started(data);
        try {
            requireFree(config);
            var meters = meters();
            production = config.production();
            if (production) {
                data.production();
            }
            key = production ? SigningKey.fresh() : SigningKey.in(data.path());
            Contexts.requireKnown(config.contexts());
            config.requireKnown(Contexts.names());
            tokens = started(new IdentityIssuer(here, Clock.systemUTC()));
            provider = started(ChosenProvider.of(config, data.path()));
            var database = meanwhile("postgres", () -> EmbeddedPostgres.start(
                    data.path().resolve("postgres"), EmbeddedPostgres.Durability.DURABLE));
            var listening = meanwhile("listen", () -> WebServer.listen(web(), meters, Clock.systemUTC()));
            var place = new Place(here::join, config.name(), production, config.limits().enabled());
            var contexts = Contexts.named(config.contexts(), new Contexts.Surroundings(provider.port(), place));
            postgres = database.get();
            platform = started(platform(contexts, meters));
            tokens.ask(platform.bus());
            served = served(platform, meters);
            server = started(listening.get());
            here.complete(publicAddress());
            server.serve(served, faces(), platform.vault());
            provider.tell(address());
            postgres.whenRestarted(() -> data.running(facts()));
            data.running(facts());
        } catch (Throwable t) {
            here.cancel(true);
            close();
            throw t;
        }
    }

    /// PostgreSQL needs the disk while Spring and Tomcat need a processor.
    private <T extends AutoCloseable> FutureTask<T> meanwhile(String name, Callable<T> start) {
        var task = new FutureTask<>(start);
        Thread.ofPlatform().name(name).start(task);
        parts.push(() -> {
            try {
                task.get().close();
            } catch (ExecutionException e) {
                LOG.debug("{} never started", name, e); // whoever waited for it has been told why
            }
        });
        return task;
    }

    /// Starts everything.
    ///
    /// @throws StartException when it cannot start, with a line that says why
    public static Shop open(ShopConfig config) {
        try {
            return new Shop(config, DataDirectory.open(config.data()));
        } catch (IOException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        } catch (UnknownSetting | VaultException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        } catch (DatabaseException e) {
            throw new StartException("the database cannot be used: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted", e);
        } catch (ExecutionException e) {
            var why = e.getCause() == null ? e : e.getCause();
            throw new StartException(why.getMessage() == null ? why.toString() : why.getMessage(), e);
        }
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }

    /// Asked before anything is started: with the database up it would cost seconds to find out.
    private static void requireFree(ShopConfig config) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(config.address(), config.port()));
        } catch (IOException e) {
            if (e instanceof BindException && String.valueOf(e.getMessage()).contains("in use")) {
                throw new StartException("port " + config.port() + " is in use (--port takes another)", e);
            }
            throw new StartException("cannot listen on " + config.address() + ":" + config.port() + ": " + e.getMessage(), e);
        }
    }

    private Platform platform(List<Context> contexts, PrometheusMeterRegistry meters) {
        var names = new ArrayList<>(contexts.stream().map(Context::name).toList());
        names.add(VAULT);
        var databases = Provision.databases("127.0.0.1", postgres.port(), postgres.password(), postgres.password(), names);
        var vault = new VaultPlace(Objects.requireNonNull(databases.get(VAULT)), config.masterKey());
        return Platform.start(
                PlatformConfig.of(databases, config.settings()).vault(vault).directories(List.of(data.path())), contexts, Clock.systemUTC(), meters);
    }

    private WebConfig web() {
        return WebConfig.on(config.port(), key)
                .address(config.address())
                .issuers(Issuers.of(config, tokens, key))
                .limits(config.limits())
                .scratch(data.path().resolve("web"));
    }

    private List<Served> served(Platform platform, PrometheusMeterRegistry meters) {
        var served = new ArrayList<Served>();
        platform.contexts().forEach(context -> served.add(Served.of(context)));
        served.add(new Operations(platform, meters).routes(OperatorRoutes.of(platform, provider.standIn(production))));
        served.add(Served.free("operations", new AuditRoutes(platform).routes()));
        return served;
    }

    /// What people see; nothing where the process runs only some contexts.
    List<Face> faces() {
        return config.contexts().isEmpty() || config.contexts().contains("all")
                ? List.of(new Storefront(config.storefront(provider.cardForm())),
                        new Backoffice(config.site(), provider.cardForm()),
                        new Console(config.site()))
                : List.of();
    }

    private static PrometheusMeterRegistry meters() {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ClassLoaderMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        return meters;
    }

    public URI address() {
        return URI.create("http://" + config.address() + ":" + server.port());
    }

    public Platform platform() {
        return platform;
    }

    /// Everything that is served, by context; the operator's routes last.
    public List<Served> served() {
        return List.copyOf(served);
    }

    /// Where browsers and clients reach it.
    private URI publicAddress() {
        return config.site().orElseGet(this::address);
    }

    /// Nothing of a demonstration is there.
    boolean production() {
        return production;
    }

    /// Tokens of the key file; a production platform believes none of them.
    public TokenMint mint() {
        return new TokenMint(key, Clock.systemUTC());
    }

    private Map<String, Object> facts() {
        return Map.of(
                "pid", ProcessHandle.current().pid(),
                "api", address(),
                "provider", provider.shown(),
                "postgresPort", postgres.port(),
                "postgresPid", postgres.pid());
    }

    /// Which payment provider is asked.
    String provider() {
        return provider.shown();
    }

    DataDirectory data() {
        return data;
    }

    /// Takes no more requests, lets those under way finish, stops the contexts, then PostgreSQL.
    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("souk: while stopping: " + e.getMessage());
            }
        }
    }
}
