package org.talenthub.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.web.Pager;

/**
 * The list of batches that the viewer may see, newest first.
 *
 * @param here the address of this page of it
 * @param reporters there are several reporters to choose from
 * @param narrowed it is not the whole list
 * @param total how many there are
 */
record BatchListView(
        boolean mayUpload,
        String here,
        List<Item> batches,
        Pager pager,
        List<Choice> states,
        List<Choice> feeds,
        boolean reporters,
        String carrier,
        String month,
        String fileName,
        boolean narrowed,
        String total) {

    record Choice(String value, String text, boolean selected) {}

    /** Whether something is being worked on, so that the list should look again. */
    public boolean working() {
        return batches.stream().anyMatch(b -> b.progress() != null);
    }

    /**
     * @param tone CSS class of the status: accent waits for a decision, signal must be acted on
     * @param progress while it is worked on, else null
     */
    record Item(
            String href,
            String fileName,
            String feedTitle,
            String status,
            String tone,
            String read,
            String created,
            String updated,
            String rejected,
            String by,
            String at,
            @Nullable BatchLine progress) {}
}
