package org.talenthub.importing.sheet.header;

import java.util.List;
import org.talenthub.common.Issue;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.importing.sheet.file.Layout;

/** A file that can be read as soon as a person says which sheet, or which column is which; never guessed. */
public final class Undecided extends Problem {

    private static final long serialVersionUID = 1L;

    private final transient Layout draft;
    private final transient List<String> sheets;

    Undecided(String code, Sentence said, List<Issue> choices, Layout draft, List<String> sheets) {
        super(422, code, said, choices);
        this.draft = draft;
        this.sheets = List.copyOf(sheets);
    }

    /** The same question, told of a file about which something else is to be said first. */
    public Undecided of(Sentence what) {
        return new Undecided(code(), Sentence.of("refused.both", what, said()), errors(), draft, sheets);
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
