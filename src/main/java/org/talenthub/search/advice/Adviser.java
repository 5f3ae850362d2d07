package org.talenthub.search.advice;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.reference.Privacy;
import org.talenthub.reference.chinese.Pinyin;
import org.talenthub.search.Engine;
import org.talenthub.search.Kind;
import org.talenthub.search.Labels;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.SearchResult.Kept;
import org.talenthub.search.SearchResult.Part;
import org.talenthub.search.SearchResult.Relaxation;
import org.talenthub.search.Understood;
import org.talenthub.search.filters.Terms;
import org.talenthub.search.language.Language;
import org.talenthub.search.query.Conditions;
import org.talenthub.search.query.Queries;
import org.talenthub.search.requests.Facets;
import org.talenthub.search.requests.Requests;
import org.talenthub.security.Viewer;

/**
 * Says how to find more where little was found. What a facet's condition costs the page's own answer tells: the facet counted without
 * it. The others (typed words, ranges) and other spellings are counted in one further request, which ordinary searches are spared.
 */
@Component
public class Adviser {

    /** Up to this many results are few. */
    private static final int FEW = 3;

    private static final int GUESSES = 4;

    /** Where something was found, another spelling has to bring much more. */
    private static final int MUCH_MORE = 5;

    /** With so many conditions leaving out one leaves too much. */
    private static final int PAIRED_FROM = 3;

    private static final int MOST_COMBINED = 7;
    private static final int MOST_KEPT = 6;

    private static final Pattern NAME = Pattern.compile("\\p{IsHan}{2,16}");

    private final Queries queries;
    private final Requests requests;
    private final Engine engine;
    private final Labels labels;
    private final Spelling spelling;
    private final Records records;

    Adviser(Queries queries, Requests requests, Engine engine, Labels labels, Spelling spelling, Records records) {
        this.queries = queries;
        this.requests = requests;
        this.engine = engine;
        this.labels = labels;
        this.spelling = spelling;
        this.records = records;
    }

    /**
     * @param only conditions that find something alone or in pairs, where all together find nothing
     * @param didYouMean other words that find more; null when there are none
     */
    public record Advice(
            List<Relaxation> relaxations,
            List<Kept> only,
            @Nullable String didYouMean) {}

    public Advice advise(SearchQuery q, Conditions c, ResponseBody<Void> page, long total, Viewer viewer) {
        if (total > FEW) {
            return new Advice(List.of(), List.of(), null);
        }
        Map<String, Long> free = Facets.without(c.narrowing().keySet(), page.aggregations());
        List<Relaxation> wanted = wanted(c, free);
        List<String> guesses = guesses(c);
        List<Kept> kept = total == 0 ? kept(c) : List.of();
        Optional<Query> alike = total == 0 ? soundsAlike(q.kind(), c) : Optional.empty();
        List<SearchRequest> asked = new ArrayList<>();
        wanted.forEach(w -> asked.add(requests.count(q.kind(), without(q, c, w, viewer), viewer)));
        guesses.forEach(g -> asked.add(
                requests.count(q.kind(), queries.reworded(c, q, g, viewer).all(), viewer)));
        kept.forEach(k -> asked.add(requests.count(q.kind(), only(c, k.keep()), viewer)));
        alike.ifPresent(name -> asked.add(
                requests.best(q.kind(), c.join(name, List.copyOf(c.narrowing().values())), 1, viewer)));
        List<ResponseBody<Void>> answers = engine.search(asked);

        List<Relaxation> relaxations = new ArrayList<>();
        free.forEach((name, more) -> relaxations.add(relaxation(name, more, typed(c, name))));
        for (int i = 0; i < wanted.size(); i++) {
            Relaxation w = wanted.get(i);
            relaxations.add(new Relaxation(w.drop(), w.label(), Engine.total(answers.get(i)), w.part()));
        }
        relaxations.removeIf(r -> r.total() <= total);
        relaxations.sort(Comparator.comparingLong(Relaxation::total).reversed());
        int from = wanted.size() + guesses.size();
        List<Kept> only = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Kept k = kept.get(i);
            only.add(new Kept(k.keep(), k.label(), Engine.total(answers.get(from + i)), k.line()));
        }
        only.removeIf(k -> k.total() == 0);
        only.sort(Comparator.comparingInt((Kept k) -> -k.keep().size()).thenComparingLong(k -> -k.total()));
        String name = alike.isPresent() ? name(answers.getLast(), viewer) : null;
        return new Advice(
                relaxations,
                only.stream().limit(MOST_KEPT).toList(),
                name != null
                        ? name
                        : best(guesses, answers.subList(wanted.size(), wanted.size() + guesses.size()), total));
    }

    /** The conditions that no facet counted without; their totals are still to be asked. */
    private List<Relaxation> wanted(Conditions c, Map<String, Long> free) {
        List<Relaxation> wanted = new ArrayList<>();
        for (String name : c.narrowing().keySet()) {
            if (!free.containsKey(name)) {
                wanted.add(relaxation(name, 0, typed(c, name)));
            }
        }
        if (c.text() != null && !c.narrowing().isEmpty()) {
            Part words = c.understood().isEmpty() ? null : new Part(c.typed().typed(), c.line(""));
            wanted.add(relaxation("q", 0, words));
        }
        if (c.typed().parts().size() > 1) {
            for (Language.Part part : c.typed().parts()) {
                wanted.add(relaxation(
                        "q", 0, new Part(part.source(), c.line(c.typed().without(part)))));
            }
        }
        return wanted;
    }

    /** Each condition alone; of more than three also each pair, since leaving out one of them is too little then. */
    private List<Kept> kept(Conditions c) {
        List<String> all = new ArrayList<>(c.narrowing().keySet());
        if (c.text() != null) {
            all.add("q");
        }
        List<Kept> kept = new ArrayList<>();
        if (all.size() < 2 || all.size() > MOST_COMBINED) {
            return kept;
        }
        for (int i = 0; i < all.size(); i++) {
            kept.add(kept(c, List.of(all.get(i))));
            for (int j = i + 1; j < all.size() && all.size() > PAIRED_FROM; j++) {
                kept.add(kept(c, List.of(all.get(i), all.get(j))));
            }
        }
        return kept;
    }

    private Kept kept(Conditions c, List<String> names) {
        String label = names.stream().map(n -> labels.text("filter." + n)).collect(Collectors.joining("、"));
        String typed = c.understood().stream()
                .filter(u -> names.contains(u.filter()))
                .map(Understood::text)
                .distinct()
                .collect(Collectors.joining(" "));
        String words = names.contains("q") ? c.typed().typed() : "";
        return new Kept(names, label, 0, (typed + " " + words).strip());
    }

    private static Query only(Conditions c, List<String> names) {
        return c.join(
                names.contains("q") ? c.text() : null,
                c.narrowing().entrySet().stream()
                        .filter(e -> names.contains(e.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private Query without(SearchQuery q, Conditions c, Relaxation dropped, Viewer viewer) {
        Part part = dropped.part();
        return part == null || !dropped.drop().equals("q")
                ? c.without(dropped.drop())
                : queries.reworded(c, q, part.left(), viewer).all();
    }

    /** The words that a condition was typed as, and the line without them; null when it was not typed. */
    private static @Nullable Part typed(Conditions c, String filter) {
        List<Understood> words =
                c.understood().stream().filter(u -> u.filter().equals(filter)).toList();
        if (words.isEmpty()) {
            return null;
        }
        String left = words.getFirst().left();
        for (Understood u : words.subList(1, words.size())) {
            left = left.replace(u.text(), " ");
        }
        return new Part(
                words.stream().map(Understood::text).distinct().collect(Collectors.joining(" ")),
                left.replaceAll(" {2,}", " ").strip());
    }

    private Relaxation relaxation(String name, long total, @Nullable Part part) {
        return new Relaxation(name, labels.text("filter." + name), total, part);
    }

    /** What was typed, with one word spelled otherwise. */
    private List<String> guesses(Conditions c) {
        return c.typed().parts().stream()
                .filter(p -> p.term() instanceof Language.Word)
                .flatMap(p -> spelling.guesses(p.source()).stream()
                        .map(g -> c.line(c.typed().with(p, g))))
                .limit(GUESSES)
                .toList();
    }

    private static @Nullable String best(List<String> guesses, List<ResponseBody<Void>> answers, long total) {
        for (int i = 0; i < guesses.size(); i++) {
            if (Engine.total(answers.get(i)) > total * MUCH_MORE) {
                return guesses.get(i);
            }
        }
        return null;
    }

    /** Names that sound like the one word typed, where the viewer may read names. */
    private static Optional<Query> soundsAlike(Kind kind, Conditions c) {
        if (c.typed().parts().size() != 1
                || !(c.typed().parts().getFirst().term() instanceof Language.Word typed)
                || !NAME.matcher(typed.text()).matches()) {
            return Optional.empty();
        }
        String word = typed.text();
        Query alike = Terms.any(
                "namePinyin", (kind == Kind.TALENT ? Pinyin.ofPerson(word) : Pinyin.ofOrganisation(word)).full());
        return kind == Kind.TALENT ? c.rights().where(Privacy.PERSONAL, "name", alike) : Optional.of(alike);
    }

    private @Nullable String name(ResponseBody<Void> found, Viewer viewer) {
        return found.hits().hits().stream()
                .flatMap(h -> Ids.parse(String.valueOf(h.id())).stream())
                .flatMap(id -> records.view(id, viewer).stream())
                .filter(v -> !v.type().equals("talent") || v.visibility().shows(Privacy.PERSONAL))
                .map(RecordView::name)
                .findFirst()
                .orElse(null);
    }
}
