package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.talenthub.HubClient;

/** A terminal in a hall: it forgets who stood there, and goes on while the hub is away. */
class TerminalWalkTests extends Walk {

    TerminalWalkTests(WalkedHub hub) {
        super(hub);
    }

    /** Requests that a hub does not answer are what one of these walks is about. */
    @Override
    boolean expected(String message) {
        return message.contains("/terminal") || message.contains("favicon") || message.contains("net::ERR");
    }

    @Test
    void whoWalksAwayIsForgottenAfterANotice() {
        browser.get(site + "/terminal/demands?q=" + "%E8%8A%AF%E7%89%87");
        browser.get(site + "/terminal");
        browser.executeScript("sessionStorage.setItem('size', '150')");
        seen("[data-key='x']").click();
        assertThat(browser.findElement(By.id("ask")).getDomProperty("value")).isEqualTo("x");
        long from = System.nanoTime();

        later(65);
        assertThat(browser.executeScript("return document.querySelector('#idle').open"))
                .isEqualTo(false);
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(b -> (Boolean) browser.executeScript("return document.querySelector('#idle').open"));
        assertThat(Duration.ofNanos(System.nanoTime() - from).plusSeconds(65))
                .isBetween(Duration.ofSeconds(72), Duration.ofSeconds(80));
        assertThat(Integer.parseInt(text("#idle-left"))).isBetween(10, 15);

        later(10);
        new WebDriverWait(browser, Duration.ofSeconds(15)).until(b -> {
            Object left = browser.executeScript(
                    "return sessionStorage.getItem('size') === null && document.querySelector('#ask')?.value === '' && !document.querySelector('#idle').open");
            return Boolean.TRUE.equals(left);
        });
        assertThat(Duration.ofNanos(System.nanoTime() - from).plusSeconds(75))
                .isBetween(Duration.ofSeconds(87), Duration.ofSeconds(99));
        click("#back");
        HubClient.pause(500);
        assertThat(URI.create(browser.getCurrentUrl()).getPath()).isEqualTo("/terminal");
        assertThat(browser.getCurrentUrl()).doesNotContain("q=");
    }

    @Test
    void goesOnFromItsCacheWhileTheHubIsAway() throws Exception {
        try (Line line = new Line(URI.create(site).getPort())) {
            String hall = "http://127.0.0.1:" + line.port();
            browser.get(hall + "/terminal");
            waiting()
                    .until(
                            b -> Boolean.TRUE.equals(
                                    browser.executeAsyncScript(
                                            "const done = arguments[0]; caches.open('terminal-2').then(c => c.match('/terminal/platforms')).then(r => done(!!r && !!navigator.serviceWorker.controller))")));
            browser.get(hall + "/terminal/demands");
            String first = seen(".rows a").getAttribute("href");
            String demand = text(".rows a strong");
            // the sections' own pages are kept without anybody having looked at them
            waiting()
                    .until(b -> Boolean.TRUE.equals(browser.executeAsyncScript(
                            "const done = arguments[1]; caches.open('terminal-2').then(c => c.match(arguments[0] + '/code.svg')).then(r => done(!!r))",
                            first)));

            line.cut();
            // kept for half an hour: what was fetched then is shown still
            aged(29);
            browser.get(hall + "/terminal");
            assertThat(text(".as-of")).contains("数据截至");
            waiting().until(b -> seen(".offline").isDisplayed());
            for (String page : new String[] {
                "/terminal/demands",
                "/terminal/enterprises",
                "/terminal/bases",
                "/terminal/stations",
                "/terminal/platforms",
                "/terminal/list",
                "/terminal/named",
                "/terminal/chains",
                "/terminal/chains/OPTO",
                "/terminal/events"
            }) {
                browser.get(hall + page);
                assertThat(browser.findElements(By.cssSelector("#terminal h1")))
                        .as(page)
                        .hasSize(1);
            }
            browser.get(first);
            assertThat(text("#terminal h1")).isEqualTo(demand);
            assertThat((Long) browser.executeScript("return document.querySelector('figure img').naturalWidth"))
                    .isPositive();
            // what is older is not shown as if it were so
            aged(20);
            browser.get(hall + "/terminal/demands");
            assertThat(browser.getPageSource()).contains("暂时连不上");

            line.join();
            browser.get(hall + "/terminal/demands");
            assertThat(text(".rows a strong")).isNotBlank();
            waiting()
                    .until(b -> !browser.findElement(By.cssSelector(".offline")).isDisplayed());
        }
    }

    /** The page's clock goes on so many seconds at once. */
    private void later(int seconds) {
        browser.executeScript(
                "const now = Date.now; const on = arguments[0] * 1000; Date.now = () => now() + on;", seconds);
    }

    /** Makes everything that is kept so many minutes older. */
    private void aged(int minutes) {
        browser.executeAsyncScript("""
                const done = arguments[1];
                (async () => {
                  const cache = await caches.open('terminal-2');
                  for (const request of await cache.keys()) {
                    const kept = await cache.match(request);
                    const headers = new Headers(kept.headers);
                    headers.set('X-Kept-At', String(Number(headers.get('X-Kept-At')) - arguments[0] * 60000));
                    await cache.put(request, new Response(await kept.arrayBuffer(), { status: 200, headers }));
                  }
                })().then(() => done(true));""", minutes);
    }

    /** The line between hall and hub, which can be cut. */
    private static final class Line implements AutoCloseable {

        private final int hub;
        private final int port;
        private final Set<Socket> open = ConcurrentHashMap.newKeySet();
        private volatile ServerSocket door;

        Line(int hub) throws IOException {
            this.hub = hub;
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            this.port = door.getLocalPort();
            serve(door);
        }

        int port() {
            return port;
        }

        private void serve(ServerSocket at) {
            Thread.ofVirtual().start(() -> {
                while (!at.isClosed()) {
                    try {
                        Socket near = at.accept();
                        Socket far = new Socket(InetAddress.getLoopbackAddress(), hub);
                        open.add(near);
                        open.add(far);
                        Thread.ofVirtual().start(() -> pump(near, far));
                        Thread.ofVirtual().start(() -> pump(far, near));
                    } catch (IOException e) {
                        // cut
                    }
                }
            });
        }

        private static void pump(Socket from, Socket to) {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                in.transferTo(out);
            } catch (IOException e) {
                // either end is gone
            }
        }

        void cut() throws IOException {
            door.close();
            for (Socket s : open) {
                s.close();
            }
            open.clear();
        }

        void join() throws IOException {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            serve(door);
        }

        @Override
        public void close() throws IOException {
            cut();
        }
    }
}
