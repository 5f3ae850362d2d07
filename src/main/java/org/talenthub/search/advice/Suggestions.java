package org.talenthub.search.advice;

import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.search.Engine;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Searches;
import org.talenthub.search.filters.Terms;
import org.talenthub.search.kinds.Vocabulary;
import org.talenthub.search.query.NameMarks;
import org.talenthub.search.query.Queries;
import org.talenthub.search.requests.Requests;
import org.talenthub.security.Viewer;

/**
 * Completions while typing, by characters, pinyin or initials: names of records that the viewer may see, of people only where the name
 * may be seen too, and skills that stand in such records. One request to Elasticsearch, one look at the database for the names.
 */
@Component
public class Suggestions {

    private static final int LONGEST = 60;
    private static final int PER_GROUP = 4;
    private static final int SKILLS = 5;

    /** Posts repeat; the same one is suggested once. */
    private static final int POSTS = 12;

    private final Searches searches;
    private final Queries queries;
    private final Requests requests;
    private final Engine engine;
    private final Records records;
    private final Vocabulary vocabulary;

    Suggestions(
            Searches searches,
            Queries queries,
            Requests requests,
            Engine engine,
            Records records,
            Vocabulary vocabulary) {
        this.searches = searches;
        this.queries = queries;
        this.requests = requests;
        this.engine = engine;
        this.records = records;
        this.vocabulary = vocabulary;
    }

    /**
     * One completion.
     *
     * @param kind of the record; of a skill the kind whose search it leads to
     * @param id of the record; null for a skill and for a post that several demands have, which lead to a search for the text
     * @param text the whole name, or the skill
     * @param html the text with what was typed marked, escaped but for {@code <mark>}
     */
    public record Suggestion(
            Kind kind, boolean skill, @Nullable String id, String text, String html) {}

    /**
     * The best ones first within their groups, which stay together: a group with a name that begins as typed comes before others.
     *
     * @throws Problem 503 when the index is away
     */
    public List<Suggestion> of(String written, Viewer viewer) {
        String typed = written.length() > LONGEST ? "" : queries.bare(written);
        List<String> words = SearchQuery.cut(typed);
        String start = Simplified.key(String.join("", words));
        if (start.isEmpty()) {
            return List.of();
        }
        List<Kind> kinds = searches.kinds(viewer);
        List<String> candidates = vocabulary.completions(String.join("", words), SKILLS * 2);
        List<Kind> skilled = candidates.isEmpty()
                ? List.of()
                : kinds.stream().filter(Vocabulary.FIELDS::containsKey).toList();
        List<SearchRequest> asked = new ArrayList<>();
        kinds.forEach(k -> asked.add(
                requests.best(k, queries.names(k, typed, viewer).all(), k == Kind.DEMAND ? POSTS : PER_GROUP, viewer)));
        skilled.forEach(k -> asked.add(requests.among(
                k,
                queries.of(Searches.all(k, ""), viewer).all(),
                Objects.requireNonNull(Vocabulary.FIELDS.get(k)),
                candidates,
                viewer)));
        List<ResponseBody<Void>> answers = engine.atOnce(asked);
        List<List<Suggestion>> groups = new ArrayList<>(names(kinds, answers, words, viewer));
        groups.add(
                kinds.contains(Kind.TALENT) ? 1 : 0,
                skills(skilled, answers.subList(kinds.size(), answers.size()), candidates, words));
        return groups.stream()
                .filter(g -> !g.isEmpty())
                .sorted(Comparator.comparing(
                        g -> !Simplified.key(g.getFirst().text()).startsWith(start)))
                .flatMap(List::stream)
                .toList();
    }

    private List<List<Suggestion>> names(
            List<Kind> kinds, List<ResponseBody<Void>> answers, List<String> words, Viewer viewer) {
        Map<Kind, List<Long>> found = new LinkedHashMap<>();
        for (int i = 0; i < kinds.size(); i++) {
            found.put(
                    kinds.get(i),
                    answers.get(i).hits().hits().stream()
                            .flatMap(h -> Ids.parse(String.valueOf(h.id())).stream())
                            .toList());
        }
        Set<Long> ids =
                found.values().stream().flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Long, RecordView> views = ids.isEmpty() ? Map.of() : records.views(ids, viewer);
        List<List<Suggestion>> groups = new ArrayList<>();
        found.forEach((kind, hits) -> groups.add(group(
                kind, hits.stream().map(views::get).filter(Objects::nonNull).toList(), words)));
        return groups;
    }

    private static List<Suggestion> group(Kind kind, List<RecordView> views, List<String> words) {
        Map<String, Integer> times = new HashMap<>();
        views.forEach(v -> times.merge(v.name(), 1, Integer::sum));
        Set<String> told = new LinkedHashSet<>();
        return views.stream()
                // namesakes are different people, the same post is the same search
                .filter(v -> kind != Kind.DEMAND || told.add(v.name()))
                .limit(PER_GROUP)
                .map(v -> new Suggestion(
                        kind,
                        false,
                        kind == Kind.DEMAND && times.getOrDefault(v.name(), 1) > 1 ? null : v.id(),
                        v.name(),
                        NameMarks.mark(v.name(), words, kind == Kind.TALENT)))
                .toList();
    }

    private static List<Suggestion> skills(
            List<Kind> kinds, List<ResponseBody<Void>> answers, List<String> candidates, List<String> words) {
        Map<String, Kind> where = new HashMap<>();
        for (int i = 0; i < kinds.size(); i++) {
            Kind kind = kinds.get(i);
            for (StringTermsBucket b : Terms.buckets(answers.get(i), "among")) {
                where.putIfAbsent(b.key().stringValue(), kind);
            }
        }
        return candidates.stream()
                .filter(where::containsKey)
                .limit(SKILLS)
                .map(c -> new Suggestion(
                        where.getOrDefault(c, Kind.TALENT), true, null, c, NameMarks.mark(c, words, false)))
                .toList();
    }
}
