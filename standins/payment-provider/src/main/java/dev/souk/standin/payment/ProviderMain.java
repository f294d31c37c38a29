package dev.souk.standin.payment;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Runs the provider as a program of its own:
/// `--port N --ledger FILE [--webhook-url URL --webhook-secret TEXT]`.
public final class ProviderMain {
    private static final Set<String> OPTIONS = Set.of("--port", "--ledger", "--webhook-url", "--webhook-secret");

    private ProviderMain() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, String> options;
        try {
            options = options(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        var provider = new ProviderStandIn(Path.of(options.getOrDefault("--ledger", "payment-provider.jsonl")));
        var url = options.get("--webhook-url");
        if (url != null) {
            provider.webhooksTo(URI.create(url), options.getOrDefault("--webhook-secret", ""));
        }
        var server = new ProviderServer(provider, Integer.parseInt(options.getOrDefault("--port", "8099")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            provider.close();
        }));
        System.out.println("payment provider listening on http://127.0.0.1:" + server.port());
        Thread.currentThread().join();
    }

    private static Map<String, String> options(String[] args) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("usage: [--port N] [--ledger FILE] [--webhook-url URL --webhook-secret TEXT]");
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }
}
