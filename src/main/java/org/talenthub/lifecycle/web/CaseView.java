package org.talenthub.lifecycle.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.lifecycle.Evidence;
import org.talenthub.lifecycle.KnownHost;
import org.talenthub.lifecycle.Reviewing;
import org.talenthub.pictures.Picture;

/** A case as its page shows it. */
record CaseView(
        String id,
        String call,
        String name,
        String kind,
        String hostName,
        String hostCode,
        String region,
        String regionCode,
        String industries,
        String state,
        long days,
        boolean stale,
        @Nullable String turn,
        List<Stage> stages,
        Map<String, String> outline,
        int version,
        boolean editable,
        @Nullable Invitation invitation,
        List<String> allowed,
        List<Done> steps,
        List<Evidence.Paper> files,
        List<Past> versions,
        KnownHost.Known known,
        Reviewing.@Nullable Board board,
        Judging judging,
        @Nullable Visit visit,
        List<Picture> photos,
        boolean visits,
        List<String> evidence,
        @Nullable String document,
        @Nullable String noticeUntil) {

    /** A stop on the way from the draft to the approval. */
    record Stage(String state, String how, @Nullable String days) {}

    /**
     * What the experts' part of the page shows besides.
     *
     * @param self the viewer's own name among the experts; null for the province
     * @param standings how each stands, by name
     * @param reviews the id of each one's review, by name
     * @param criteria criterion to most points
     * @param open whether anything may still be entered
     */
    record Judging(
            @Nullable String self,
            Map<String, String> standings,
            Map<String, String> reviews,
            @Nullable String due,
            Map<String, Integer> criteria,
            boolean open,
            List<Reopened> reopened) {

        /** A review that was reopened. */
        record Reopened(
                String expert,
                @Nullable Integer total,
                @Nullable String by,
                @Nullable String reason) {}
    }

    /**
     * Whether the enterprise or zone fills it in itself.
     *
     * @param may the viewer may ask it to
     * @param open the link opens the form
     * @param until last day of the link
     * @param handed when it was handed in
     */
    record Invitation(
            boolean may,
            boolean open,
            @Nullable String until,
            @Nullable String filler,
            @Nullable String handed) {}

    /** What was found on the spot. */
    record Visit(String on, String visitors, String findings, String by) {}

    record Done(
            String action,
            String state,
            String level,
            @Nullable String reason,
            String by,
            String at,
            int files) {}

    record Past(int no, String by, String at, Map<String, String> outline) {}
}
