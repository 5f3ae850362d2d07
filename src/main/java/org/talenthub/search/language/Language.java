package org.talenthub.search.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** More than a text of the longest size has. */
    private static final int MOST_TERMS = 1_000;

    /** Values of one part: names of a list. */
    private static final int MOST_VALUES = 100;

    private static final String OPENING = "\"“”「『«";
    /** What ends sentences and is no part of a word. */
    private static final String ENDS = ".,;!?…~'`";

    private static final String CLOSING = "\"”“」』»";

    /** Full-width marks that stand between two things; the narrow ones are parts of formulas and ranges. */
    private static final String BETWEEN = "，、；。";

    /** Words between terms that are signs; 和 and its like only part words, as stop words do. */
    private static final Set<String> SIGNS = Set.of("OR", "或", "或者", "AND", "NOT");

    private static final Pattern FIELD_LIKE = Pattern.compile("\\p{L}{2,12}");

    /** Nd:YAG is a crystal. */
    private static final Pattern ELEMENT = Pattern.compile("\\p{Lu}\\p{Ll}");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private static final Pattern LATIN = Pattern.compile("[a-zA-Z]+");

    /** Marks that a question of digits alone has no use for: 1=1. */
    private static final Pattern ODD = Pattern.compile(".*[='\"<>;&^*@#$!\\\\{}\\[\\]].*");

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
        return new Reader(typed, field).language();
    }

    /** How many words and phrases there are; those of a list of names, of which any will do, are one. */
    public int size() {
        return parts.stream().mapToInt(p -> Reader.size(p.term())).sum();
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

    private static String plain(Term term) {
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

    /** Goes through the text once, from left to right. */
    private static final class Reader {

        /** A term, or a sign between terms when it has none. */
        private record Token(int from, int to, @Nullable Term term) {}

        private final String text;
        private final Predicate<String> field;
        private final Set<String> unknown = new LinkedHashSet<>();
        private int at;

        Reader(String typed, Predicate<String> field) {
            this.text = narrow(typed);
            this.field = field;
        }

        /** Full-width letters, digits and signs become narrow, all kinds of blanks one kind; what cannot be seen vanishes. */
        private static String narrow(String typed) {
            StringBuilder narrow = new StringBuilder(typed.length());
            for (int i = 0; i < typed.length(); i++) {
                char ch = typed.charAt(i);
                if (ch == '\u00ad' || Character.getType(ch) == Character.FORMAT) {
                    continue;
                }
                boolean blank = Character.isWhitespace(ch)
                        || Character.isSpaceChar(ch)
                        || Character.isISOControl(ch)
                        || BETWEEN.indexOf(ch) >= 0;
                narrow.append(blank ? ' ' : ch >= 0xFF01 && ch <= 0xFF5E ? (char) (ch - 0xFEE0) : ch);
            }
            return narrow.toString();
        }

        Language language() {
            List<Token> tokens = new ArrayList<>();
            int terms = 0;
            while (terms < MOST_TERMS) {
                skipBlanks();
                if (at >= text.length()) {
                    break;
                }
                Token token = token();
                if (token != null) {
                    tokens.add(token);
                    terms += token.term() == null ? 0 : size(token.term());
                }
            }
            List<Part> parts = join(tokens);
            return new Language(text, senseless(parts) ? List.of() : parts, List.copyOf(unknown));
        }

        /** No letter anywhere but in signs, and marks that belong to no number: ' OR 1=1 --. */
        private boolean senseless(List<Part> parts) {
            return !parts.isEmpty()
                    && ODD.matcher(text).matches()
                    && parts.stream()
                            .filter(p -> !SIGNS.contains(p.source().toUpperCase(Locale.ROOT)))
                            .noneMatch(p -> plain(p.term()).codePoints().anyMatch(Character::isLetter)
                                    || p.term() instanceof Field
                                    || p.term() instanceof Not);
        }

        private static int size(Term term) {
            return switch (term) {
                case Any any ->
                    any.terms().stream().allMatch(Reader::name)
                            ? 1
                            : any.terms().size();
                case Fit fit -> 1;
                case Not n -> size(n.term());
                case Field f -> size(f.value());
                case Word w -> 1;
                case Phrase p -> 1;
            };
        }

        private static boolean name(Term term) {
            return term instanceof Phrase || (term instanceof Word w && People.name(w.text()));
        }

        private void skipBlanks() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        /** Up to the next blank, or to the end of a phrase; null for signs that mean nothing. */
        private @Nullable Token token() {
            int from = at;
            boolean not = excludes();
            if (not) {
                at++;
            }
            String name = name();
            List<Term> values = values();
            if (name != null && values.isEmpty()) {
                // 字段: with the value behind a blank
                skipBlanks();
                values = values();
            }
            boolean inner = name != null && !not && values.size() == 1 && excluded(values.getFirst());
            if (inner) {
                // 字段:-值 says the same as -字段:值
                not = true;
                values = List.of(new Word(((Word) values.getFirst()).text().substring(1)));
            }
            String source = text.substring(from, at);
            if (values.isEmpty()) {
                return source.matches("\\|+") ? new Token(from, at, null) : null;
            }
            boolean bare = name == null && !not && values.size() == 1 && values.getFirst() instanceof Word;
            if (bare && SIGNS.contains(source.toUpperCase(Locale.ROOT))) {
                return new Token(from, at, null);
            }
            Term value = values.size() == 1 ? values.getFirst() : new Any(List.copyOf(values));
            Term term = name == null ? value : new Field(name, value);
            return new Token(from, at, not ? new Not(term) : term);
        }

        private static boolean excluded(Term value) {
            return value instanceof Word w
                    && w.text().length() > 1
                    && w.text().charAt(0) == '-'
                    && Character.isLetter(w.text().codePointAt(1));
        }

        /** A minus before a word; not before a number (-20℃) nor alone. */
        private boolean excludes() {
            if (text.charAt(at) != '-' || at + 1 >= text.length()) {
                return false;
            }
            char next = text.charAt(at + 1);
            return Character.isLetter(text.codePointAt(at + 1)) || OPENING.indexOf(next) >= 0;
        }

        /** The name of a field with its colon, passed over; null when none stands here. */
        private @Nullable String name() {
            int end = at;
            while (end < text.length() && Character.isLetter(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end == at || end >= text.length() || text.charAt(end) != ':') {
                return null;
            }
            String name = text.substring(at, end);
            if (field.test(name.toLowerCase(Locale.ROOT))) {
                at = end + 1;
                return name;
            }
            boolean value = end + 1 < text.length() && " /\\".indexOf(text.charAt(end + 1)) < 0;
            if (value
                    && FIELD_LIKE.matcher(name).matches()
                    && !ELEMENT.matcher(name).matches()) {
                unknown.add(name);
            }
            return null;
        }

        /** One value, or several with bars between them. */
        private List<Term> values() {
            List<Term> values = new ArrayList<>();
            while (at < text.length() && text.charAt(at) != ' ') {
                if (text.charAt(at) == '|') {
                    at++;
                    continue;
                }
                Term value = value();
                if (value != null && values.size() < MOST_VALUES) {
                    values.add(value);
                }
                if (at >= text.length() || text.charAt(at) != '|') {
                    break;
                }
            }
            return values;
        }

        private @Nullable Term value() {
            int quote = OPENING.indexOf(text.charAt(at));
            if (quote >= 0) {
                int close = closing(quote);
                if (close > 0) {
                    String inside = text.substring(at + 1, close).strip();
                    at = close + 1;
                    return inside.codePoints().anyMatch(Character::isLetterOrDigit) ? new Phrase(inside) : null;
                }
                at++;
            }
            int from = at;
            while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '|') {
                at++;
            }
            return at == from ? null : word(text.substring(from, at));
        }

        /** A word without the marks that end sentences; null for what is only marks, which nothing can be found by. */
        private static @Nullable Word word(String typed) {
            int from = 0;
            int to = typed.length();
            while (to > from && ENDS.indexOf(typed.charAt(to - 1)) >= 0) {
                to--;
            }
            while (from < to && ENDS.indexOf(typed.charAt(from)) >= 0 && typed.charAt(from) != '.') {
                from++;
            }
            String word = typed.substring(from, to);
            return word.codePoints()
                            .anyMatch(
                                    c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.PRIVATE_USE)
                    ? new Word(word)
                    : null;
        }

        /** Where the phrase that begins here ends: at its own mark, or at any, since people mix them; -1 when nowhere. */
        private int closing(int quote) {
            int own = text.indexOf(CLOSING.charAt(quote), at + 1);
            if (own > 0) {
                return own;
            }
            for (int i = at + 1; i < text.length(); i++) {
                if (CLOSING.indexOf(text.charAt(i)) >= 0) {
                    return i;
                }
            }
            return -1;
        }

        /** Joins what an “or” stands between; a sign without a term on both sides is a word, or nothing. */
        private List<Part> join(List<Token> tokens) {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                Token first = tokens.get(i);
                if (first.term() == null) {
                    Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
                    boolean word = i == 0 && !sign(first).startsWith("|") && (next == null || or(first));
                    if (word) {
                        parts.add(new Part(source(first), first.from(), first.to(), new Word(source(first))));
                    } else if (sign(first).equals("NOT") && next != null && next.term() != null) {
                        parts.add(new Part(
                                text.substring(first.from(), next.to()),
                                first.from(),
                                next.to(),
                                new Not(next.term())));
                        i++;
                    }
                    continue;
                }
                List<Term> terms = new ArrayList<>(List.of(first.term()));
                while (i + 2 < tokens.size() && or(tokens.get(i + 1))) {
                    Term next = tokens.get(i + 2).term();
                    if (next == null) {
                        break;
                    }
                    terms.add(next);
                    i += 2;
                }
                String source = text.substring(first.from(), tokens.get(i).to());
                parts.add(new Part(
                        source,
                        first.from(),
                        tokens.get(i).to(),
                        terms.size() == 1 ? terms.getFirst() : new Any(List.copyOf(terms))));
            }
            return List.copyOf(parts);
        }

        private boolean or(Token t) {
            return t.term() == null && !sign(t).equals("AND") && !sign(t).equals("NOT");
        }

        private String sign(Token t) {
            return source(t).toUpperCase(Locale.ROOT);
        }

        private String source(Token t) {
            return text.substring(t.from(), t.to());
        }
    }
}
