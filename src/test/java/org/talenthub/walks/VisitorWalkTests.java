package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.talenthub.HubClient;
import org.talenthub.TalentRows;

/** A visitor: never meets a person, but open needs. */
class VisitorWalkTests extends Walk {

    private static final String NAME = "测芃芃";

    VisitorWalkTests(WalkedHub hub) {
        super(hub);
    }

    @Override
    boolean expected(String message) {
        return message.contains("/talents/") && message.contains("404");
    }

    @Test
    void noPersonIsShownAndNeedsAre() {
        hub.client()
                .imported(
                        "station",
                        "talent",
                        "一人.csv",
                        new TalentRows().row(NAME).csv(),
                        "commit");
        String person = hub.client()
                .get("province", "/api/v1/talents?q=" + HubClient.encode(NAME))
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(person).isNotBlank();
        browser.get(site + "/talents/" + person);
        assertThat(status()).isEqualTo(404);
        assertThat(browser.getPageSource()).doesNotContain(NAME);
        browser.get(site + "/search?q=" + NAME);
        assertThat(browser.getPageSource()).doesNotContain("示例测试光电有限公司");
        browser.get(site + "/search?tab=demands");
        click(".hit h2 a");
        waiting().until(ExpectedConditions.urlContains("/demands/"));
        assertThat(status()).isEqualTo(200);
        assertThat(text("#entity h1")).isNotBlank();
    }
}
