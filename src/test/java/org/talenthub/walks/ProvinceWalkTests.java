package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.talenthub.TalentRows;

/** An official of the province: finds a person, reads on by keyboard alone, compares two. */
class ProvinceWalkTests extends Walk {

    private static final String NAME = "测赟翀昉";

    ProvinceWalkTests(WalkedHub hub) {
        super(hub);
    }

    @BeforeEach
    void somebodyWasReported() {
        byte[] sheet = new TalentRows().row(NAME).csv();
        hub.client().imported("station", "talent", "一人.csv", sheet, "commit");
        logIn("province");
    }

    @Test
    void aPersonIsFoundAndRead() {
        seen("#q").sendKeys(NAME, Keys.ENTER);
        WebElement hit = seen(".hit h2 a");
        assertThat(browser.findElements(By.cssSelector(".hit"))).hasSize(1);
        assertThat(hit.getText()).isEqualTo(NAME);
        hit.click();
        waiting().until(ExpectedConditions.urlContains("/talents/"));
        assertThat(text("#entity h1")).isEqualTo(NAME);
        assertThat(text("#entity")).contains("示例测试光电有限公司", "138****8000").doesNotContain("13800138000");
    }

    /** From anywhere to a person by completions, through results by arrows, and back. */
    @Test
    void theKeyboardIsEnough() {
        browser.get(site + "/search?tab=talents&q=" + NAME);
        press("/");
        assertThat(browser.switchTo().activeElement().getAttribute("id")).isEqualTo("q");
        press(Keys.chord(Keys.CONTROL, "a"), NAME.substring(0, 3));
        seen("#suggestions [role=option]");
        press(Keys.ARROW_DOWN);
        assertThat(text("#suggestions [aria-selected=true]")).isEqualTo(NAME);
        press(Keys.ESCAPE);
        assertThat(browser.findElements(By.cssSelector("#suggestions [role=option]")))
                .isEmpty();
        press(Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("q="));
        browser.get(site + "/search?tab=talents");
        seen(".hit");
        press(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        String second = browser.findElements(By.cssSelector(".hit h2 a")).get(1).getText();
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo(second);
        String results = browser.getCurrentUrl();
        press(Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("/talents/"));
        assertThat(text("#entity h1")).isEqualTo(second);
        browser.navigate().back();
        waiting().until(ExpectedConditions.urlToBe(results));
        click("[data-dialog=language]");
        assertThat(text("#language")).contains("专长:光芯片");
        press(Keys.ESCAPE);
        waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.id("language")));
    }

    @Test
    void peopleAreCompared() {
        browser.get(site + "/search?tab=talents");
        seen(".hit");
        List<WebElement> boxes = browser.findElements(By.cssSelector("[data-compare]"));
        boxes.subList(0, 2).forEach(WebElement::click);
        String chosen = text("#tray ul");
        click("[data-compare-go]");
        waiting().until(ExpectedConditions.urlContains("/compare?"));
        assertThat(browser.findElements(By.cssSelector(".compare thead .name")))
                .hasSize(2)
                .allSatisfy(name -> assertThat(chosen).contains(name.getText()));
        click("[data-back]");
        waiting().until(ExpectedConditions.urlContains("/search?tab=talents"));
        seen("#tray [data-compare-clear]").click();
        waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.id("tray")));
        click("[data-toggle-view]");
        assertThat(seen(".results-table thead").getText()).contains("技术专长");
        click("[data-toggle-view]");
        seen(".hit");
    }
}
