package org.talenthub.importing.web;

import java.util.List;
import org.talenthub.web.Pager;

/** The list of batches that the viewer may see, newest first. */
record BatchListView(boolean mayUpload, List<Item> batches, Pager pager) {

    /** @param tone CSS class of the status: accent waits for a decision, signal must be acted on */
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
            String at) {}
}
