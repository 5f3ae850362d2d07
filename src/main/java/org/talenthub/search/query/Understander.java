package org.talenthub.search.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talenthub.analysis.AnalysisPlugin;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Regions;
import org.talenthub.search.Kind;
import org.talenthub.search.SearchQuery;
import org.talenthub.search.Understood;
import org.talenthub.search.kinds.Filters;
import org.talenthub.search.kinds.KindTraits;
import org.talenthub.search.language.Language;
import org.talenthub.search.language.People;
import org.talenthub.search.understanding.Condition;
import org.talenthub.search.understanding.Understanding;

/**
 * Takes the conditions out of a typed line. Only plain words are looked at: quoted text, named fields and what an OR joins to something
 * else stay as they are, and {@code plain=true} leaves everything as it is.
 */
@Component
class Understander {

    /** The parameter that switches it off. */
    static final String PLAIN = "plain";

    /** An “or” that stands between two conditions belongs to neither. */
    private static final Pattern EDGE = Pattern.compile("^(?:或者|[或/、])|(?:或者|[或/、])$");

    private final NamedFields named;
    private final ConditionLabels labels;
    private final Descriptions descriptions;
    private final Map<Kind, Understanding> byKind = new EnumMap<>(Kind.class);

    Understander(
            NamedFields named,
            ConditionLabels labels,
            Descriptions descriptions,
            Regions regions,
            Feeds feeds,
            Filters filters,
            Dictionaries dictionaries) {
        this.named = named;
        this.labels = labels;
        this.descriptions = descriptions;
        for (Kind kind : Kind.values()) {
            Understanding u =
                    new Understanding(regions, dictionaries.industries(), kind == Kind.TALENT, kind == Kind.DEMAND);
            for (String filter : filters.of(kind).keySet()) {
                String field = filter.equals("kind") ? "kinds" : filter;
                feeds.get(kind.type())
                        .column(field)
                        .filter(c -> c.dictionary() != null && !filter.equals("industry"))
                        .ifPresent(c -> u.with(filter, dictionaries.get(String.valueOf(c.dictionary()))));
            }
            KindTraits.of(kind).words(u, dictionaries);
            byKind.put(kind, u);
        }
    }

    /**
     * A line, read.
     *
     * @param rest what is left as words
     */
    record Line(List<Understood> understood, Language rest) {}

    /** @param usable whether the viewer may use a filter */
    Line read(SearchQuery q, String typed, LocalDate today, Predicate<String> usable) {
        String names = People.joined(typed);
        boolean list = !names.equals(typed) && !Descriptions.is(named.read(q.kind(), names));
        Language language = named.read(q.kind(), !list && Descriptions.is(typed) ? Descriptions.plain(typed) : names);
        if (q.values(PLAIN).contains("true")) {
            return new Line(List.of(), sought(language, list));
        }
        Understanding reader = byKind.get(q.kind());
        List<Condition> found = reader == null ? List.of() : conditions(reader, language, today, usable);
        if (found.isEmpty()) {
            return new Line(List.of(), sought(language, list));
        }
        String line = language.typed();
        List<Understood> understood = once(found).stream()
                .map(c -> new Understood(
                        EDGE.matcher(line.substring(c.from(), c.to()).strip()).replaceAll(""),
                        c.filter(),
                        c.values(),
                        labels.of(q.kind(), c.filter(), c.values(), c.not()),
                        c.not(),
                        replaced(line, List.of(c), " "),
                        replaced(
                                line,
                                List.of(c),
                                "\"" + line.substring(c.from(), c.to()).strip() + "\"")))
                .toList();
        return new Line(understood, sought(named.read(q.kind(), replaced(line, found, " ")), list));
    }

    /** Each condition as it was said first; a long text may repeat itself. */
    private static List<Condition> once(List<Condition> found) {
        Set<List<Object>> before = new HashSet<>();
        return found.stream()
                .filter(c -> before.add(List.of(c.filter(), c.values(), c.not())))
                .toList();
    }

    /** @param list whether it is a list of names, of which any will do */
    private Language sought(Language read, boolean list) {
        Language words = read.without(AnalysisPlugin::stops).together(AnalysisPlugin::knows);
        return !list && (Descriptions.is(words.typed()) || Descriptions.is(words)) ? descriptions.read(words) : words;
    }

    private static List<Condition> conditions(
            Understanding reader, Language language, LocalDate today, Predicate<String> usable) {
        String line = language.typed();
        List<Condition> found = new ArrayList<>();
        List<Language.Part> parts = language.parts();
        for (int i = 0; i < parts.size(); i++) {
            Language.Part part = parts.get(i);
            switch (part.term()) {
                case Language.Word w -> {
                    int last = i;
                    while (last + 1 < parts.size() && parts.get(last + 1).term() instanceof Language.Word) {
                        last++;
                    }
                    int to = parts.get(last).to();
                    reader.read(line.substring(part.from(), to), today, usable)
                            .forEach(c -> found.add(moved(c, part.from(), c.not())));
                    i = last;
                }
                case Language.Any any -> found.addAll(alternatives(reader, part, any, today, usable));
                case Language.Not n -> {
                    // of a range one end said not to hold would be something else
                    List<Condition> one =
                            n.term() instanceof Language.Word w ? reader.whole(w.text(), today, usable) : List.of();
                    if (one.size() == 1) {
                        Condition c = one.getFirst();
                        found.add(new Condition(part.from(), part.to(), c.filter(), c.values(), true));
                    }
                }
                case Language.Fit fit -> {}
                case Language.Phrase p -> {}
                case Language.Field f -> {}
            }
        }
        found.sort(Comparator.comparingInt(Condition::from));
        return found;
    }

    private static Condition moved(Condition c, int by, boolean not) {
        return new Condition(c.from() + by, c.to() + by, c.filter(), c.values(), not);
    }

    /** 博士 OR 硕士: values of one filter, else nothing. */
    private static List<Condition> alternatives(
            Understanding reader, Language.Part part, Language.Any any, LocalDate today, Predicate<String> usable) {
        List<String> values = new ArrayList<>();
        String filter = "";
        for (Language.Term t : any.terms()) {
            List<Condition> one = t instanceof Language.Word w ? reader.whole(w.text(), today, usable) : List.of();
            if (one.size() != 1
                    || !(filter.isEmpty() || filter.equals(one.getFirst().filter()))) {
                return List.of();
            }
            filter = one.getFirst().filter();
            values.addAll(one.getFirst().values());
        }
        return filter.endsWith("Min") || filter.endsWith("Max")
                ? List.of()
                : List.of(new Condition(
                        part.from(),
                        part.to(),
                        filter,
                        values.stream().distinct().toList(),
                        false));
    }

    /** The line with the places of these conditions replaced. */
    private static String replaced(String line, List<Condition> conditions, String by) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (Condition c : conditions) {
            if (c.from() >= at) {
                rest.append(line, at, c.from()).append(by);
                at = c.to();
            }
        }
        return rest.append(line.substring(at))
                .toString()
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
