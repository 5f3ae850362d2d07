package org.talenthub.accounts.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.web.QrCode;

class TotpTests {

    /** The secret of RFC 6238's appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six digits of the eight that appendix B lists for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds), 0)).hasValue(seconds / 30);
    }

    @Test
    void aCodeHoldsOneStepAroundItsOwnAndOnceOnly() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / 30;
        String code = Totp.code(SECRET, step);
        assertThat(Totp.step(SECRET, code, now.plusSeconds(30), 0)).hasValue(step);
        assertThat(Totp.step(SECRET, code, now.minusSeconds(30), 0)).hasValue(step);
        assertThat(Totp.step(SECRET, code, now.plusSeconds(90), 0)).isEmpty();
        assertThat(Totp.step(SECRET, code, now.minusSeconds(90), 0)).isEmpty();
        assertThat(Totp.step(SECRET, code, now, step)).as("used").isEmpty();
        assertThat(Totp.step(SECRET, "", now, 0)).isEmpty();
        assertThat(Totp.step(SECRET, "12345", now, 0)).isEmpty();
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenInBase32(String text, String written) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }

    @Test
    void theQrCodeIsAPictureOfItsOwn() {
        assertThat(QrCode.svg("otpauth://totp/hub:a?secret=MZXW6YTBOI"))
                .startsWith("<svg xmlns=")
                .contains("viewBox", "<path d=\"M")
                .endsWith("</svg>");
        assertThat(QrCode.image("x")).startsWith("data:image/svg+xml;base64,");
    }
}
