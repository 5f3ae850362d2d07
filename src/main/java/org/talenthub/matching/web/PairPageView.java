package org.talenthub.matching.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.matching.candidates.PartView;

/**
 * One pair: the demand left, the person right, the verdicts between, and what can be done.
 *
 * @param decisions what the viewer may decide, without what needs a request
 * @param askable contact can be asked for
 * @param answers what the viewer may answer to the request that waits
 * @param contacts phone and mail while the asker may see them
 */
record PairPageView(
        String href,
        String demand,
        String demandHref,
        String demandAbout,
        String person,
        String personHref,
        String personAbout,
        String band,
        double score,
        int confidence,
        String state,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String decided,
        List<PartView> parts,
        List<Decision> decisions,
        List<String> reasons,
        boolean askable,
        @Nullable Request request,
        List<String> answers,
        List<String> contacts,
        @Nullable Placed placement,
        String demandId,
        String personId) {

    /**
     * @param state that it leads to
     * @param why it is told with a reason
     */
    record Decision(String state, boolean why) {}

    /** @param load a warning when the person was asked often; null when not */
    record Request(
            String state,
            String purpose,
            String by,
            @Nullable String until,
            @Nullable String load) {}

    record Placed(String href, String state) {}
}
