package org.talenthub.importing.sheet.header;

import java.util.List;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;

/** A file that can be read as soon as a person says which sheet, or which column is which; never guessed. */
public final class Undecided extends Problem {

    private static final long serialVersionUID = 1L;

    private final transient Layout draft;
    private final transient List<String> sheets;

    Undecided(String code, String detail, List<Issue> choices, Layout draft, List<String> sheets) {
        super(422, code, detail, choices);
        this.draft = draft;
        this.sheets = List.copyOf(sheets);
    }

    /** The same question, told of a file about which something else is to be said first. */
    public Undecided of(String what) {
        return new Undecided(code(), what + detail(), errors(), draft, sheets);
    }

    /** As far as it is clear. */
    public Layout draft() {
        return draft;
    }

    /** The sheets that fit, when that is the question; else empty. */
    public List<String> sheets() {
        return sheets;
    }
}
