package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;

/** axe finds nothing on any kind of page, in both languages, by day and by night; and the frame's small helps are there. */
class AccessibilityWalkTests extends Walk {

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']})
              .then(r => done(r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary.split('\\n').slice(1, 2).join('')))))
              .catch(e => done(['axe: ' + e]));""";

    private static final String AXE = axe();

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

    @Test
    void everyPageOfAnOfficial() {
        logIn("province");
        Set<String> pages = new LinkedHashSet<>(List.of(
                "/",
                "/search?tab=talents",
                "/search?tab=talents&q=芯片",
                "/search?tab=demands",
                "/search?tab=enterprises",
                "/search?tab=talents&q=zzqqx",
                "/suspects",
                "/suspects?state=same",
                "/disputes",
                "/reporting",
                "/imports",
                "/imports/new",
                "/saved",
                "/lists",
                "/exports/demands",
                "/nowhere"));
        for (String tab : List.of("talents", "demands", "enterprises", "bases", "stations", "platforms")) {
            pages.add(first("/search?tab=" + tab, ".hit h2 a"));
        }
        pages.add(first("/imports", "table a[href^='/imports/']"));
        look(pages);
    }

    @Test
    void everyPageOfAStationAndOfAVisitor() {
        look(List.of("/", "/login", "/search?tab=demands", "/search?tab=stations"));
        logIn("station");
        look(List.of("/", "/search?tab=talents", "/reporting", "/imports", "/imports/new"));
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

    private void look(Iterable<String> pages) {
        for (String page : pages) {
            String other = page + (page.contains("?") ? "&" : "?") + "lang=";
            look(other + "zh-CN", false);
            look(other + "en", true);
        }
        browser.get(site + "/?lang=zh-CN");
        assertThat(findings).isEmpty();
    }

    private void look(String page, boolean night) {
        night(night);
        browser.get(site + page);
        // half faded in nothing has the contrast that it will have
        waiting()
                .until(b -> Boolean.TRUE.equals(browser.executeScript(
                        "return !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")));
        browser.executeScript("document.getAnimations().forEach(a => a.finish())");
        browser.executeScript(AXE);
        Object found = browser.executeAsyncScript(RUN);
        ((List<?>) Objects.requireNonNull(found)).forEach(f -> findings.add(page + (night ? " by night: " : ": ") + f));
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
