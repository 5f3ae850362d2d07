package org.talenthub.reference.cells;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Masks;
import org.talenthub.reference.Parsed;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contacts;

/** One row while its cells are read. */
public final class Row {

    private static final int LONGEST_VALUE = 200;
    private static final Pattern BIRTH_YEAR = Pattern.compile("\\d{6}(19|20)\\d{2}");

    private final Map<String, Object> fields = new TreeMap<>();
    private final Map<String, String> sealed = new HashMap<>(4);
    private final List<Issue> issues = new ArrayList<>(2);

    private String reading = "";
    private String original = "";

    /** A cell's turn: what is read, and how it stands in the person's own file, which is what issues show. */
    public void turn(String read, String typed) {
        reading = read;
        original = typed;
    }

    public void put(String field, Object value) {
        fields.put(field, value);
    }

    public void seal(Column column, String value) {
        sealed.put(column.field(), value);
    }

    @Nullable
    public Object get(String field) {
        return fields.get(field);
    }

    public void error(Column column, String code, Sentence said, @Nullable String typed) {
        issues.add(Issue.error(column.title(), code, said, shown(column, typed)));
    }

    public void warning(Column column, String code, Sentence said, @Nullable String typed) {
        issues.add(Issue.warning(column.title(), code, said, shown(column, typed)));
    }

    /** Says how the text was understood; only where somebody could wonder. */
    public void notice(Column column, String code, String read, String typed) {
        String value = shown(column, typed);
        Sentence said = column.sensitive()
                ? Sentence.of("check.read.masked", Masks.mask(column.type(), read))
                : Sentence.of("check.read", Contacts.quoted(Texts.clean(own(typed), false)), Contacts.strict(read));
        issues.add(Issue.notice(column.title(), code, said, value));
    }

    private String own(String typed) {
        return typed.equals(reading) ? original : typed;
    }

    public boolean spokenOf(Column column) {
        return issues.stream().anyMatch(i -> i.column().equals(column.title()));
    }

    private @Nullable String shown(Column column, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = Texts.clean(own(typed), false);
        if (column.sensitive()) {
            return Masks.mask(column.type(), text);
        }
        // a credit code is as long as a document number, but has no year where a birth date would begin
        boolean code =
                column.type() == ColumnType.USCC && !BIRTH_YEAR.matcher(text).lookingAt();
        String safe = code ? Contacts.mask(text) : Contacts.strict(text);
        return safe.length() <= LONGEST_VALUE ? safe : safe.substring(0, LONGEST_VALUE - 1) + "…";
    }

    public Parsed parsed() {
        return new Parsed(new Fields(fields), sealed, issues);
    }
}
