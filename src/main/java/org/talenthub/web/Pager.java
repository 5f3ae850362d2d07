package org.talenthub.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a list, as the pager fragment shows them.
 *
 * @param page from 0
 * @param from number of the first item shown, from 1
 * @param previous address, null on the first page
 * @param capped there is more than paging reaches
 */
public record Pager(
        int page,
        int pages,
        long from,
        long to,
        @Nullable String previous,
        @Nullable String next,
        List<Step> numbers,
        boolean capped) {

    /** One number in the row, or a gap. */
    public record Step(String label, String href, boolean current, boolean gap) {}

    /**
     * @param limit how many items can be reached by paging
     * @param href address of a page, from 0
     */
    public static Pager of(long total, int page, int size, long limit, IntFunction<String> href) {
        int pages = (int) ((Math.min(total, limit) + size - 1) / size);
        List<Step> steps = new ArrayList<>();
        int last = -1;
        for (int n = 0; n < pages; n++) {
            if (n == 0 || n == pages - 1 || Math.abs(n - page) <= 2) {
                if (n > last + 1) {
                    steps.add(new Step("", "", false, true));
                }
                steps.add(new Step(String.valueOf(n + 1), href.apply(n), n == page, false));
                last = n;
            }
        }
        return new Pager(
                page,
                pages,
                (long) page * size + 1,
                Math.min(total, (long) (page + 1) * size),
                page > 0 && pages > 0 ? href.apply(Math.min(page, pages) - 1) : null,
                page + 1 < pages ? href.apply(page + 1) : null,
                steps,
                total > limit && page + 1 >= pages);
    }
}
