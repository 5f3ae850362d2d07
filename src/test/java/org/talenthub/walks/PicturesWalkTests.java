package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.talenthub.HubClient;
import tools.jackson.databind.JsonNode;

/**
 * Makes the pictures of the README and the guides from the hub as it is: {@code mvn test -Dtest=PicturesWalkTests -DargLine=-Dhub.pictures=docs/pictures}.
 * Whoever changes what they show makes them anew.
 */
@EnabledIfSystemProperty(named = "hub.pictures", matches = ".+")
class PicturesWalkTests extends Walk {

    private static final Dimension SIZE = new Dimension(1200, 860);

    PicturesWalkTests(WalkedHub hub) {
        super(hub);
    }

    @Test
    void search() throws IOException {
        logIn("province");
        browser.get(site + "/search?tab=talents&q=" + HubClient.encode("武汉 激光 博士"));
        seen(".hit");
        picture("search");
    }

    @Test
    void preview() throws IOException {
        byte[] sheet = Files.readAllBytes(Path.of("batch-jobs/talent/samples/messy-wrong.csv"));
        JsonNode batch = hub.client().imported("station", "talent", "采集表.csv", sheet, "preview");
        logIn("station");
        browser.get(site + "/imports/" + batch.path("id").asString());
        seen("main table");
        picture("preview");
    }

    @Test
    void candidates() throws IOException {
        JsonNode demand = hub.client()
                .get("province", "/api/v1/demands?q=" + HubClient.encode("激光") + "&size=1")
                .body()
                .path("items")
                .path(0);
        logIn("province");
        browser.get(site + "/demands/" + demand.path("id").asString() + "/candidates");
        seen(".candidate-head");
        picture("candidates");
    }

    @Test
    void event() throws IOException {
        JsonNode event = hub.client()
                .get("province", "/api/v1/events?state=PUBLISHED&size=1")
                .body()
                .path("items")
                .path(0);
        logIn("province");
        browser.get(site + "/events/" + event.path("id").asString() + "/plan");
        seen(".meeting-grid a.meeting");
        picture("event");
    }

    private void picture(String name) throws IOException {
        Dimension before = browser.manage().window().getSize();
        browser.manage().window().setSize(SIZE);
        browser.executeScript("document.activeElement && document.activeElement.blur(); window.scrollTo(0, 0)");
        HubClient.pause(500);
        Path place = Path.of(System.getProperty("hub.pictures"), name + ".png");
        Files.createDirectories(place.toAbsolutePath().getParent());
        Files.write(place, browser.getScreenshotAs(OutputType.BYTES));
        browser.manage().window().setSize(before);
        assertThat(place).isNotEmptyFile();
    }
}
