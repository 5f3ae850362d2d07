package org.talenthub.reference.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.reference.standards.IdNumbers.Fault;
import org.talenthub.reference.standards.IdNumbers.Valid;

class IdNumbersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** 429999 is no division: the numbers belong to nobody. */
    @Test
    void birthAndSexAreRead() {
        assertThat(IdNumbers.check("429999198503120017", TODAY))
                .isEqualTo(new Valid("429999198503120017", LocalDate.of(1985, 3, 12), true));
        assertThat(IdNumbers.check("４２９９９９１９８５０３１２００１７ ", TODAY)).isInstanceOf(Valid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "42999919850312001,LENGTH",
        "'',LENGTH",
        "42999919850312O017,CHARACTERS",
        "X29999198503120017,CHARACTERS",
        "429999198513120017,DATE",
        "429999202612010017,DATE",
        "429999850230001,DATE",
        "429999198503120018,CHECK"
    })
    void faultsAreNamed(String number, Fault fault) {
        assertThat(IdNumbers.check(number, TODAY)).isEqualTo(fault);
    }

    @Test
    void oldNumbersAreConverted() {
        assertThat(IdNumbers.check("429999850312001", TODAY))
                .isEqualTo(new Valid("429999198503120017", LocalDate.of(1985, 3, 12), true));
    }

    @Test
    void generatedNumbersHoldAndAnySingleMistakeShows() {
        Random random = new Random(11643);
        for (int i = 0; i < 2000; i++) {
            LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(25_000));
            int sequence = random.nextInt(1000);
            String body = "429999" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
            String number = body + IdNumbers.checkDigit(body);
            assertThat(IdNumbers.check(number, TODAY)).isEqualTo(new Valid(number, birth, sequence % 2 == 1));
            assertThat(IdNumbers.check(number.replace('X', 'x'), TODAY)).isInstanceOf(Valid.class);
            int at = random.nextInt(17);
            char other = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = number.substring(0, at) + other + number.substring(at + 1);
            assertThat(IdNumbers.check(wrong, TODAY)).isInstanceOf(Fault.class);
        }
    }

    @Test
    void checkDigitWantsDigits() {
        assertThatThrownBy(() -> IdNumbers.checkDigit("4299991985031200")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Against numbers collected by others; a failure names the line only, never the number. */
    @Test
    void agreesWithIndependentVectors() throws IOException {
        Path vectors = Path.of(System.getProperty("hub.material", "../shared/material"), "id-uscc-vectors.tsv");
        assumeTrue(Files.exists(vectors), "no vectors at " + vectors);
        int line = 0;
        for (String row : Files.readAllLines(vectors)) {
            line++;
            String[] cells = row.split("\t", -1);
            if (cells[0].startsWith("id")) {
                boolean valid = IdNumbers.check(cells[1], TODAY) instanceof Valid;
                boolean expected = cells[3].isEmpty() ? cells[2].equals("valid") : cells[3].equals("ok");
                assertThat(valid).as("line " + line).isEqualTo(expected);
            } else if (cells[0].equals("uscc")) {
                CreditCodes.Result result = CreditCodes.check(CreditCodes.normalise(cells[1]));
                assertThat(result).as("line " + line).isEqualTo(CreditCodes.Result.VALID);
            }
        }
        assertThat(line).isGreaterThan(50);
    }
}
