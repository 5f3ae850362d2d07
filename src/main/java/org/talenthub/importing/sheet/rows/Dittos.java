package org.talenthub.importing.sheet.rows;

import java.util.List;
import java.util.regex.Pattern;
import org.talenthub.common.Issue;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.contacts.Contacts;

/**
 * Marks that mean “as above”: they take the value of the row right above, in the same block of rows, and that is said. Where no such row
 * is, or the column holds what no two rows share, the mark is an error: a company called 同上 would be everybody's employer.
 */
public final class Dittos {

    private static final int LONGEST = 20;

    private static final Pattern ABOVE = Pattern.compile(
            "[(\\[【〔]?(?:[同仝如](?:上|前)(?:面|述|一?[行栏格条列])?(?:单位|公司|企业|人员?|专业|产业|地址|电话)?|[与和跟]上(?:面|一?[行栏格条])?(?:相)?同|[上同]|sameas(?:above)?|sameabove|asabove|same|上同|仝|ditto|do\\.|[-—－~]*[〃″‶˝〞〝〟”“\"„↑]+[-—－~]*|“”|\"\"|''|’’|‘‘|‘’|``|´´|′′|,,)[)\\]】〕]?[。.]?");

    private static final Pattern ELSEWHERE = Pattern.compile(
            "[(\\[【〔]?(?:[同仝](?:下|左|右|后)(?:面|一?[行栏格条列])?|同第?\\d+[行栏格条号]|见(?:上|下|前|左)[行栏格]?|[同仝如]上[(（,，、和及].*)[)\\]】〕]?[。.]?");

    /** One item of a list: 同上、芯片. */
    private static final Pattern ITEM = Pattern.compile("(?:.*[、，,；;])?[同仝]上[、，,；;].*|.*[、，,；;][同仝]上");

    private final Column[] columns;
    private final boolean moved;
    private String[] above = {};
    private int last;

    /** @param moved whether the rows stand in a correction workbook, where what was above may be gone */
    public Dittos(Column[] columns, boolean moved) {
        this.columns = columns.clone();
        this.moved = moved;
    }

    /**
     * Puts the values in place of the marks.
     *
     * @param texts of the columns, changed in place
     */
    public void resolve(int row, String[] texts, List<Issue> issues) {
        boolean adjoining = !moved && last == row - 1 && above.length == texts.length;
        for (int i = 0; i < texts.length; i++) {
            if (texts[i].isEmpty() || texts[i].length() > LONGEST) {
                continue;
            }
            String mark = Text.squeeze(texts[i]);
            if (ABOVE.matcher(mark).matches()) {
                texts[i] = value(columns[i], texts[i], adjoining ? above[i] : "", issues);
            } else if (ELSEWHERE.matcher(mark).matches()
                    || (columns[i].multi() && ITEM.matcher(mark).matches())) {
                texts[i] = refused(columns[i], texts[i], "check.cell.ditto.elsewhere", issues);
            }
        }
        above = texts.clone();
        last = row;
    }

    private String value(Column column, String mark, String value, List<Issue> issues) {
        if (column.field().equals("name") || column.type() == ColumnType.DOCUMENT_NUMBER) {
            return refused(column, mark, "check.cell.ditto.own", issues);
        }
        if (moved) {
            return refused(column, mark, "check.cell.ditto.moved", issues);
        }
        if (value.isEmpty()) {
            return refused(column, mark, "check.cell.ditto.nothing", issues);
        }
        Sentence read = column.sensitive()
                ? Sentence.of("check.cell.above.number")
                : Sentence.of("check.cell.above", Contacts.quoted(value));
        issues.add(Issue.warning(
                column.title(), "cell.ditto", Sentence.of("check.cell.ditto", Contacts.quoted(mark), read), mark));
        return value;
    }

    private static String refused(Column column, String mark, String key, List<Issue> issues) {
        issues.add(Issue.error(column.title(), "cell.ditto", Sentence.of(key, Contacts.quoted(mark)), mark));
        return "";
    }
}
