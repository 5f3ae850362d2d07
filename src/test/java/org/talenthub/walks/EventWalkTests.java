package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.talenthub.common.HubTime;
import tools.jackson.databind.JsonNode;

/** The dress rehearsal of an event: from the form to the result sheet, with a while without network at the desk. */
class EventWalkTests extends Walk {

    /** People who say that they come. */
    private static final int COMING = 6;

    EventWalkTests(WalkedHub hub) {
        super(hub);
    }

    /** The browser tells of what it could not fetch while there was no network, and of a link that is used up. */
    @Override
    boolean expected(String message) {
        return message.contains("ERR_INTERNET_DISCONNECTED") || message.contains("404");
    }

    private void fill(String css, String text) {
        WebElement field = seen(css);
        field.clear();
        field.sendKeys(text);
    }

    /** Clicks what sends a form, and waits until another page is there. */
    private void sent(String css) {
        WebElement button = seen(css);
        button.click();
        waiting().until(ExpectedConditions.stalenessOf(button));
    }

    private void network(boolean there) {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Those who were asked answer by their links, without an account: most come, one does not. */
    private void answered(String event) {
        browser.get(event + "/people");
        sent("form[action$='/people/invitations'] button");
        List<String> links = browser.findElements(By.cssSelector("[aria-labelledby=links-title] tbody code")).stream()
                .map(WebElement::getText)
                .map(link -> site + link.substring(link.indexOf("/event-answers/")))
                .toList();
        assertThat(links).hasSizeGreaterThan(COMING + 1);
        for (String link : links.subList(0, COMING)) {
            browser.get(link);
            click("#answer [name=consent]");
            sent("#answer button[value=true]");
            assertThat(text("#answer [role=status]")).isNotBlank();
        }
        String refuses = links.get(COMING);
        browser.get(refuses);
        sent("#answer button[value=false]");
        browser.get(refuses);
        assertThat(status()).as("a link is used up").isEqualTo(404);
        browser.get(event + "/people");
        assertThat(browser.findElements(By.cssSelector("[aria-labelledby=people-title] tbody .tag.accent")))
                .hasSize(COMING);
    }

    /** A meeting is taken, carried to a free place and put down without a mouse. */
    private void movedByKeys(String event) {
        seen("form[action$='/publish'] button");
        WebElement card = seen(".meeting-grid a.meeting");
        browser.executeScript("arguments[0].focus()", card);
        press(" ");
        WebElement free = seen(".meeting-grid td.can:not(:has(.meeting))");
        List<?> way = (List<?>) Objects.requireNonNull(browser.executeScript(
                "const at = arguments[0].closest('td'), to = arguments[1];"
                        + " return [to.closest('tr').rowIndex - at.closest('tr').rowIndex, to.cellIndex - at.cellIndex]",
                card,
                free));
        carry(((Number) way.get(0)).intValue(), Keys.ARROW_DOWN, Keys.ARROW_UP);
        carry(((Number) way.get(1)).intValue(), Keys.ARROW_RIGHT, Keys.ARROW_LEFT);
        press(Keys.ENTER);
        waiting().until(ExpectedConditions.stalenessOf(card));
        JsonNode plan = hub.client()
                .get("province", "/api/v1" + event.substring(site.length()) + "/plan")
                .body();
        assertThat(plan.path("origin").asString()).isEqualTo("MOVED");
        assertThat(plan.path("version").asInt()).isEqualTo(2);
    }

    private void carry(int cells, Keys on, Keys back) {
        for (int i = 0; i < Math.abs(cells); i++) {
            press(cells > 0 ? on : back);
        }
    }

    @Test
    void aWholeEvent() {
        logIn("province");
        String demands = hub.client()
                .get("province", "/api/v1/demands?size=6")
                .body()
                .path("items")
                .valueStream()
                .map(d -> d.path("id").asString())
                .collect(Collectors.joining("\n"));

        browser.get(site + "/events/new");
        fill("[name=name]", "彩排引才专列");
        fill("[name=from]", HubTime.today().plusDays(3).toString());
        fill("[name=to]", HubTime.today().plusDays(3).toString());
        fill("[name=region]", "420100");
        click("#form button.primary");
        waiting().until(ExpectedConditions.urlMatches("/events/(?!new)[0-9A-Za-z]+$"));
        String event = browser.getCurrentUrl();

        browser.get(event + "/people");
        fill("form[action$='/people/add'] textarea", demands);
        new Select(seen("form[action$='/people/add'] select")).selectByValue("demand");
        click("form[action$='/people/add'] button");
        seen("#p-E001");
        click("form[action$='/people/source'] button");
        seen("#p-T001");
        fill("#wishes [name=from]", "T001");
        fill("#wishes [name=to]", "E001");
        click("#wishes button");
        assertThat(text("#p-T001")).contains("E001");

        browser.get(event);
        sent("form[action$='/open'] button");
        answered(event);
        browser.get(event + "/plan");
        fill("form[action$='/plan'] [name=seconds]", "3");
        sent("form[action$='/plan'] button");
        movedByKeys(event);
        sent("form[action$='/publish'] button");
        assertThat(browser.findElements(By.cssSelector(".meeting-grid .meeting")))
                .isNotEmpty();
        browser.get(event + "/handbook?for=organiser");
        assertThat(browser.findElements(By.cssSelector("figure.handbook-code img")))
                .as("a code for the door on the page of everybody who comes, and one for the feedback form")
                .hasSize(COMING + 1);
        browser.get(event);
        sent("form[action$='/start'] button");

        browser.get(event + "/badges");
        List<WebElement> codes = browser.findElements(By.cssSelector(".badges img"));
        assertThat(codes).hasSizeGreaterThan(2);
        assertThat(codes.getFirst().getDomProperty("naturalWidth")).isNotEqualTo("0");
        browser.get(event + "/check-in?q=T001");
        click(".door-list button.primary");
        browser.get(event + "/check-in?q=T001");
        assertThat(text(".door-list li")).contains("T001");
        assertThat(browser.findElements(By.cssSelector(".door-list .tag.accent")))
                .hasSize(1);

        browser.get(event + "/outcomes");
        String tap = ".taps li:first-child form.tap > button[value=INTENT]";
        seen(tap);
        network(false);
        click(tap);
        click(tap);
        assertThat(text("#waiting [data-n]")).isEqualTo("2");
        assertThat(text(".taps li:first-child [data-now]")).isNotBlank();
        network(true);
        waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.id("waiting")));
        browser.navigate().refresh();
        assertThat(text(".taps li:first-child [data-now]")).isNotBlank();

        browser.get(event);
        sent("form[action$='/close'] button");
        List<String> total = browser.findElements(By.cssSelector("#people-by-kind tbody tr:first-child td")).stream()
                .map(WebElement::getText)
                .toList();
        assertThat(total.subList(1, 5)).as("applied, came, intent, signed").containsExactly("6", "1", "1", "0");
        JsonNode sheet = hub.client()
                .get("province", "/api/v1" + event.substring(site.length()) + "/results")
                .body();
        assertThat(sheet.path("told").asInt()).as("tapped twice, counted once").isOne();
        assertThat(sheet.at("/placements/INTENT").asInt())
                .as("what came of it is followed up as a placement")
                .isOne();
    }
}
