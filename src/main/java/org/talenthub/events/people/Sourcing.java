package org.talenthub.events.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.matching.Fits;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.results.lists.RecordLists;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.security.Viewer;
import tools.jackson.databind.JsonNode;

/** Where people to ask come from: a list, a search, or whoever fits the event's demands. */
@Component
public class Sourcing {

    private static final int MOST_OF_A_DEMAND = 30;
    private static final int MOST = 500;

    private final EventDesk desk;
    private final Roster roster;
    private final Posts posts;
    private final Fits fits;
    private final RecordLists lists;
    private final Searches searches;

    Sourcing(EventDesk desk, Roster roster, Posts posts, Fits fits, RecordLists lists, Searches searches) {
        this.desk = desk;
        this.roster = roster;
        this.posts = posts;
        this.fits = fits;
        this.lists = lists;
        this.searches = searches;
    }

    /**
     * People by {@code {list: id}}, {@code {search: {q, region, …}}} or {@code {matches: n}}; empty when none of them is asked for.
     *
     * @throws Problem 404, 403, 409 as the event says; 404 for a list that is not the viewer's
     */
    public List<Long> people(String event, JsonNode body, Viewer viewer) {
        RecruitmentEvent e = desk.own(event, Action.INVITE, viewer);
        Set<Long> people = new LinkedHashSet<>();
        String list = body.path("list").asString("");
        if (!list.isBlank()) {
            people.addAll(lists.records(list, Kind.TALENT, viewer));
        }
        JsonNode search = body.path("search");
        if (search.isObject() || search.isString()) {
            people.addAll(found(search, viewer));
        }
        if (body.path("matches").isNumber() || body.path("matches").asBoolean(false)) {
            people.addAll(matching(e, body.path("matches").asInt(10)));
        }
        return people.stream().limit(MOST).toList();
    }

    private List<Long> found(JsonNode search, Viewer viewer) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        String q = search.isString() ? search.asString() : search.path("q").asString("");
        if (search.isObject()) {
            search.properties().forEach(p -> {
                if (!p.getKey().equals("q")) {
                    List<String> values = new ArrayList<>();
                    if (p.getValue().isArray()) {
                        p.getValue().forEach(v -> values.add(v.asString("")));
                    } else {
                        values.add(p.getValue().asString(""));
                    }
                    filters.put(p.getKey(), values);
                }
            });
        }
        return searches
                .find(new SearchQuery(Kind.TALENT, q, filters, "relevance", 0, 100, null), viewer)
                .items()
                .stream()
                .filter(h -> !h.near())
                .flatMap(h -> Ids.parse(h.record().id()).stream())
                .toList();
    }

    private List<Long> matching(RecruitmentEvent e, int each) {
        List<Long> people = new ArrayList<>();
        List<Participant> hosts = roster.coming(e.id()).stream()
                .filter(p -> p.kind() == Participant.Kind.ENTERPRISE)
                .toList();
        for (List<RecordSnapshot> own : posts.of(hosts).values()) {
            for (RecordSnapshot demand : own) {
                fits.best(demand, Math.clamp(each, 1, MOST_OF_A_DEMAND)).forEach(r -> people.add(r.id()));
            }
        }
        return people;
    }

    /** Whether a body names a source. */
    public static boolean named(@Nullable JsonNode body) {
        return body != null && (body.has("list") || body.has("search") || body.has("matches"));
    }
}
