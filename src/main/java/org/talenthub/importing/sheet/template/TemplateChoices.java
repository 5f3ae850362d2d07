package org.talenthub.importing.sheet.template;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.reference.Column;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;

/** Drop-downs and input messages of the template. */
final class TemplateChoices {

    private static final int LAST_ROW = 20_000;
    /** Limits of the file format. */
    private static final int LIST_LIMIT = 255;

    private static final int PROMPT_LIMIT = 255;

    private final XSSFWorkbook book;
    private final XSSFSheet sheet;
    private final Dictionaries dictionaries;
    private final Locale locale;
    private final Map<String, String> named = new HashMap<>();

    TemplateChoices(XSSFWorkbook book, XSSFSheet sheet, Dictionaries dictionaries, Locale locale) {
        this.locale = locale;
        this.book = book;
        this.sheet = sheet;
        this.dictionaries = dictionaries;
    }

    /** Adds them to the columns from the given row on; the first of the feed's columns is the second of the sheet. */
    void add(List<Column> columns, int firstRow) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String dictionary = column.dictionary();
            DataValidationConstraint constraint = dictionary == null
                    ? helper.createTextLengthConstraint(
                            DataValidationConstraint.OperatorType.BETWEEN, "0", String.valueOf(column.maxLength()))
                    : choice(helper, dictionary);
            DataValidation validation =
                    helper.createValidation(constraint, new CellRangeAddressList(firstRow, LAST_ROW, i + 1, i + 1));
            // everyday words (博士 for 博士研究生毕业) and several values are welcome, so a list only offers
            boolean loose = dictionary != null;
            validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
            validation.setShowErrorBox(!loose);
            validation.setSuppressDropDownArrow(true);
            String title = column.named().in(locale);
            validation.createErrorBox(
                    Text.clip(title, 30),
                    Sentence.of("template.longest", column.maxLength()).in(locale));
            String prompt = prompt(column);
            validation.createPromptBox(Text.clip(title, 30), Text.clip(prompt, PROMPT_LIMIT - 1));
            validation.setShowPromptBox(!prompt.isEmpty());
            sheet.addValidationData(validation);
        }
    }

    private String prompt(Column column) {
        StringBuilder prompt = new StringBuilder();
        if (column.hint() != null) {
            prompt.append(Sentence.of("template.sentence", column.advice()).in(locale));
        }
        if (column.dictionary() != null && column.hint() == null) {
            prompt.append(Sentence.of("template.choose").in(locale));
        }
        if (column.multi()) {
            prompt.append(Sentence.of("template.several").in(locale));
        }
        return prompt.toString();
    }

    /** What may stand in the column: the entries at the top of a table with levels, else all. */
    static List<String> labels(Dictionary dictionary, Locale locale) {
        return dictionary.entries().stream()
                .filter(e -> e.parent() == null)
                .map(e -> e.named().in(locale))
                .toList();
    }

    private DataValidationConstraint choice(DataValidationHelper helper, String dictionary) {
        List<String> labels = labels(dictionaries.get(dictionary), locale);
        boolean fits = String.join(",", labels).length() <= LIST_LIMIT
                && labels.stream().noneMatch(l -> l.contains(","));
        return fits
                ? helper.createExplicitListConstraint(labels.toArray(String[]::new))
                : helper.createFormulaListConstraint(named.computeIfAbsent(dictionary, d -> name(d, labels)));
    }

    /** The list on a hidden sheet, under a name. */
    private String name(String dictionary, List<String> labels) {
        XSSFSheet lists = book.getSheet("字典");
        if (lists == null) {
            lists = book.createSheet("字典");
            book.setSheetHidden(book.getSheetIndex(lists), true);
        }
        int column = named.size();
        for (int i = 0; i < labels.size(); i++) {
            Row row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
            row.createCell(column).setCellValue(labels.get(i));
        }
        Name name = book.createName();
        name.setNameName("list_" + dictionary.replace('-', '_'));
        String letter = Text.columnName(column);
        name.setRefersToFormula("字典!$" + letter + "$1:$" + letter + "$" + labels.size());
        return name.getNameName();
    }
}
