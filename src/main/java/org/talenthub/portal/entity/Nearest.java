package org.talenthub.portal.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.portal.Address;
import org.talenthub.records.RecordView;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchParameters;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** The open demands that ask for something near to a person's skills. One industry holds doctors and locksmiths: it says too little. */
@Component
class Nearest {

    private static final int SKILLS = 3;

    private final Searches searches;
    private final Entities entities;
    private final Texts texts;

    Nearest(Searches searches, Entities entities, Texts texts) {
        this.searches = searches;
        this.entities = entities;
        this.texts = texts;
    }

    /** The search for them; nothing for who tells no skills, and for a viewer who may search none. */
    Optional<SearchQuery> query(RecordView person, Viewer viewer) {
        if (!(person.fields().get("expertise") instanceof List<?> skills)
                || skills.isEmpty()
                || !searches.kinds(viewer).contains(Kind.DEMAND)) {
            return Optional.empty();
        }
        String q = skills.stream().limit(SKILLS).map(String::valueOf).collect(Collectors.joining(" "));
        return Optional.of(new SearchQuery(
                Kind.DEMAND,
                q,
                Map.of("open", List.of("true"), "meaning", List.of("only")),
                "relevance",
                0,
                SearchParameters.DEFAULT_SIZE,
                null));
    }

    /** Nothing while nothing can be found by meaning. */
    Optional<EntityView.Group> demands(SearchQuery asked, Searches.Sample found) {
        return found.items().isEmpty()
                ? Optional.empty()
                : Optional.of(new EntityView.Group(
                        texts.text("entity.nearDemands"),
                        found.total(),
                        Address.search(Kind.DEMAND.path())
                                .with("q", asked.q())
                                .with("open", "true")
                                .with("meaning", "only")
                                .toString(),
                        found.items().stream().map(entities::item).toList()));
    }
}
