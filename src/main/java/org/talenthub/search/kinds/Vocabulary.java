package org.talenthub.search.kinds;

import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.reference.chinese.Pinyin;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.contacts.OwnName;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Engine;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Terms;

/**
 * The skills that the pool speaks of, with their sounds, in memory: what completions and corrections are looked for among. Frequent ones
 * only, and up to two minutes old. It knows no viewer: before one is told to somebody, it is counted within the viewer's scope.
 */
@Component
public class Vocabulary {

    private static final Logger LOG = LoggerFactory.getLogger(Vocabulary.class);
    private static final int MOST = 20_000;
    private static final Duration FRESH = Duration.ofMinutes(2);

    /** How many entries of one beginning are compared. */
    private static final int MOST_COMPARED = 2_000;

    /** Longer texts are sentences. */
    private static final int LONGEST = 40;

    /** The field of skills of each kind that has some. */
    public static final Map<Kind, String> FIELDS = Arrays.stream(Kind.values())
            .filter(k -> KindTraits.of(k).skills() != null)
            .collect(Collectors.toUnmodifiableMap(
                    k -> k, k -> String.valueOf(KindTraits.of(k).skills())));

    private final Indices indices;
    private final Engine engine;
    private final List<Entry> standing;
    private final AtomicBoolean loading = new AtomicBoolean();
    private volatile Known known = new Known(List.of(), List.of(), Set.of(), Instant.EPOCH);

    Vocabulary(Indices indices, Engine engine, Dictionaries dictionaries, Regions regions) {
        this.indices = indices;
        this.engine = engine;
        this.standing = Stream.concat(
                        dictionaries.industries().chains().stream()
                                .flatMap(c -> Stream.of(
                                                Stream.of(c.label()),
                                                c.aliases().stream(),
                                                c.nodes().stream()
                                                        .flatMap(n -> Stream.concat(
                                                                Stream.of(n.label()), n.aliases().stream())))
                                        .flatMap(w -> w)),
                        Stream.concat(
                                Stream.of("education", "degree", "title", "title-level", "skill-level", "school")
                                        .flatMap(d -> dictionaries.get(d).words().keySet().stream()),
                                regions.names()))
                .distinct()
                .map(w -> entry(w, 0))
                .filter(e -> e.key.length() > 1)
                .toList();
    }

    /**
     * @param key what texts are compared by, see {@link Simplified#key}
     * @param sounds its readings, without blanks
     * @param count in how many records it stands
     */
    public record Entry(String text, String key, List<String> sounds, long count) {}

    /** One way to begin typing an entry. */
    private record Form(String text, Entry entry) {}

    private record Known(List<Entry> entries, List<Form> forms, Set<String> keys, Instant at) {}

    /** All of them, frequent ones first, and then the words of the standards: trades, levels, places. */
    public Stream<Entry> entries() {
        return Stream.concat(current().entries.stream(), standing.stream());
    }

    /** Whether a skill is called just so. */
    public boolean has(String skill) {
        return current().keys.contains(Simplified.key(skill));
    }

    /** What begins with what was typed, by characters, pinyin or initials; then what contains it; frequent ones first. */
    public List<String> completions(String typed, int limit) {
        Known now = current();
        String key = Simplified.key(typed);
        if (key.isEmpty()) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        beginning(now.forms, key).stream().limit(limit).forEach(e -> found.add(e.text));
        for (Entry e : now.entries) {
            if (found.size() >= limit) {
                break;
            }
            if (key.length() > 1 && e.key.contains(key)) {
                found.add(e.text);
            }
        }
        return List.copyOf(found);
    }

    private static List<Entry> beginning(List<Form> forms, String start) {
        int at = Collections.binarySearch(
                forms, new Form(start, new Entry("", "", List.of(), 0)), Comparator.comparing(Form::text));
        // the search may land on any of equal texts
        at = at < 0 ? -at - 1 : at;
        while (at > 0 && forms.get(at - 1).text.equals(start)) {
            at--;
        }
        Set<Entry> found = new LinkedHashSet<>();
        for (int i = at;
                i < forms.size() && i < at + MOST_COMPARED && forms.get(i).text.startsWith(start);
                i++) {
            found.add(forms.get(i).entry);
        }
        return found.stream()
                .sorted(Comparator.comparing((Entry e) -> !e.key.equals(start))
                        .thenComparing(Comparator.comparingLong(Entry::count).reversed()))
                .toList();
    }

    private Known current() {
        Known now = known;
        if (now.at.isBefore(Instant.now().minus(FRESH)) && loading.compareAndSet(false, true)) {
            if (now.at.equals(Instant.EPOCH)) {
                load();
                return known;
            }
            Thread.ofVirtual().name("vocabulary").start(this::load);
        }
        return now;
    }

    /** Reads it anew; an engine that is away leaves the old one. */
    public void load() {
        try {
            List<ResponseBody<Void>> answers = engine.search(FIELDS.entrySet().stream()
                    .map(f -> SearchRequest.of(s -> s.index(
                                    indices.alias(f.getKey().type()))
                            .size(0)
                            .source(x -> x.fetch(false))
                            .aggregations(
                                    "skills",
                                    a -> a.terms(t -> t.field(f.getValue()).size(MOST)))))
                    .toList());
            Map<String, Long> counts = new LinkedHashMap<>();
            for (ResponseBody<Void> answer : answers) {
                for (StringTermsBucket b : Terms.buckets(answer, "skills")) {
                    counts.merge(b.key().stringValue(), b.docCount(), Long::sum);
                }
            }
            known = of(counts);
        } catch (Problem | IllegalStateException away) {
            LOG.debug("skills are not to be had", away);
        } finally {
            loading.set(false);
        }
    }

    private static Entry entry(String text, long count) {
        return new Entry(text, Simplified.key(text), Pinyin.ofOrganisation(text).full(), count);
    }

    private static Known of(Map<String, Long> counts) {
        List<Entry> entries = new ArrayList<>();
        List<Form> forms = new ArrayList<>();
        counts.forEach((text, count) -> {
            String key = Simplified.key(text);
            if (key.length() < 2
                    || text.length() > LONGEST
                    || text.contains(OwnName.MASK)
                    || text.chars().anyMatch(ch -> Character.getType(ch) == Character.FORMAT)) {
                return;
            }
            Entry entry = entry(text, count);
            entries.add(entry);
            Set<String> ways = new LinkedHashSet<>(List.of(key));
            Pinyin.Readings readings = Pinyin.ofOrganisation(text);
            ways.addAll(readings.full());
            ways.addAll(readings.initials());
            ways.forEach(w -> forms.add(new Form(w, entry)));
        });
        entries.sort(Comparator.comparingLong(Entry::count).reversed());
        forms.sort(Comparator.comparing(Form::text));
        Set<String> keys = entries.stream().map(Entry::key).collect(Collectors.toUnmodifiableSet());
        return new Known(List.copyOf(entries), List.copyOf(forms), keys, Instant.now());
    }
}
