package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.talenthub.DemoHome;
import org.talenthub.HubClient;
import org.talenthub.RunningHub;

/** The demo hub and the browser of all walks: started with the first one, ended after the last. Where there is no browser, no walk runs. */
class WalkedHub implements ParameterResolver {

    static final String PASSWORD = "demo-Hub-2026";

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path HOME = Path.of("target/browser-hub");

    private @Nullable RunningHub hub;
    private @Nullable ChromeDriver browser;
    private String site = "";

    ChromeDriver browser() {
        return Objects.requireNonNull(browser);
    }

    String site() {
        return site;
    }

    HubClient client() {
        return Objects.requireNonNull(hub).client(PASSWORD);
    }

    /** Where a walk may leave a file to upload. */
    static Path files() {
        return HOME;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == WalkedHub.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, k -> new Running(), Running.class)
                .hub;
    }

    private void start() throws IOException {
        if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
            String missing = "the browser walks did not run: there is no " + BROWSER + " with " + DRIVER
                    + " (apt-get install chromium chromium-driver fonts-noto-cjk)";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            System.out.println("[hub] " + missing);
            Assumptions.abort(missing);
        }
        DemoHome.copy(HOME);
        int port = RunningHub.freePort();
        site = "http://127.0.0.1:" + port;
        hub = RunningHub.start(HOME, port, "--hub.demo=true");
        browser = browser(Files.createDirectories(HOME.resolve("browser")));
    }

    /** Everything that the browser keeps lies in that directory. */
    private static ChromeDriver browser(Path files) {
        String own = files.toAbsolutePath().toString();
        ChromeOptions options = new ChromeOptions()
                .setBinary(BROWSER.toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--lang=zh-CN",
                        "--window-size=1440,1000",
                        "--user-data-dir=" + own + "/profile");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN,zh"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .withEnvironment(Map.of("HOME", own, "TMPDIR", own, "XDG_CONFIG_HOME", own, "XDG_CACHE_HOME", own))
                .withLogFile(new File(own, "driver.log"))
                .build();
        return new ChromeDriver(service, options);
    }

    private static final class Running implements AutoCloseable {

        private final WalkedHub hub = new WalkedHub();

        Running() {
            try {
                hub.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                if (hub.browser != null) {
                    hub.browser.quit();
                }
            } finally {
                if (hub.hub != null) {
                    hub.hub.close();
                }
            }
        }
    }
}
