package org.talenthub.search.counting;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.common.work.Once;
import org.talenthub.search.Engine;
import org.talenthub.search.Kind;
import org.talenthub.search.Searches;
import org.talenthub.search.Searches.Asking;
import org.talenthub.search.query.Queries;
import org.talenthub.search.requests.Requests;
import org.talenthub.security.Viewer;

/** How many records each kind has, as the frame of every page tells; asked for together with what the page asks itself, where it asks anything. */
@Component
public class KindTotals {

    private static final String KNOWN = "totals of kinds";

    private final Queries queries;
    private final Requests requests;
    private final Engine engine;

    KindTotals(Queries queries, Requests requests, Engine engine) {
        this.queries = queries;
        this.requests = requests;
        this.engine = engine;
    }

    /**
     * How many records each kind has that the viewer may search, of demands those that have not lapsed; kinds that do not exist for the
     * viewer are absent.
     */
    public Map<Kind, Long> of(Viewer viewer) {
        return Once.of(KNOWN, viewer, () -> read(kinds(viewer), engine.search(asked(viewer))));
    }

    /** A way to ask a page's own questions, and these totals in the same round trip. */
    public Asking beside(Viewer viewer) {
        return own -> beside(own, viewer);
    }

    private List<ResponseBody<Void>> beside(List<SearchRequest> own, Viewer viewer) {
        List<Kind> kinds = kinds(viewer);
        List<SearchRequest> all = new ArrayList<>(own);
        all.addAll(asked(viewer));
        List<ResponseBody<Void>> answers = engine.search(all);
        Once.know(KNOWN, viewer, read(kinds, answers.subList(own.size(), answers.size())));
        return answers.subList(0, own.size());
    }

    private List<Kind> kinds(Viewer viewer) {
        return Arrays.stream(Kind.values())
                .filter(k -> queries.mayUse(k, viewer))
                .toList();
    }

    private List<SearchRequest> asked(Viewer viewer) {
        return kinds(viewer).stream()
                .map(k -> requests.count(
                        k, queries.of(Searches.usual(k, ""), viewer).all(), viewer))
                .toList();
    }

    private static Map<Kind, Long> read(List<Kind> kinds, List<ResponseBody<Void>> answers) {
        Map<Kind, Long> totals = new EnumMap<>(Kind.class);
        for (int i = 0; i < kinds.size(); i++) {
            totals.put(kinds.get(i), Engine.total(answers.get(i)));
        }
        return totals;
    }
}
