package org.talenthub.common;

/**
 * Which page of a list is asked for; valid by construction, so that no list has to think of pages that no number can count.
 *
 * @param page from 0
 * @param size items of a page
 */
public record Paging(int page, int size) {

    /** More items of one page nobody gets. */
    public static final int MOST = 100;

    /** @throws Problem 400 unless the page begins within the first two thousand million items */
    public Paging {
        if (page < 0 || size < 1 || size > MOST || (long) page * size > Integer.MAX_VALUE - MOST) {
            throw Problem.badRequest("page.range", Sentence.of("refused.page.range", MOST));
        }
    }

    /** How many items stand before the page. */
    public int from() {
        return page * size;
    }
}
