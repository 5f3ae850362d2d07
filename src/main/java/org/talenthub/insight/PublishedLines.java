package org.talenthub.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A module that publishes what is wanted says where, contributed as a bean. What it tells everybody may know. */
public interface PublishedLines {

    /**
     * A published edition.
     *
     * @param id 13 characters
     * @param number may be missing in old ones
     * @param lines of those that were asked for, the demands behind each
     */
    record Edition(
            String id, Instant at, String title, @Nullable String number, List<List<Long>> lines) {}

    /**
     * The newest editions that speak of an industry or a region, the newest first.
     *
     * @param industry code of a chain; null for all
     * @param region code of a division, of which the lines that lie in it count; null for all
     */
    List<Edition> of(@Nullable String industry, @Nullable String region);
}
