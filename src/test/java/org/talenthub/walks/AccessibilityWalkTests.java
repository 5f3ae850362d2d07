package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.talenthub.Some;

/** axe finds nothing on any kind of page, in both languages, by day and by night; and the frame's small helps are there. */
class AccessibilityWalkTests extends Walk {

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']})
              .then(r => done(r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary.split('\\n').slice(1, 2).join('')))))
              .catch(e => done(['axe: ' + e]));""";

    private static final String AXE = axe();
    private static final String ID = "[0-9A-Z]{13}";

    private static final List<String> PAGES_OF_ALL = List.of(
            "/",
            "/login",
            "/help",
            "/help/official",
            "/help/operations",
            "/search?tab=demands",
            "/events",
            "/key-list",
            "/chains",
            "/carriers",
            "/calls",
            "/typical-cases",
            "/assessments/2025",
            "/terminal",
            "/terminal/list",
            "/terminal/demands",
            "/terminal/stations",
            "/terminal/named",
            "/terminal/chains",
            "/terminal/chains/OPTO",
            "/terminal/events",
            "/invitation/nowhere");

    private static final Map<String, List<String>> PAGES_OF_OTHERS = new TreeMap<>(Map.of(
            "wuhan", List.of("/", "/reporting", "/disputes", "/applications", "/boards", "/admin/accounts"),
            "station", List.of("/", "/search?tab=talents", "/reporting", "/imports", "/matches", "/applications"),
            "base", List.of("/", "/search?tab=demands", "/service-needs", "/boards", "/placements"),
            "matchmaker", List.of("/", "/events", "/matches", "/events/new", "/lists"),
            "admin", List.of("/", "/admin/accounts", "/admin/organisations", "/admin/indices", "/admin/audit")));

    private final List<String> findings = new ArrayList<>();

    AccessibilityWalkTests(WalkedHub hub) {
        super(hub);
    }

    private static String axe() {
        try (InputStream in = AccessibilityWalkTests.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void asBefore() {
        night(false);
        browser.manage().window().setSize(new Dimension(1440, 1000));
    }

    @Override
    boolean expected(String message) {
        return message.contains("404");
    }

    /** What an official lives in, in both languages, by day and by night. */
    @Test
    void thePagesOfEveryDay() {
        logIn("province");
        List<String> pages = new ArrayList<>(List.of("/", "/search?tab=talents&q=芯片", "/imports/new"));
        pages.add(first("/search?tab=talents", ".hit h2 a"));
        pages.add(first("/imports", "table a[href^='/imports/']"));
        for (String page : pages) {
            look(page, "zh-CN", false);
            look(page, "en", true);
        }
        nothingFound();
    }

    /** Every kind of page once; languages and modes by turns. */
    @Test
    @Tag("long")
    void everyPageOfTheProvince() {
        logIn("province");
        look(pagesOfTheProvince());
    }

    @Test
    @Tag("part")
    void aFewPagesOfTheProvince() {
        logIn("province");
        look(Some.of(pagesOfTheProvince(), 15));
    }

    private Set<String> pagesOfTheProvince() {
        Set<String> pages = new LinkedHashSet<>(List.of(
                "/search?tab=talents",
                "/search?tab=demands",
                "/search?tab=enterprises",
                "/search?tab=talents&q=zzqqx",
                "/suspects",
                "/suspects?state=same",
                "/disputes",
                "/reporting",
                "/imports",
                "/saved",
                "/saved/digest",
                "/lists",
                "/exports/demands",
                "/matches",
                "/placements",
                "/events",
                "/events/new",
                "/key-list",
                "/key-list/clusters",
                "/chains",
                "/chains/queue",
                "/regions/420100",
                "/carriers",
                "/calls",
                "/applications",
                "/service-needs",
                "/typical-cases",
                "/admin/audit",
                "/account",
                "/account/password",
                "/account/second-factor",
                "/nowhere"));
        for (String tab : List.of("demands", "enterprises", "bases", "stations", "platforms")) {
            pages.add(first("/search?tab=" + tab, ".hit h2 a"));
        }
        String person = first("/search?tab=talents", ".hit h2 a");
        String demand = first("/search?tab=demands&sort=newest", ".hit h2 a");
        pages.addAll(List.of(
                person + "/needs",
                person + "/access-log",
                person + "/erase",
                person + "/story",
                demand + "/candidates",
                demand + "/ring"));
        pages.addAll(links("/matches", "/matches/" + ID + "/" + ID, 1));
        pages.addAll(links("/boards", "/boards/[a-z-]+", 9));
        pages.addAll(links("/chains", "/chains/(?!queue)[A-Z_a-z-]+", 1));
        pages.addAll(links("/key-list", "/key-list/(?!clusters)[^/.]+", 1));
        pages.addAll(links("/calls", "/calls/" + ID, 1));
        pages.addAll(links("/applications", "/applications/" + ID, 1));
        String table = links("/carriers", "/assessments/[0-9]{4}", 1).getFirst();
        pages.add(table);
        List<String> card = links(table, table + "/" + ID, 1);
        pages.addAll(card);
        pages.addAll(links(card.getFirst(), card.getFirst() + "/rows[?].*", 1));
        pages.addAll(links("/typical-cases", "/typical-cases/" + ID, 1));
        for (String event : links("/events", "/events/" + ID, 1)) {
            for (String part : List.of("", "/people", "/plan", "/check-in", "/board", "/outcomes", "/edit")) {
                pages.add(event + part);
            }
        }
        return pages;
    }

    @Test
    @Tag("long")
    void everyPageOfOthers() {
        look(PAGES_OF_ALL);
        PAGES_OF_OTHERS.forEach((user, pages) -> {
            logIn(user);
            look(pages);
            logOut();
        });
    }

    @Test
    @Tag("part")
    void aFewPagesOfOthers() {
        look(Some.of(PAGES_OF_ALL, 6));
        PAGES_OF_OTHERS.forEach((user, pages) -> {
            logIn(user);
            look(Some.of(pages, 1));
            logOut();
        });
    }

    /** Nobody comes to these without a link that was given to him. */
    @Test
    void pagesBehindLinks() {
        String draft = hub.client()
                .get("wuhan", "/api/v1/applications?state=DRAFT")
                .body()
                .at("/items/0/id")
                .asString();
        String form = hub.client()
                .post("wuhan", "/api/v1/applications/" + draft + "/invitation")
                .body()
                .path("link")
                .asString();
        logIn("province");
        String event = links("/events?state=RUNNING", "/events/" + ID, 1).getFirst();
        String feedback = first(event, "#results a[href*='/event-feedback/']");
        String guest = hub.client()
                .get("province", "/api/v1" + event + "/participants?kind=TALENT")
                .body()
                .at("/items/0/id")
                .asString();
        String answer = hub.client()
                .post("province", "/api/v1" + event + "/invitations", "{\"participants\":[\"" + guest + "\"]}")
                .body()
                .at("/items/0/link")
                .asString();
        look(List.of(event + "/handbook", event + "/badges", "/applications/" + draft));
        logOut();
        for (String link : List.of(form, feedback, answer)) {
            String path = URI.create(link).getPath();
            look(path, "zh-CN", false);
            look(path, "en", true);
        }
        nothingFound();
    }

    @Test
    void theRowOfSectionsSaysThatItGoesOn() {
        logIn("province");
        for (int width : new int[] {390, 768}) {
            browser.manage().window().setSize(new Dimension(width, 900));
            browser.get(site + "/");
            assertThat(present(".sections").getDomAttribute("data-more"))
                    .as("at %d px", width)
                    .contains("end");
            WebElement more = seen(".sections-more.end");
            more.click();
            waiting()
                    .until(b -> String.valueOf(present(".sections").getDomAttribute("data-more"))
                            .contains("start"));
            assertThat(browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
                    .as("the page itself is not wider than the screen")
                    .isEqualTo(true);
        }
    }

    @Test
    void onPaperThereAreBarsAndNoButtons() {
        logIn("province");
        browser.get(site + "/");
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        try {
            assertThat(browser.findElements(By.cssSelector("main :is(button, .button)")).stream()
                            .filter(WebElement::isDisplayed)
                            .toList())
                    .isEmpty();
            assertThat(browser.findElements(By.cssSelector(".bars progress")))
                    .isNotEmpty()
                    .allMatch(b -> b.isDisplayed()
                            && b.getCssValue("print-color-adjust").equals("exact"));
        } finally {
            browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
    }

    private String first(String page, String css) {
        browser.get(site + page);
        String href = present(css).getDomAttribute("href");
        return Objects.requireNonNull(href);
    }

    /** The addresses of that form which a page leads to. */
    private List<String> links(String page, String form, int most) {
        browser.get(site + page);
        Object found = browser.executeScript(
                "return [...new Set([...document.querySelectorAll('main a[href]')].map(a => a.getAttribute('href').split('#')[0]))]"
                        + ".map(h => arguments[1] ? h : h.split('?')[0]).filter(h => new RegExp('^' + arguments[0] + '$').test(h))",
                form,
                form.contains("[?]"));
        List<String> links = ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).limit(most).toList();
        assertThat(links).as("links to %s on %s", form, page).isNotEmpty();
        return links;
    }

    private void look(Iterable<String> pages) {
        int turn = 0;
        for (String page : pages) {
            look(page, turn % 2 == 0 ? "zh-CN" : "en", turn % 4 > 1);
            turn++;
        }
        nothingFound();
    }

    private void nothingFound() {
        browser.get(site + "/?lang=zh-CN");
        assertThat(findings).isEmpty();
    }

    private void look(String page, String language, boolean night) {
        night(night);
        browser.get(site + page + (page.contains("?") ? "&" : "?") + "lang=" + language);
        // half faded in nothing has the contrast that it will have
        waiting()
                .until(b -> Boolean.TRUE.equals(browser.executeScript(
                        "return !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")));
        browser.executeScript("document.getAnimations().forEach(a => a.finish())");
        browser.executeScript(AXE);
        Object found = browser.executeAsyncScript(RUN);
        ((List<?>) Objects.requireNonNull(found))
                .forEach(f -> findings.add(page + " in " + language + (night ? " by night: " : ": ") + f));
        browser.manage().window().setSize(new Dimension(1440, 1000));
    }

    private void night(boolean on) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }
}
