package dev.souk.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One headless browser for all test classes that ask for it. Without one on the machine they are skipped, unless
/// `SOUK_BROWSER=required`.
public final class Chromium implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Chromium.class);
    private static final Path PROGRAM = Path.of(System.getenv().getOrDefault("SOUK_CHROMIUM", "/usr/bin/chromium"));

    /// The running browser.
    record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (!"required".equals(System.getenv("SOUK_BROWSER"))) {
            Assumptions.assumeTrue(Files.isExecutable(PROGRAM),
                    "no browser: apt-get install chromium, or name one in SOUK_CHROMIUM");
        }
        return context.getRoot().getStore(HERE).computeIfAbsent(Running.class, _ -> start(), Running.class).browser();
    }

    static Running start() {
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Running(playwright, playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(PROGRAM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync"))));
    }
}
