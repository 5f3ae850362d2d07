package org.talenthub.portal.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talenthub.portal.Address;
import org.talenthub.records.RecordView;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult;
import org.talenthub.search.Searches;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** The open demands that ask for something near to a person's skills. One industry holds doctors and locksmiths: it says too little. */
@Component
class Nearest {

    private static final Logger log = LoggerFactory.getLogger(Nearest.class);

    private static final int SHOWN = 5;
    private static final int SKILLS = 3;

    private final Searches searches;
    private final Entities entities;
    private final Texts texts;

    Nearest(Searches searches, Entities entities, Texts texts) {
        this.searches = searches;
        this.entities = entities;
        this.texts = texts;
    }

    /** Nothing for who tells no skills, and while nothing can be found by meaning. */
    Optional<EntityView.Group> demands(RecordView person, Viewer viewer) {
        if (!(person.fields().get("expertise") instanceof List<?> skills) || skills.isEmpty()) {
            return Optional.empty();
        }
        List<String> first = skills.stream().limit(SKILLS).map(String::valueOf).toList();
        String q = String.join(" ", first);
        SearchQuery asked = new SearchQuery(
                Kind.DEMAND,
                q,
                Map.of("open", List.of("true"), "meaning", List.of("only")),
                "relevance",
                0,
                SHOWN,
                null);
        try {
            SearchResult found = searches.find(asked, viewer);
            long total = found.total() + found.nearTotal();
            return found.items().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new EntityView.Group(
                            texts.text("entity.nearDemands"),
                            total,
                            Address.search(Kind.DEMAND.path())
                                    .with("q", q)
                                    .with("open", "true")
                                    .with("meaning", "only")
                                    .toString(),
                            found.items().stream()
                                    .map(h -> entities.item(h.record()))
                                    .toList()));
        } catch (RuntimeException away) {
            log.debug("near demands are not to be had", away);
            return Optional.empty();
        }
    }
}
