package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.ScopeFilter;
import org.talenthub.search.kinds.KindTraits;

/** What a record is about professionally, asked in any of its words: loosely, so that nobody is missed; the order is somebody else's. */
@Component
public class Topics {

    /** The index calls a demand's post its name. */
    private static final Map<String, String> COLUMNS = Map.of("name", "post");

    /** Fields that say what somebody can do, or what a post is for. */
    private static final int CORE = 2;

    /** Up to two words all, of more most. */
    private static final String NEARLY = "2<70%";

    private final Feeds feeds;

    Topics(Feeds feeds) {
        this.feeds = feeds;
    }

    /** Each field only on records where the viewer may read it. */
    public List<Query> words(Kind kind, List<String> about, ScopeFilter rights) {
        List<Query> ways = new ArrayList<>();
        String text = String.join(" ", about);
        KindTraits.of(kind).topics().forEach((field, boost) -> {
            Column column = column(kind, field);
            rights.where(column.privacy(), column.field(), words(field, text, boost))
                    .ifPresent(ways::add);
        });
        return ways;
    }

    /** Who speaks of one of these nearly as it is written. */
    public List<Query> nearly(Kind kind, List<String> texts, ScopeFilter rights) {
        List<Query> ways = new ArrayList<>();
        KindTraits.of(kind).topics().keySet().stream().limit(CORE).forEach(field -> {
            Column column = column(kind, field);
            for (String text : texts) {
                rights.where(
                                column.privacy(),
                                column.field(),
                                Query.of(q -> q.match(m -> m.field(field)
                                        .query(text)
                                        .analyzer("hub_words")
                                        .minimumShouldMatch(NEARLY))))
                        .ifPresent(ways::add);
            }
        });
        return ways;
    }

    private Column column(Kind kind, String field) {
        String name = COLUMNS.getOrDefault(field, field);
        return feeds.get(kind.type())
                .column(name)
                .orElseThrow(() -> new IllegalStateException(kind + " has no column " + name));
    }

    private static Query words(String field, String text, float boost) {
        return Query.of(q ->
                q.match(m -> m.field(field).query(text).analyzer("hub_words").boost(boost)));
    }
}
