package org.talenthub.portal.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record is recognised by, in a list as at the head of its page.
 *
 * @param title the name; of a demand its post
 * @param urgent what must be acted on, null for most
 * @param lead what and where: post, employer, place …
 * @param second the second line of a list row
 * @param skills skills, or the industries of what has none
 * @param skillField the field that they come from
 * @param text a sentence or two, null when there is none
 * @param when how fresh it is or how long it holds
 */
public record Face(
        String title,
        String titleField,
        List<String> tags,
        @Nullable String urgent,
        List<Part> lead,
        List<Part> second,
        List<String> skills,
        String skillField,
        @Nullable Part text,
        @Nullable String when) {

    /** One part of a line, with the field it comes from so that hits in it can be marked. */
    public record Part(String field, String text, @Nullable String href) {}
}
