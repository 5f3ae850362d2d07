package org.talenthub.lifecycle.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.lifecycle.Evidence;
import org.talenthub.lifecycle.KnownHost;
import org.talenthub.lifecycle.Reviewing;

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
        boolean editable,
        List<String> allowed,
        List<Done> steps,
        List<Evidence.Paper> files,
        List<Past> versions,
        KnownHost.Known known,
        Reviewing.@Nullable Board board,
        @Nullable String document,
        @Nullable String noticeUntil) {

    /** A stop on the way from the draft to the approval. */
    record Stage(String state, String how, @Nullable String days) {}

    record Done(
            String action,
            String state,
            String level,
            @Nullable String reason,
            String by,
            String at) {}

    record Past(int no, String by, String at, Map<String, String> outline) {}
}
