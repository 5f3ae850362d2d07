package org.talenthub.editions.lint;

import org.talenthub.common.Sentence;

/**
 * Something in a text that may not be published.
 *
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 * @param quote the words
 * @param suggestion the whole text in a wording that works
 */
public record Finding(Ground ground, int from, int to, String quote, String suggestion) {

    /** A longer text is not told whole where only a part of it is wrong. */
    private static final int WHOLE = 60;

    /** The words, as far as they may be repeated. */
    public String shown() {
        return ground == Ground.CONTACT || ground == Ground.NAME ? quote.charAt(0) + "…" : quote;
    }

    /** @param field what the text is called */
    public Sentence said(Sentence field) {
        return Sentence.of("check.wording.text", field, shown(), why(), suggestion);
    }

    /** @param line number of the line whose text it is */
    public Sentence said(int line, Sentence field) {
        return Sentence.of("check.wording.line", line, field, shown(), why(), suggestion);
    }

    /** Of a text that is kept as it is. */
    Sentence kept() {
        return Sentence.of(
                "check.wording.kept", shown(), why(), suggestion.length() > WHOLE ? ground.instead() : suggestion);
    }

    private Sentence why() {
        return Sentence.of("check.wording.why." + ground);
    }
}
