package org.talenthub.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of every page shows.
 *
 * @param who account and whose eyes it has: 湖北示例光电人才驿站 · 驿站
 * @param sections what can be searched, with totals equal to the search's own
 * @param imports whether the viewer has a 上报 section
 * @param waiting own batches that wait for a decision
 * @param reviews whether the viewer decides suspected duplicates
 * @param suspects how many of those wait, at most 1,000
 * @param fresh how many records are new in the viewer's saved searches
 * @param administers whether the viewer maintains the hub
 * @param otherLanguage this page in the other language
 * @param printed who prints this and when, at the foot of what comes out of the printer
 */
public record ShellView(
        boolean demo,
        boolean anonymous,
        String who,
        List<Section> sections,
        boolean imports,
        int waiting,
        boolean reviews,
        int suspects,
        int fresh,
        boolean administers,
        String otherLanguage,
        String printed) {

    /** @param total null while the search engine is away */
    record Section(String key, String href, @Nullable Long total) {}
}
