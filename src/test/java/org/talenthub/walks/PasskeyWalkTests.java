package org.talenthub.walks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Protocol;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;

/** An official makes a passkey, signs in by it alone and after the password, and deletes it. */
class PasskeyWalkTests extends Walk {

    private static final String WHO = "yichang";

    /** Passkeys belong to a name; an address of numbers has none. */
    private final String named;

    private VirtualAuthenticator device;

    PasskeyWalkTests(WalkedHub hub) {
        super(hub);
        this.named = site.replace("127.0.0.1", "localhost");
    }

    @BeforeEach
    void withADevice() {
        browser.get(named + "/login");
        browser.manage().deleteAllCookies();
        device = browser.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(Protocol.CTAP2)
                .setTransport(Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
    }

    @AfterEach
    void withoutIt() {
        browser.removeVirtualAuthenticator(device);
        browser.get(named + "/login");
        browser.manage().deleteAllCookies();
    }

    @Test
    void aPasskeySignsInAloneAndIsTheSecondFactor() {
        password();
        assertThat(seen(".account .who").getText()).isNotBlank();
        browser.get(named + "/account/second-factor");
        seen("#passkey input[name=label]").sendKeys("试用的设备");
        click("#passkey button");
        seen(".codes");
        assertThat(browser.findElements(By.cssSelector(".codes li"))).hasSize(10);
        assertThat(device.getCredentials()).hasSize(1).allMatch(c -> c.isResidentCredential());

        logOut();
        browser.get(named + "/login");
        click("#passkey button");
        seen(".account .who");
        assertThat(text(".account .who")).contains("市");
        browser.get(named + "/account/second-factor");
        assertThat(text("#passkeys table")).contains("试用的设备");

        // the password alone is half of it
        logOut();
        password();
        seen("#code");
        assertThat(browser.getCurrentUrl()).endsWith("/login/code");
        browser.get(named + "/imports");
        assertThat(browser.getCurrentUrl()).endsWith("/login/code");
        click("#passkey button");
        seen(".account .who");

        // whom the device does not recognise it lets in nowhere
        logOut();
        device.setUserVerified(false);
        browser.get(named + "/login");
        click("#passkey button");
        waiting()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.cssSelector("[data-passkey-state]"), "没有完成"));
        device.setUserVerified(true);
        click("#passkey button");
        seen(".account .who");

        browser.get(named + "/account/second-factor");
        click("#passkeys table button");
        assertThat(text("#factor-page .notice")).contains("已删除");
        logOut();
        browser.get(named + "/login");
        click("#passkey button");
        assertThat(text("#login-page .notice"))
                .as("what is deleted opens nothing")
                .contains("没有通过");
        password();
        assertThat(seen(".account .who").getText()).isNotBlank();
    }

    private void password() {
        browser.get(named + "/login");
        seen("#username").sendKeys(WHO);
        seen("#password").sendKeys(WalkedHub.PASSWORD);
        click("#login button");
    }
}
