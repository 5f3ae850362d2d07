package org.talenthub.portal.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.importing.Arrivals;
import org.talenthub.portal.Address;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;
import org.talenthub.web.Waits;

/** Batches that nobody has committed, demands that lapse soon, and what is new since the last visit. */
@Component
class PoolWaits implements Waits {

    private static final int SOON = 30;

    private final Searches searches;
    private final Arrivals arrivals;
    private final Visits visits;
    private final Rights rights;
    private final Texts texts;

    PoolWaits(Searches searches, Arrivals arrivals, Visits visits, Rights rights, Texts texts) {
        this.searches = searches;
        this.arrivals = arrivals;
        this.visits = visits;
        this.rights = rights;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 30;
    }

    private record Asked(String label, SearchQuery query) {}

    @Override
    public List<Wait> of(Viewer viewer) {
        List<Wait> waits = new ArrayList<>();
        if (viewer.anonymous()) {
            return waits;
        }
        if (rights.may(Act.READ, Thing.BATCH, viewer)) {
            waits.add(new Wait(
                    texts.text("waits.batches"),
                    Texts.number(arrivals.waiting(viewer)),
                    "/imports?state=PREVIEWED",
                    false));
        }
        List<Asked> asked = new ArrayList<>();
        List<Kind> kinds = searches.kinds(viewer);
        LocalDate soon = HubTime.today().plusDays(SOON);
        if (kinds.contains(Kind.DEMAND) && rights.may(Act.EDIT, Kind.DEMAND.type(), viewer)) {
            asked.add(new Asked(
                    texts.text("waits.lapsing", SOON),
                    query(Kind.DEMAND, viewer, Map.of("open", List.of("true"), "validTo", List.of(soon.toString())))));
        }
        Optional<Instant> before = visits.before(viewer);
        if (before.isPresent()) {
            String day = LocalDate.ofInstant(before.get(), HubTime.ZONE).toString();
            for (Kind kind : List.of(Kind.TALENT, Kind.DEMAND)) {
                if (kinds.contains(kind)) {
                    Map<String, List<String>> filters = new LinkedHashMap<>(Map.of("since", List.of(day)));
                    if (kind == Kind.DEMAND) {
                        filters.put("open", List.of("true"));
                    }
                    asked.add(new Asked(texts.text("waits.new." + kind.path(), day), query(kind, viewer, filters)));
                }
            }
        }
        List<Searches.Sample> found =
                searches.samples(asked.stream().map(Asked::query).toList(), 0, viewer);
        for (int i = 0; i < asked.size(); i++) {
            waits.add(new Wait(
                    asked.get(i).label(),
                    Texts.number(found.get(i).total()),
                    address(asked.get(i).query()),
                    false));
        }
        return waits;
    }

    /** A city asks about its region; who reports, of demands about its own. */
    private static SearchQuery query(Kind kind, Viewer viewer, Map<String, List<String>> filters) {
        Map<String, List<String>> all = new LinkedHashMap<>(filters);
        if (viewer.region() != null) {
            all.put("region", List.of(viewer.region()));
        }
        if (viewer.carrier() != null && filters.containsKey("validTo")) {
            all.put("carrier", List.of(Ids.text(viewer.carrier())));
        }
        return new SearchQuery(kind, "", all, "newest", 0, 1, null);
    }

    private static String address(SearchQuery q) {
        Address to = Address.search(q.kind().path());
        for (var filter : q.filters().entrySet()) {
            to = to.with(filter.getKey(), filter.getValue());
        }
        return to.toString();
    }
}
