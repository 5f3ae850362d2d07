package org.talenthub.matching.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.web.Pager;

/**
 * The inbox of pairs, and what other organisations ask.
 *
 * @param people all pairs that are the viewer's business, also those of his people with others' demands
 * @param head how many people fit how many demands, in words; null when nothing is new
 * @param reasons why pairs came to nothing; empty where the list is of others
 * @param requests what waits for an answer
 */
record InboxView(
        String state,
        boolean people,
        @Nullable String head,
        List<Tab> tabs,
        List<Why> reasons,
        List<Request> requests,
        List<Row> rows,
        Pager pager) {

    record Tab(String state, String href, boolean current) {}

    /** @param href those that came to nothing for this; all of them when that is the list already */
    record Why(String text, long n, String href, boolean current) {}

    record Request(String href, String who, String about, String purpose, String asked, boolean reminded) {}

    /** @param changed parts that changed since the pair was dismissed, in words; null when it was not */
    record Row(
            String href,
            String person,
            String personHref,
            String personAbout,
            String demand,
            String demandHref,
            String demandAbout,
            String band,
            double score,
            String state,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String changed) {}
}
