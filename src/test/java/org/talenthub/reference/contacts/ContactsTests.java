package org.talenthub.reference.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.talenthub.reference.standards.CreditCodes;
import org.talenthub.reference.standards.IdNumbers;

/** What people write where others read it, and what only looks like that. */
class ContactsTests {

    /** False friends. */
    static Stream<String> others() throws IOException {
        try (InputStream in = ContactsTests.class.getResourceAsStream("/contacts/others.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/contacts/spellings.tsv", delimiter = '\t', quoteCharacter = '`')
    void everySpellingIsMasked(String text, String masked) {
        assertThat(Contacts.mask(text)).isEqualTo(masked);
        assertThat(Contacts.find(masked)).as("a mask is no number").isEmpty();
        String within = "负责光芯片封装（" + text + "），2019-2023 年主持 3 项";
        assertThat(Contacts.find(within)).as(within).hasSameSizeAs(Contacts.find(text));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatOnlyLooksLikeANumberStaysWhole(String text) {
        assertThat(Contacts.find(text)).as(text).isEmpty();
        assertThat(Contacts.mask("主持 " + text)).isEqualTo("主持 " + text);
    }

    /** Separators anywhere; what then reads as dates, as round numbers or as the address of a computer is nobody's phone. */
    @Test
    void numbersAreFoundHoweverTheyAreCut() {
        Random random = new Random(20261116);
        for (int i = 0; i < 20_000; i++) {
            String mobile = "1" + (3 + random.nextInt(7)) + digits(random, 9);
            String written = cut(random, mobile);
            if (!written.matches(
                    "(?:19|20)\\d\\d\\D{1,3}\\d{1,2}\\D.*|(?:\\d+00\\D{1,3})*\\d+00|(?:\\d{1,3}[.·]){3}\\d{1,3}")) {
                found(written, ContactKind.MOBILE, mobile);
            }
            String body = "42" + digits(random, 4) + (1930 + random.nextInt(80)) + "0" + (1 + random.nextInt(9)) + "1"
                    + random.nextInt(10) + digits(random, 3);
            String id = body + IdNumbers.checkDigit(body);
            found(cut(random, id), ContactKind.RESIDENT_ID, id);
            String local = (2 + random.nextInt(7)) + digits(random, 7);
            String between = List.of("-", " ", ")", "—", "－", "", "/").get(random.nextInt(7));
            found("027" + between + local, ContactKind.LANDLINE, "027-" + local);
        }
    }

    private static void found(String written, ContactKind kind, String value) {
        for (String text : List.of(written, "请联系" + written + "，谢谢")) {
            assertThat(Contacts.find(text)).as(text).singleElement().satisfies(c -> {
                assertThat(c.kind()).isEqualTo(kind);
                assertThat(c.value()).isEqualTo(value);
            });
        }
    }

    /** Blanks of several kinds, dashes, dots, slashes, in full width too. */
    private static String cut(Random random, String number) {
        List<String> separators = List.of(" ", "-", ".", "—", "·", "_", "/", " - ", "\u00a0", "‑", "－", "　", "\u200b");
        boolean wide = random.nextInt(5) == 0;
        int often = random.nextInt(6);
        StringBuilder cut = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            cut.append(wide ? (char) (c + 0xfee0) : c);
            if (i + 1 < number.length() && random.nextInt(10) < often) {
                cut.append(separators.get(random.nextInt(separators.size())));
            }
        }
        return cut.toString();
    }

    private static String digits(Random random, int n) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < n; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    @Test
    void codesYearsAndSumsStayWholeWhateverTheirDigits() {
        Random random = new Random(20261117);
        for (int i = 0; i < 20_000; i++) {
            String organisation = digits(random, 8);
            String code =
                    "91" + "42" + digits(random, 4) + organisation + CreditCodes.organisationCheckDigit(organisation);
            int year = 1960 + random.nextInt(70);
            int month = 1 + random.nextInt(12);
            for (String text : List.of(
                    code + CreditCodes.checkDigit(code),
                    "ZL" + year + (1 + random.nextInt(3)) + digits(random, 7) + "." + random.nextInt(10),
                    "GB/T " + (1 + random.nextInt(59_999)) + "." + (1 + random.nextInt(40)) + "-" + year,
                    year + "-" + (year + 4),
                    year + "." + month + "-" + (year + 4) + "." + month,
                    "%d-%02d-%02d".formatted(year, month, 1 + random.nextInt(28)),
                    "产值" + (1 + random.nextInt(9)) + digits(random, random.nextInt(12)) + "万元",
                    "HX-" + digits(random, 4 + random.nextInt(9)),
                    "978-7-" + digits(random, 2) + "-" + digits(random, 6) + "-" + random.nextInt(10),
                    "项目编号：" + digits(random, 8 + random.nextInt(8)))) {
                String within = "主持" + text + "相关工作";
                assertThat(Contacts.find(text)).as(text).isEmpty();
                assertThat(Contacts.find(within)).as(within).isEmpty();
            }
        }
    }

    @Test
    void aMessageHidesEvenWhatIsNoRightNumber() {
        assertThat(Contacts.strict("420106198513120018 与 91420100MA4K12345X"))
                .isEqualTo("42***************8 与 91420100MA4K12345X");
        assertThat(Contacts.strict("１２３４５６７８９０１２")).doesNotContain("３４５６７８");
        assertThat(Contacts.quoted("光芯片，139-7186-2522，或者微信联系都可以")).isEqualTo("“光芯片，139****2522，或者微信…”");
    }
}
