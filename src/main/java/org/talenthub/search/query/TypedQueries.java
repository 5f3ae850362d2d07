package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.kinds.TextField;
import org.talenthub.search.language.Language;

/** What was typed and is no condition, as it is looked for in the fields of a kind; within the viewer's scope. */
@Component
class TypedQueries {

    /** Alternatives of one part; more are names. */
    private static final int MANY = 12;

    private static final Query NONE = Query.of(q -> q.matchNone(n -> n));

    private final Lexical lexical;
    private final NamedFields named;

    TypedQueries(Lexical lexical, NamedFields named) {
        this.lexical = lexical;
        this.named = named;
    }

    /** Every part of what was typed has to hold; or all words together, without the blanks between, are somebody's name. */
    @Nullable
    Query text(Language typed, Filter.Circumstances c, List<TextField> fields) {
        return typed.isEmpty() ? null : words(typed, each(typed, c, fields), c);
    }

    List<Query> each(Language typed, Filter.Circumstances c, List<TextField> fields) {
        AtomicInteger count = new AtomicInteger();
        return typed.parts().stream().map(p -> term(p.term(), c, fields, count)).toList();
    }

    Query words(Language typed, List<Query> each, Filter.Circumstances c) {
        if (each.size() == 1) {
            return each.getFirst();
        }
        Query all = Query.of(x -> x.bool(b -> b.must(each)));
        return together(typed, c).map(name -> Lexical.best(List.of(all, name))).orElse(all);
    }

    /**
     * The parts as they are looked for in each field that is shown. Elasticsearch looks for a highlight's query again in every field of
     * every hit, and each time in all fields that the query names: with the whole text that costs more than the search.
     */
    Map<String, Query> marks(Language typed, Filter.Circumstances c) {
        Map<String, Query> marks = new LinkedHashMap<>();
        for (TextField f : TextField.of(c.kind())) {
            if (f.shownAs() != null) {
                List<Query> here = new ArrayList<>();
                typed.parts().forEach(p -> here.addAll(marks(p.term(), c, f)));
                if (f.field().equals("name") && typed.parts().size() > 1) {
                    together(typed, c).ifPresent(here::add);
                }
                marks.put(f.field(), Lexical.best(here));
            }
        }
        return marks;
    }

    private List<Query> marks(Language.Term term, Filter.Circumstances c, TextField f) {
        return switch (term) {
            case Language.Word w -> lexical.marks(w.text(), c.kind(), c.scope(), f);
            case Language.Phrase p -> List.of(lexical.phrase(p.text(), 0, c.kind(), c.scope(), List.of(f)));
            case Language.Not n -> List.of();
            case Language.Any any ->
                any.terms().stream().flatMap(t -> marks(t, c, f).stream()).toList();
            case Language.Fit fit ->
                fit.terms().stream().map(t -> named(t, 0, c, List.of(f))).toList();
            case Language.Field named ->
                this.named.of(c.kind(), named.name()).orElseThrow() instanceof NamedFields.Text t
                                && t.field().equals(f)
                        ? marks(named.value(), c, f)
                        : List.of();
        };
    }

    /** All words as one name, when they are nothing but words. */
    private Optional<Query> together(Language typed, Filter.Circumstances c) {
        return typed.parts().stream().allMatch(p -> p.term() instanceof Language.Word)
                ? lexical.name(
                        typed.parts().stream().map(Language.Part::source).collect(Collectors.joining()),
                        c.kind(),
                        c.scope())
                : Optional.empty();
    }

    /** @param count gives each word its number */
    private Query term(Language.Term term, Filter.Circumstances c, List<TextField> fields, AtomicInteger count) {
        return switch (term) {
            case Language.Word w -> lexical.word(w.text(), count.getAndIncrement(), c.kind(), c.scope(), fields);
            case Language.Phrase p -> lexical.phrase(p.text(), count.getAndIncrement(), c.kind(), c.scope(), fields);
            case Language.Not n -> Query.of(q -> q.bool(b -> b.mustNot(term(n.term(), c, fields, count))));
            case Language.Any any -> {
                List<TextField> asked = any.terms().size() > MANY ? names(fields) : fields;
                yield Lexical.best(
                        any.terms().stream().map(t -> term(t, c, asked, count)).toList());
            }
            case Language.Fit fit ->
                Lexical.sum(fit.terms().stream()
                        .map(t -> named(t, count.getAndIncrement(), c, fields))
                        .toList());
            case Language.Field f ->
                switch (named.of(c.kind(), f.name()).orElseThrow()) {
                    case NamedFields.Text t -> term(f.value(), c, TextField.withNamed(c.kind(), t.field()), count);
                    case NamedFields.Choice choice -> chosen(choice.filter(), f.value(), c, count);
                    case NamedFields.Range range -> all(range.between(f.value(), c));
                    case NamedFields.Period period -> all(period.between(f.value(), c));
                    case NamedFields.Closed closed -> NONE;
                };
        };
    }

    private Query named(Language.Term term, int n, Filter.Circumstances c, List<TextField> fields) {
        return term instanceof Language.Word w ? lexical.named(w.text(), n, c.kind(), c.scope(), fields) : NONE;
    }

    /** A long list is one of names, which are looked for where names stand. */
    private static List<TextField> names(List<TextField> fields) {
        List<TextField> names = fields.stream()
                .filter(f -> f.field().equals("name") || f.field().equals("named"))
                .toList();
        return names.isEmpty() ? fields : names;
    }

    private static Query all(List<Query> ends) {
        return ends.isEmpty() ? NONE : Query.of(q -> q.bool(b -> b.filter(ends)));
    }

    /** A value that the condition does not know is looked for among the words of codes. */
    private Query chosen(Filter filter, Language.Term value, Filter.Circumstances c, AtomicInteger count) {
        return switch (value) {
            case Language.Any any ->
                Lexical.best(any.terms().stream()
                        .map(t -> chosen(filter, t, c, count))
                        .toList());
            case Language.Fit fit -> NONE;
            case Language.Word w -> chosen(filter, w.text(), c, count);
            case Language.Phrase p -> chosen(filter, p.text(), c, count);
            case Language.Field f -> chosen(filter, f.value(), c, count);
            case Language.Not n -> Query.of(q -> q.bool(b -> b.mustNot(chosen(filter, n.term(), c, count))));
        };
    }

    private Query chosen(Filter filter, String value, Filter.Circumstances c, AtomicInteger count) {
        try {
            return Query.of(q ->
                    q.constantScore(s -> s.filter(filter.condition().of(List.of(value), c))));
        } catch (Problem unknown) {
            return lexical.word(value, count.getAndIncrement(), c.kind(), c.scope(), List.of(TextField.LABELS));
        }
    }
}
