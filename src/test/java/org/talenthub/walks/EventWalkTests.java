package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.talenthub.common.HubTime;

/** The dress rehearsal of an event: from the form to the result sheet, with a while without network at the desk. */
class EventWalkTests extends Walk {

    EventWalkTests(WalkedHub hub) {
        super(hub);
    }

    /** The browser tells of what it could not fetch while there was no network. */
    @Override
    boolean expected(String message) {
        return message.contains("ERR_INTERNET_DISCONNECTED");
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
        waiting().until(ExpectedConditions.urlMatches("/events/[0-9A-Za-z]+$"));
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
        browser.get(event + "/plan");
        fill("form[action$='/plan'] [name=seconds]", "3");
        sent("form[action$='/plan'] button");
        sent("form[action$='/publish'] button");
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
        assertThat(text("#results")).contains("1");
        assertThat(hub.client()
                        .get("province", "/api/v1" + event.substring(site.length()) + "/results")
                        .body()
                        .path("told")
                        .asInt())
                .as("tapped twice, counted once")
                .isOne();
    }
}
