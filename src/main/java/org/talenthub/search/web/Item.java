package org.talenthub.search.web;

import java.util.Map;
import org.talenthub.records.RecordView;
import org.talenthub.search.SearchResult;

/** A record as JSON: id, type and name, then its fields side by side with them. */
final class Item {

    private Item() {}

    static Map<String, Object> of(RecordView v) {
        return v.item();
    }

    static Map<String, Object> of(SearchResult.Hit hit) {
        Map<String, Object> item = of(hit.record());
        item.put("highlights", hit.highlights());
        item.put("score", hit.score());
        item.put("matched", hit.matched());
        item.put("near", hit.near());
        return item;
    }

    /** Enough to name and open it. */
    record Brief(String id, String type, String name) {
        static Brief of(RecordView v) {
            return new Brief(v.id(), v.type(), v.name());
        }
    }
}
