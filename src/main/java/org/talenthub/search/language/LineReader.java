package org.talenthub.search.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.search.language.Language.Any;
import org.talenthub.search.language.Language.Field;
import org.talenthub.search.language.Language.Fit;
import org.talenthub.search.language.Language.Not;
import org.talenthub.search.language.Language.Part;
import org.talenthub.search.language.Language.Phrase;
import org.talenthub.search.language.Language.Term;
import org.talenthub.search.language.Language.Word;

/** Goes through the text once, from left to right. Long because it is one grammar. */
final class LineReader {

    private static final String OPENING = "\"“”「『«";

    /** More than a text of the longest size has. */
    private static final int MOST_TERMS = 1_000;

    /** Values of one part: names of a list. */
    private static final int MOST_VALUES = 100;

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

    /** Marks that a question of digits alone has no use for: 1=1. */
    private static final Pattern ODD = Pattern.compile(".*[='\"<>;&^*@#$!\\\\{}\\[\\]].*");

    /** A term, or a sign between terms when it has none. */
    private record Token(int from, int to, @Nullable Term term) {}

    private final String text;
    private final Predicate<String> field;
    private final Set<String> unknown = new LinkedHashSet<>();
    private int at;

    LineReader(String typed, Predicate<String> field) {
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
                        .noneMatch(p -> Language.plain(p.term()).codePoints().anyMatch(Character::isLetter)
                                || p.term() instanceof Field
                                || p.term() instanceof Not);
    }

    static int size(Term term) {
        return switch (term) {
            case Any any ->
                any.terms().stream().allMatch(LineReader::name)
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
                        .anyMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.PRIVATE_USE)
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
                            text.substring(first.from(), next.to()), first.from(), next.to(), new Not(next.term())));
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
