package org.talenthub.search.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.talenthub.meaning.RecordVectors;
import org.talenthub.meaning.Segments;
import org.talenthub.records.RecordView;
import org.talenthub.search.SearchResult;

/** Says of the items of a page that only resemble what was typed which of their own texts is nearest to it. */
@Component
public class Nearness {

    private static final int CLIP = 30;

    private final RecordVectors vectors;

    Nearness(RecordVectors vectors) {
        this.vectors = vectors;
    }

    /** @return the same hits; those that match by meaning have a highlight of that name: the nearest of the texts that the viewer sees */
    public List<SearchResult.Hit> of(String topic, List<SearchResult.Hit> hits) {
        List<List<String>> texts = hits.stream()
                .map(h -> h.matched().contains(Similar.NAME) ? texts(h.record()) : List.<String>of())
                .toList();
        if (texts.stream().allMatch(List::isEmpty)) {
            return hits;
        }
        List<String> nearest = vectors.nearest(topic, texts);
        List<SearchResult.Hit> told = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            SearchResult.Hit h = hits.get(i);
            String text = nearest.get(i);
            if (text.isEmpty()) {
                told.add(h);
            } else {
                Map<String, List<String>> highlights = new LinkedHashMap<>(h.highlights());
                highlights.put(Similar.NAME, List.of(HtmlUtils.htmlEscape(clipped(text))));
                told.add(new SearchResult.Hit(h.record(), highlights, h.score(), h.matched(), h.near()));
            }
        }
        return told;
    }

    private static String clipped(String text) {
        return text.length() <= CLIP ? text : text.substring(0, CLIP - 1) + "…";
    }

    private static List<String> texts(RecordView r) {
        return Segments.fields(r.type()).stream()
                .flatMap(f -> values(r.fields().get(f)).stream())
                .toList();
    }

    private static List<String> values(@Nullable Object value) {
        return value instanceof List<?> l
                ? l.stream().map(String::valueOf).toList()
                : value instanceof String s ? List.of(s) : List.of();
    }
}
