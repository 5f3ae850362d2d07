package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person's way through the site in a real browser, on the demo hub that all walks share. */
@Tag("walk")
@Tag("demo")
@ResourceLock("browser")
@ExtendWith(WalkedHub.class)
abstract class Walk {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final WalkedHub hub;
    final ChromeDriver browser;
    final String site;

    Walk(WalkedHub hub) {
        this.hub = hub;
        this.browser = hub.browser();
        this.site = hub.site();
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        browser.get(site + "/login");
        browser.manage().deleteAllCookies();
        browser.manage().logs().get(LogType.BROWSER);
    }

    @AfterEach
    void nothingWentWrongInside() {
        List<LogEntry> errors = browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(e -> e.getLevel().intValue() >= Level.SEVERE.intValue())
                .filter(e -> !expected(e.getMessage()))
                .toList();
        assertThat(errors)
                .as("what the browser's console calls an error, a breach of the content security policy for instance")
                .isEmpty();
    }

    /** An error that the walk itself was after: the browser complains of every 404. */
    boolean expected(String message) {
        return false;
    }

    void press(CharSequence... keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }

    void logIn(String user) {
        browser.get(site + "/login");
        seen("#username").sendKeys(user);
        seen("#password").sendKeys(WalkedHub.PASSWORD);
        click("#login button");
        assertThat(seen(".account .who").getText()).isNotBlank();
    }

    void logOut() {
        click(".account form button");
        waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".account a[href*='/login']")));
    }

    long status() {
        return ((Number) browser.executeScript("return performance.getEntriesByType('navigation')[0].responseStatus"))
                .longValue();
    }

    WebDriverWait waiting() {
        return new WebDriverWait(browser, PATIENCE);
    }

    WebElement seen(String css) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    WebElement present(String css) {
        return waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    }

    void click(String css) {
        waiting()
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector(css)))
                .click();
    }

    String text(String css) {
        return seen(css).getText();
    }
}
