package org.talenthub.lifecycle.web;

import java.util.List;
import org.talenthub.common.Paging;

/** One page of a list that is short as a whole. */
final class Pages {

    private Pages() {}

    static <T> List<T> of(List<T> all, Paging paging) {
        return all.stream().skip(paging.from()).limit(paging.size()).toList();
    }
}
