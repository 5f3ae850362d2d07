package org.talenthub.search.documents;

/** ISO days and months as the numbers that the indices hold. */
final class Dates {

    private Dates() {}

    /** @param text 1985, 1985-03 or 1985-03-12 */
    static int month(String text) {
        int month = text.length() >= 7 ? Integer.parseInt(text, 5, 7, 10) : 1;
        return Integer.parseInt(text, 0, 4, 10) * 12 + month - 1;
    }

    /** @param text 2026, 2026-12 or 2026-12-31; 99 stands for the end of a month or year */
    static int lastDay(String text) {
        int year = Integer.parseInt(text, 0, 4, 10);
        int month = text.length() >= 7 ? Integer.parseInt(text, 5, 7, 10) : 99;
        int day = text.length() >= 10 ? Integer.parseInt(text, 8, 10, 10) : 99;
        return year * 10_000 + month * 100 + day;
    }
}
