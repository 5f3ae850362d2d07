package org.talenthub.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of every page shows.
 *
 * @param who account and whose eyes it has: 湖北示例光电人才驿站 · 驿站
 * @param sections what can be searched, with totals equal to the search's own; where something is searched for, of what its words find
 * @param own the viewer's further sections, which the modules contribute
 * @param administers whether the viewer maintains the hub
 * @param help the chapter of a guide that tells of this page
 * @param otherLanguage this page in the other language
 * @param elsewhere when and where somebody signed in as the viewer beside this session, until he has seen it
 * @param printed who prints this and when, at the foot of what comes out of the printer
 */
public record ShellView(
        boolean demo,
        boolean anonymous,
        String who,
        List<Section> sections,
        List<Own> own,
        boolean administers,
        String help,
        String otherLanguage,
        String printed,
        @Nullable String elsewhere) {

    /** @param total null while the search engine is away */
    record Section(String key, String href, @Nullable Long total) {}

    /** @param waiting how much waits there for the viewer */
    record Own(String key, String href, int waiting) {}
}
