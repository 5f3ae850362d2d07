package org.talenthub.importing.sheet.template;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.Looks;
import org.talenthub.reference.Column;
import org.talenthub.reference.English;
import org.talenthub.reference.Feed;
import org.talenthub.reference.standards.Dictionaries;

/** The template's second sheet: for every column what to write, what is allowed, why it is asked and how it is protected. */
final class TemplateGuide {

    static final Sentence NAME = Sentence.of("template.guide");

    private static final List<Sentence> TITLES = Stream.of(
                    "column", "required", "how", "allowed", "example", "purpose", "protection")
            .map(t -> Sentence.of("template.guide." + t))
            .toList();
    private static final int[] WIDTHS = {18, 10, 40, 60, 28, 34, 24};

    private TemplateGuide() {}

    static void add(XSSFWorkbook book, Feed feed, Dictionaries dictionaries, Locale locale) {
        XSSFSheet sheet = book.createSheet(NAME.in(locale));
        XSSFCellStyle plain = Looks.plain(book);
        XSSFCellStyle title = Looks.plain(book);
        title.setFont(Looks.font(book, 14, true, Looks.INK));
        XSSFCellStyle header = Looks.header(book, Looks.PALE, Looks.INK);
        Templates.cell(sheet.createRow(0), 0, feed.named().in(locale) + "　" + NAME.in(locale), title);
        Templates.cell(
                sheet.createRow(1),
                0,
                Sentence.of("template.basis", English.said(feed.legalBasis())).in(locale),
                plain);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, TITLES.size() - 1));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, TITLES.size() - 1));
        Row head = sheet.createRow(2);
        for (int i = 0; i < TITLES.size(); i++) {
            Templates.cell(head, i, TITLES.get(i).in(locale), header);
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        int at = 3;
        for (Column column : feed.columns()) {
            List<String> line = List.of(
                    column.named().in(locale),
                    Sentence.of(column.required() ? "template.required" : "template.optional")
                            .in(locale),
                    how(column).in(locale),
                    allowed(column, dictionaries, locale),
                    column.example(),
                    English.said(column.purpose()).in(locale),
                    Sentence.of("template.privacy." + column.privacy().name()).in(locale));
            Row row = sheet.createRow(at++);
            for (int i = 0; i < line.size(); i++) {
                Templates.cell(row, i, line.get(i), plain);
            }
        }
        sheet.createFreezePane(1, 3);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private static Sentence how(Column column) {
        Sentence kind = switch (column.type()) {
            case CODE, DATE, YEAR, INTEGER, MONEY_RANGE, USCC, REGION, URL, EMAIL, PHONE, DOCUMENT_NUMBER ->
                Sentence.of("template.kind." + column.type().name());
            default -> Sentence.of("template.kind.text", column.maxLength());
        };
        Sentence hint = column.hint() == null ? Sentence.plain("") : Sentence.of("template.how.hint", column.advice());
        Sentence several = column.multi() ? Sentence.of("template.how.several") : Sentence.plain("");
        return Sentence.of("template.how", kind, hint, several);
    }

    private static String allowed(Column column, Dictionaries dictionaries, Locale locale) {
        String dictionary = column.dictionary();
        if (dictionary == null) {
            return "";
        }
        Sentence list = Sentence.list(TemplateChoices.labels(dictionaries.get(dictionary), locale));
        return (column.strict() ? list : Sentence.of("template.loose", list)).in(locale);
    }
}
