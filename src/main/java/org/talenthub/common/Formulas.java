package org.talenthub.common;

/** Texts that a spreadsheet program would take for formulas. */
public final class Formulas {

    private Formulas() {}

    /**
     * Whether the text has to be marked as one wherever it is written into a cell: it begins with = + - or @, also in full width, and
     * behind the blanks and control characters that spreadsheet programs pass over.
     */
    public static boolean startedBy(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) <= ' ' || Character.isSpaceChar(text.charAt(i)))) {
            if (text.charAt(i) != ' ') {
                return true;
            }
            i++;
        }
        return i < text.length() && "=+-@＝＋－＠".indexOf(text.charAt(i)) >= 0;
    }
}
