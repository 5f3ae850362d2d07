package org.talenthub.search.filters;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talenthub.analysis.AnalysisPlugin;
import org.talenthub.common.Problem;
import org.talenthub.indexing.indices.Indices;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.standards.OrganisationNames;
import org.talenthub.search.Engine;
import org.talenthub.search.Kind;

/**
 * Which words name an organisation: by their ending, or because some record's organisation is called so, with or without its place and
 * legal form. Such a word finds what bears the name, not what shares 科技股份有限公司 with it. Up to two minutes old; it only decides how a
 * word is looked for, never what may be seen.
 */
@Component
public class Organisations {

    private static final Logger LOG = LoggerFactory.getLogger(Organisations.class);
    private static final int MOST = 20_000;
    private static final Duration FRESH = Duration.ofMinutes(2);

    /** A name that is asked for and not known may be newer than what is known. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Pattern NOTE = Pattern.compile("[(（][^()（）]{1,12}[)）]$");

    /** Endings of names that nothing else has, behind at least two characters. */
    private static final Pattern BODY =
            Pattern.compile("\\p{IsHan}{2,}(?:公司|集团|大学|学院|研究院|研究所|研究中心|医院|管委会|人才驿站|人才基地|职业技术学校|技工学校)");

    private final Indices indices;
    private final Engine engine;
    private final OrganisationNames forms;
    private final AtomicBoolean loading = new AtomicBoolean();
    private volatile Map<String, Set<String>> known = Map.of();
    private volatile Instant at = Instant.EPOCH;

    Organisations(Indices indices, Engine engine, OrganisationNames forms) {
        this.indices = indices;
        this.engine = engine;
        this.forms = forms;
    }

    public boolean names(String written) {
        String word = whole(written);
        return BODY.matcher(word).matches() || (word.length() > 2 && !AnalysisPlugin.knows(word) && called(word));
    }

    /** Without a note behind the name: 武汉示例公司（总部）. */
    private static String whole(String word) {
        return NOTE.matcher(word).replaceFirst("");
    }

    /** The full names that records have for one that is written in full or short; empty when no record has any. */
    public Set<String> full(String name) {
        String key = Simplified.key(whole(name));
        Set<String> found = known().getOrDefault(key, Set.of());
        if (found.isEmpty() && at.isBefore(Instant.now().minus(SOON)) && loading.compareAndSet(false, true)) {
            load();
            found = known.getOrDefault(key, Set.of());
        }
        return found;
    }

    /** Whether all names are known, so that one that is not there is none. */
    boolean complete() {
        return !at.equals(Instant.EPOCH)
                && known.values().stream().flatMap(Set::stream).distinct().count() < MOST;
    }

    /** A name, or the beginning of one with its place: 湖北示例光电 of 湖北示例光电科技有限公司. */
    private boolean called(String word) {
        String key = Simplified.key(word);
        boolean placed = key.length() > 4 && !forms.withoutPlace(key + "有限公司").startsWith(key);
        return known().containsKey(key) || (placed && known().keySet().stream().anyMatch(n -> n.startsWith(key)));
    }

    /** A word as it is looked for: the name of a company also without its legal form, which people leave out or mistake. */
    public List<String> written(String typed) {
        String whole = whole(typed);
        String word = BODY.matcher(whole).matches() ? whole : typed;
        String plain = forms.withoutForm(word);
        return plain.equals(word) ? List.of(word) : List.of(word, plain);
    }

    private Map<String, Set<String>> known() {
        if (at.isBefore(Instant.now().minus(FRESH)) && loading.compareAndSet(false, true)) {
            if (at.equals(Instant.EPOCH)) {
                load();
            } else {
                Thread.ofVirtual().name("organisations").start(this::load);
            }
        }
        return known;
    }

    /** Reads them anew; an engine that is away leaves the old ones. */
    private void load() {
        try {
            List<ResponseBody<Void>> answers = engine.atOnce(Arrays.stream(Kind.values())
                    .map(Kind::type)
                    .distinct()
                    .map(type -> SearchRequest.of(s -> s.index(indices.alias(type))
                            .size(0)
                            .source(x -> x.fetch(false))
                            .aggregations(
                                    "names",
                                    a -> a.terms(
                                            t -> t.field("enterpriseName.key").size(MOST)))))
                    .toList());
            Map<String, Set<String>> all = new HashMap<>();
            answers.forEach(a -> Terms.buckets(a, "names").forEach(b -> {
                String name = b.key().stringValue();
                forms.of(name)
                        .forEach(n -> all.computeIfAbsent(Simplified.key(n), k -> new HashSet<>())
                                .add(name));
            }));
            known = all;
            at = Instant.now();
        } catch (Problem | IllegalStateException away) {
            LOG.debug("names of organisations are not to be had", away);
        } finally {
            loading.set(false);
        }
    }
}
