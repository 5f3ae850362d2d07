package org.talenthub.reference.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCodesTests {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @CsvSource({
        "91429999MA9999005A,VALID",
        "91429999ma9999005a,VALID",
        "'91429999 MA999900-5A',VALID",
        "91429999MA9999005,LENGTH",
        "420199000012345,LENGTH",
        "91429999MA99990O5A,ALPHABET",
        "91429999MA99990中5A,ALPHABET",
        "91429999MA9999005B,CHECK_DIGIT"
    })
    void codesAreChecked(String typed, CreditCodes.Result result) {
        assertThat(CreditCodes.check(CreditCodes.normalise(typed))).isEqualTo(result);
    }

    @Test
    void generatedCodesHoldAndAnySingleMistakeShows() {
        Random random = new Random(32100);
        for (int i = 0; i < 2000; i++) {
            StringBuilder code = new StringBuilder("91429999");
            for (int j = 0; j < 8; j++) {
                code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            code.append(CreditCodes.organisationCheckDigit(code.substring(8)));
            code.append(CreditCodes.checkDigit(code.toString()));
            assertThat(CreditCodes.check(code.toString())).isEqualTo(CreditCodes.Result.VALID);
            int at = random.nextInt(17);
            int other = (ALPHABET.indexOf(code.charAt(at)) + 1 + random.nextInt(30)) % 31;
            code.setCharAt(at, ALPHABET.charAt(other));
            assertThat(CreditCodes.check(code.toString())).isEqualTo(CreditCodes.Result.CHECK_DIGIT);
        }
    }

    @Test
    void theInnerCodeIsCheckedToo() {
        String body = "91429999MA9999006";
        assertThat(CreditCodes.check(body + CreditCodes.checkDigit(body)))
                .isEqualTo(CreditCodes.Result.ORGANISATION_CHECK_DIGIT);
    }

    @Test
    void checkDigitsWantTheAlphabet() {
        assertThatThrownBy(() -> CreditCodes.checkDigit("9142999")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CreditCodes.organisationCheckDigit("MA99990-"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
