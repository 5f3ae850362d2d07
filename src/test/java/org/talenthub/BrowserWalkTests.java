package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/** The main ways in a real browser, on a demo hub of its own: a station reports, the province finds, a visitor may not. */
class BrowserWalkTests {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path HOME = Path.of("target/browser-hub");
    private static final String PASSWORD = "demo-Hub-2026";
    private static final String NAME = "测赟翀昉劼";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private RunningHub hub;
    private ChromeDriver browser;
    private String site;

    @BeforeEach
    void start() throws Exception {
        if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
            String missing = "the browser walk did not run: there is no " + BROWSER + " with " + DRIVER
                    + " (apt-get install chromium chromium-driver fonts-noto-cjk)";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            System.out.println("[hub] " + missing);
            Assumptions.abort(missing);
        }
        FileSystemUtils.deleteRecursively(HOME);
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

    @AfterEach
    void stop() throws Exception {
        try {
            if (browser != null) {
                browser.quit();
            }
        } finally {
            if (hub != null) {
                hub.close();
            }
        }
    }

    @Test
    void aStationReportsTheProvinceFindsAndAVisitorMayNot() throws Exception {
        logIn("station");
        upload(new TalentRows().row(NAME).row(NAME + "乙", "出生年月", "上世纪").csv());
        assertThat(text("section[aria-labelledby=problems] table")).contains("出生年月");
        assertThat(text(".sheet"))
                .as("the row that needs work, as in the sheet")
                .contains("上世纪", NAME + "乙");
        click("form[action$='/commit'] button");
        seen(".notice[role=status] h2");
        assertThat(text(".page-head .tag")).isEqualTo("已提交");
        logOut();

        logIn("province");
        seen("#q").sendKeys(NAME, Keys.ENTER);
        WebElement hit = seen(".hit h2 a");
        assertThat(browser.findElements(By.cssSelector(".hit"))).hasSize(1);
        assertThat(hit.getText()).isEqualTo(NAME);
        hit.click();
        waiting().until(ExpectedConditions.urlContains("/talents/"));
        assertThat(text("#entity h1")).isEqualTo(NAME);
        assertThat(text("#entity")).contains("示例测试光电有限公司", "138****8000").doesNotContain("13800138000");
        String person = browser.getCurrentUrl();
        theKeyboardIsEnough();
        peopleAreCompared();
        logOut();
        nothingWentWrongInside();

        browser.get(person);
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

    /** From anywhere to a person by completions, through results by arrows, and back. */
    private void theKeyboardIsEnough() {
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

    private void peopleAreCompared() {
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

    private void press(CharSequence... keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }

    private void logIn(String user) {
        browser.get(site + "/login");
        seen("#username").sendKeys(user);
        seen("#password").sendKeys(PASSWORD);
        click("#login button");
        assertThat(seen(".account .who").getText()).isNotBlank();
    }

    private void logOut() {
        click(".account form button");
        waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".account a[href*='/login']")));
    }

    /** Ends on the preview. */
    private void upload(byte[] csv) throws Exception {
        click("nav.sections a[href='/imports']");
        click("a[href*='/imports/new']");
        click("input[name=feed][value=talent]");
        Path sheet = Files.write(HOME.resolve("采集表.csv"), csv).toAbsolutePath();
        present("#file").sendKeys(sheet.toString());
        seen("form[action$='/commit'] button");
        assertThat(text(".tally")).containsPattern("1\\s*新增").containsPattern("1\\s*需修改");
    }

    /** What the browser's console calls an error, a breach of the content security policy for instance. */
    private void nothingWentWrongInside() {
        List<LogEntry> errors = browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(e -> e.getLevel().intValue() >= Level.SEVERE.intValue())
                .toList();
        assertThat(errors).isEmpty();
    }

    private long status() {
        return ((Number) browser.executeScript("return performance.getEntriesByType('navigation')[0].responseStatus"))
                .longValue();
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(browser, PATIENCE);
    }

    private WebElement seen(String css) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
    }

    private WebElement present(String css) {
        return waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    }

    private void click(String css) {
        waiting()
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector(css)))
                .click();
    }

    private String text(String css) {
        return seen(css).getText();
    }
}
