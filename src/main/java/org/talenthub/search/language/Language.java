package org.talenthub.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talenthub.analysis.AnalysisPlugin;

/**
 * What was typed, read as the little language of the search box: blanks mean “and”, {@code OR}, {@code |} or 或 between two terms means
 * “or” and binds closer than “and”, {@code "…"}, “…” and 「…」 are phrases, {@code -词} excludes, {@code 字段:值} looks in one field only,
 * {@code 字段:甲|乙} for either value.
 *
 * <p>Whatever does not fit is ordinary text: there is no wrong input. Hence no parentheses, which people type inside names of things.
 *
 * @param typed the whole line, narrow
 * @param parts all of them have to hold
 * @param unknown what looks like the name of a field and is none here
 */
public record Language(String typed, List<Part> parts, List<String> unknown) {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private static final Pattern LATIN = Pattern.compile("[a-zA-Z]+");

    /**
     * One of the things that have to hold.
     *
     * @param source as it was typed
     * @param from where it begins in the line
     * @param to where it ends, exclusive
     */
    public record Part(String source, int from, int to, Term term) {}

    /** What is looked for. */
    public sealed interface Term {}

    public record Word(String text) implements Term {}

    public record Phrase(String text) implements Term {}

    /** @param name as it was typed */
    public record Field(String name, Term value) implements Term {}

    public record Not(Term term) implements Term {}

    public record Any(List<Term> terms) implements Term {}

    /** As many of these as possible, at least one. */
    public record Fit(List<Term> terms) implements Term {}

    /** @param field whether a name, in lower case, is that of a field */
    public static Language read(String typed, Predicate<String> field) {
        return new LineReader(typed, field).language();
    }

    /** How many words and phrases there are; those of a list of names, of which any will do, are one. */
    public int size() {
        return parts.stream().mapToInt(p -> LineReader.size(p.term())).sum();
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Without the words that only stand between others, unless there are no others. */
    public Language without(Predicate<String> stop) {
        List<Part> kept = parts.stream()
                .filter(p -> !(p.term() instanceof Word w && stop.test(w.text())))
                .toList();
        return kept.isEmpty() || kept.size() == parts.size() ? this : new Language(typed, kept, unknown);
    }

    /** The words without signs, fields and what is excluded: what the question is about. */
    public String plain() {
        return parts.stream()
                .map(p -> plain(p.term()))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static String plain(Term term) {
        return switch (term) {
            case Word w -> w.text();
            case Phrase p -> p.text();
            case Any any -> plain(any.terms());
            case Fit fit -> plain(fit.terms());
            case Field f -> "";
            case Not n -> "";
        };
    }

    private static String plain(List<Term> terms) {
        return terms.stream().map(Language::plain).filter(t -> !t.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The words with those of named fields and of exclusions, without the signs: what completions are looked for by. */
    public String bare() {
        return parts.stream().map(p -> bare(p.term())).filter(t -> !t.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String bare(Term term) {
        return switch (term) {
            case Field f -> bare(f.value());
            case Not n -> bare(n.term());
            default -> plain(term);
        };
    }

    /** What is sought, where a long text was read: what fits it. */
    public List<String> named() {
        return parts.stream()
                .map(Part::term)
                .filter(Fit.class::isInstance)
                .flatMap(t -> ((Fit) t).terms().stream())
                .map(Language::plain)
                .toList();
    }

    /** Whether it is a long text, of which only what it names is looked for. */
    public boolean described() {
        return parts.stream().anyMatch(p -> p.term() instanceof Fit);
    }

    private static boolean joined(String a, String b, Predicate<String> known) {
        return NUMBER.matcher(a).matches()
                ? AnalysisPlugin.unit(b)
                : LATIN.matcher(a + b).matches() && known.test(a + " " + b);
    }

    /** Words side by side that are one word together: optical chip, 10 微米. */
    public Language together(Predicate<String> known) {
        List<Part> joined = new ArrayList<>();
        for (Part p : parts) {
            Part last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.term() instanceof Word a
                    && p.term() instanceof Word b
                    && joined(a.text(), b.text(), known)) {
                joined.set(
                        joined.size() - 1,
                        new Part(
                                last.source() + " " + p.source(),
                                last.from(),
                                p.to(),
                                new Word(a.text() + " " + b.text())));
            } else {
                joined.add(p);
            }
        }
        return joined.size() == parts.size() ? this : new Language(typed, List.copyOf(joined), unknown);
    }

    /** What was typed without one of its parts. */
    public String without(Part left) {
        return parts.stream().filter(p -> !p.equals(left)).map(Part::source).collect(Collectors.joining(" "));
    }

    /** What was typed with another word in the place of a part that is one. */
    public String with(Part old, String word) {
        return parts.stream().map(p -> p.equals(old) ? word : p.source()).collect(Collectors.joining(" "));
    }
}
