package org.talenthub.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talenthub.common.Issue;
import org.talenthub.importing.sheet.rows.SheetRow;

class CsvReadingTests extends SheetTests {

    private static final String HEAD = String.join(",", HEADER);
    private static final String ROW = "张一,男,1985-03,,本科,湖北示例单位,,";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, false, ','",
        "UTF-8, true, ';'",
        "GB18030, false, ','",
        "GBK, false, '\t'",
        "UTF-16LE, true, '\t'",
        "UTF-16LE, false, ','",
        "UTF-16BE, true, ','",
        "UTF-16BE, false, ';'"
    })
    void everyEncodingAndSeparator(String charset, boolean mark, String separator) throws IOException {
        String text = (mark ? "\uFEFF" : "") + (HEAD + "\r\n" + ROW + "\r\n").replace(",", separator);
        Path file = file("表.csv", text.getBytes(Charset.forName(charset)));

        List<SheetRow> rows = rows(file);

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().cells()).containsEntry("name", "张一").containsEntry("employerName", "湖北示例单位");
        assertThat(inspect(file).separator()).isEqualTo(separator);
    }

    @Test
    void rowNumbersAreASpreadsheetProgrammes() throws IOException {
        Path file = csv(
                "高层次人才信息采集表\n\n" + HEAD + "\n\"张\n一\",男,1985-03,,本科,单位,,\n\n,,,,,,,\n" + ROW + "\n填表人：王五,,,,,,电话,\n");

        assertThat(inspect(file).headerRow()).isEqualTo(3);
        assertThat(rows(file)).extracting(SheetRow::row).containsExactly(4, 7);
    }

    @Test
    void charactersBeyondGbkAndLineBreaksInQuotes() throws IOException {
        Path file = file(
                "表.csv", (HEAD + "\r\n张𫖯䶮,男,1985-03,,本科,\"湖北\n示例,单位\",,\r\n").getBytes(Charset.forName("GB18030")));

        SheetRow row = rows(file).getFirst();

        assertThat(row.cells()).containsEntry("name", "张𫖯䶮").containsEntry("employerName", "湖北\n示例,单位");
        assertThat(inspect(file).charset()).isEqualTo("GB18030");
    }

    @Test
    void tricksAgainstLostZerosAndLostDigits() throws IOException {
        Path file = csv(HEAD + "\n张一,男,1985-03,=\"0123456789\",本科,单位,'13800000000,\n"
                + "李二,男,1985-03,4.20101E+17,本科,单位,\t13800000000,1E+05\n");

        List<SheetRow> rows = rows(file);

        // the apostrophe is taken off where all traces are, when the cell is read as its column's
        assertThat(rows.get(0).cells())
                .containsEntry("documentNumber", "0123456789")
                .containsEntry("phone", "'13800000000");
        assertThat(rows.get(0).issues()).isEmpty();
        assertThat(rows.get(1).cells()).containsEntry("phone", "13800000000");
        assertThat(rows.get(1).issues()).extracting(Issue::code).containsExactly("number.precision");
    }

    @Test
    void formulaLikeTextStaysText() throws IOException {
        Path file = csv(HEAD + "\n=cmd|' /C calc'!A0,男,1985-03,,本科,单位,,@SUM(A1)\n");

        assertThat(rows(file).getFirst().cells())
                .containsEntry("name", "=cmd|' /C calc'!A0")
                .containsEntry("remark", "@SUM(A1)");
    }

    @Test
    void theFilesOwnWordStandsAloneForItsColumn() {
        Issue own = Issue.error("证件号码", "number.precision", "丢失", null);
        Issue check = Issue.error("证件号码", "id.checkdigit", "校验位", null);
        Issue other = Issue.error("姓名", "required", "必填", null);

        assertThat(new SheetRow(2, java.util.Map.of(), List.of(own)).with(List.of(check, other)))
                .containsExactly(own, other);
    }

    private Path csv(String text) throws IOException {
        return file("表.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
