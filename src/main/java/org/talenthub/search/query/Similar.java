package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.talenthub.access.Extent;
import org.talenthub.analysis.AnalysisPlugin;
import org.talenthub.common.Problem;
import org.talenthub.meaning.Meaning;
import org.talenthub.meaning.Segments;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Privacy;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.filters.Organisations;
import org.talenthub.search.language.Language;
import org.talenthub.search.language.Namelike;
import org.talenthub.search.language.People;

/**
 * Finds, behind what the typed words stand in, the records whose profession is near to what they mean. Which those are depends on the
 * words and on what the viewer may see only, never on the filters. They are counted apart and follow the others; among the others nearness
 * only orders, below all that the words themselves say.
 */
@Component
public class Similar {

    /** Name of the clause among a hit's matched queries, the field in the index, and the parameter that switches it off. */
    public static final String NAME = "meaning";

    private static final List<String> WAYS = List.of("on", "off", "only");

    /** Fifteen pages of twenty. */
    public static final int MOST = 300;

    /** How near, as a cosine; one in twenty pairs of skills is nearer. Measured, see docs/adr/0010. */
    private static final float NEAR = 0.2f;

    /** A name comes near to something by chance, but not so near. */
    private static final float NEAR_NAME = 0.4f;

    private static final int LONGEST = 40;

    /** Of a long text what it names. */
    private static final int LONGEST_SENSE = 100;

    private static final int MOST_PAIRS = 12;

    /** Together below {@link Tier#WEAKEST}. */
    private static final float WEIGHT = 40;

    private static final float PAIRS = 9;

    /** Dictionaries whose words are topics. */
    private static final Set<String> SUBJECTS = Set.of("industry", "gb4754", "discipline");

    private static final Pattern TOPIC = Pattern.compile("(?=.*\\p{IsHan}).{2,}");
    private static final Pattern BODY = Pattern.compile(".*(公司|集团|大学|学院|研究院|研究所|医院|工厂|中学|小学|高新区|开发区|产业园|驿站|人才基地)");

    /** Where the texts behind the vectors stand in the index; of kinds that have vectors. */
    private static final Map<String, List<String>> FIELDS =
            Map.of("talent", Segments.fields("talent"), "demand", List.of("skills", "name", "majors", "duties"));

    private final Meaning meaning;
    private final Feeds feeds;
    private final Dictionaries dictionaries;
    private final Regions regions;
    private final Organisations organisations;
    private final boolean everything;

    /** @param everything no limits, to measure the order of all records with; for benchmarks */
    Similar(
            Meaning meaning,
            Feeds feeds,
            Dictionaries dictionaries,
            Regions regions,
            Organisations organisations,
            @Value("${hub.search.meaning-unlimited:false}") boolean everything) {
        this.meaning = meaning;
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.regions = regions;
        this.organisations = organisations;
        this.everything = everything;
    }

    /**
     * What is looked for by its meaning.
     *
     * @param only and not by its words
     */
    public record Topic(String text, boolean only) {}

    /** @throws Problem 400 for a way to go by meaning that there is not */
    static void check(List<String> values) {
        for (String v : values) {
            if (!WAYS.contains(v)) {
                throw Filter.unknownValue(NAME, v, WAYS);
            }
        }
    }

    /** What of the typed words names a topic; empty when nothing does, or the search shall go by the words only. */
    Optional<Topic> topic(SearchQuery q, Language typed) {
        if (!meaning.ready()
                || !FIELDS.containsKey(q.kind().type())
                || q.values(NAME).contains("off")) {
            return Optional.empty();
        }
        boolean only = q.values(NAME).contains("only");
        if (typed.described()) {
            String sense = typed.named().isEmpty() ? typed.typed() : String.join(" ", typed.named());
            return Optional.of(new Topic(sense.substring(0, Math.min(sense.length(), LONGEST_SENSE)), only))
                    .filter(t -> AnalysisPlugin.reads(t.text()));
        }
        String topic = String.join(
                " ",
                typed.parts().stream()
                        .filter(p -> topical(p, typed, q.kind()))
                        .map(p -> ((Language.Word) p.term()).text())
                        .toList());
        // what is made of rare characters, as some names are, means nothing to the model and comes near to anything
        return topic.isEmpty() || topic.length() > LONGEST || !AnalysisPlugin.reads(topic)
                ? Optional.empty()
                : Optional.of(new Topic(topic, only));
    }

    /** Phrases, fields and exclusions are meant literally; so are codes and Latin words, names, places, organisations and the words of dictionaries. */
    private boolean topical(Language.Part part, Language typed, Kind kind) {
        return part.term() instanceof Language.Fit
                || (part.term() instanceof Language.Word w
                        && !(typed.parts().size() > 1 && kind == Kind.TALENT && People.name(w.text()))
                        && !organisations.names(w.text())
                        && topical(w));
    }

    private boolean topical(Language.Word w) {
        return TOPIC.matcher(w.text()).matches()
                && !BODY.matcher(w.text()).matches()
                && regions.find(w.text()).isEmpty()
                && dictionaries.all().stream()
                        .filter(d -> !SUBJECTS.contains(d.name()))
                        .noneMatch(d -> d.find(w.text()).isPresent());
    }

    /**
     * The records near the topic for which the words that name no topic hold; empty when nothing can be compared.
     *
     * @param each the parts as words
     * @param scope what the viewer may see; null when that is everything
     */
    Optional<Query> near(Topic topic, Language typed, List<Query> each, Filter.Circumstances c, @Nullable Query scope) {
        byte[] vector = meaning.query(topic.text()).orElse(null);
        Optional<List<Query>> where = where(c, scope);
        if (vector == null || where.isEmpty()) {
            return Optional.empty();
        }
        List<Float> numbers = new ArrayList<>(vector.length);
        for (byte b : vector) {
            numbers.add((float) b);
        }
        int most = everything ? 10_000 : MOST;
        float near = everything ? -1 : Namelike.is(topic.text()) ? NEAR_NAME : NEAR;
        Query nearest = Query.of(q -> q.knn(k -> k.field(NAME)
                .queryVector(numbers)
                .k(most)
                .numCandidates(most)
                .similarity(near)
                .filter(where.get())
                .boost(WEIGHT)
                .queryName(NAME)));
        List<Query> literal = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            if (!topical(typed.parts().get(i), typed, c.kind())) {
                literal.add(each.get(i));
            }
        }
        return Optional.of(Query.of(q -> q.bool(b -> b.must(nearest)
                .filter(literal)
                .should(pairs(topic.text(), c.kind().type())))));
    }

    /** Where vectors may be compared: in full where everybody who sees the record may read what they come from; empty for nowhere. */
    private Optional<List<Query>> where(Filter.Circumstances c, @Nullable Query scope) {
        List<Query> filters = new ArrayList<>();
        if (scope != null) {
            filters.add(scope);
        }
        for (String field : Segments.fields(c.kind().type())) {
            Privacy privacy = feeds.get(c.kind().type())
                    .column(field)
                    .map(Column::privacy)
                    .orElseThrow(() -> new IllegalStateException("no column " + field));
            if (c.scope().showing(privacy) instanceof Extent.Nothing) {
                return Optional.empty();
            }
            filters.addAll(c.scope().readable(privacy, List.of(field)));
        }
        return Optional.of(filters);
    }

    /** Among similar ones those with the very characters come first: how many of the pairs of neighbours the record has. */
    private static List<Query> pairs(String topic, String type) {
        String han = topic.replace(" ", "");
        List<String> fields = FIELDS.getOrDefault(type, List.of());
        int[] points = han.codePoints().limit(MOST_PAIRS + 1L).toArray();
        List<Query> pairs = new ArrayList<>();
        float each = PAIRS / Math.max(1, points.length - 1);
        for (int i = 0; i + 1 < points.length && !fields.isEmpty(); i++) {
            String pair = new String(points, i, 2);
            pairs.add(Query.of(q -> q.constantScore(s -> s.boost(each)
                    .filter(f -> f.multiMatch(m -> m.query(pair).fields(fields).type(TextQueryType.Phrase))))));
        }
        return pairs;
    }
}
