package org.talenthub.search.understanding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Industries;
import org.talenthub.reference.standards.Regions;

/**
 * Reads the conditions in a stretch of typed words. What has a grammar of its own (45岁以下, 硕士以上) is one wherever it stands; a mere word
 * (博士, 武汉, 柔性) only where nothing unknown touches it: 武汉 is a place in 武汉 激光, 武汉激光 and 武汉45岁以下博士, and none in 武汉某某科技, as
 * 柔性 is none in 柔性传感. Words of trades are known from the industry chains. In doubt it is no condition.
 */
public final class Understanding {

    /** What stands beside a condition and adds nothing to it. */
    private static final Pattern FILLER = Pattern.compile(
            "(?:的|且|和|及|并且|以及|同时|学历|学位|职称|人才|人员|人选|候选人|工作|要求|具有|具备|拥有|需要|背景|毕业生|毕业|不限|者|全日制|统招|需求|岗位|职位|企业|平台|方面|方向|领域)");

    private static final Pattern OR = Pattern.compile("(?:或者|或|/|、)");
    private static final Pattern NEGATION = Pattern.compile("(?:非(?!全日制)|不要|不是|不在|不含|不包括|不包含|不需要|除了|除|排除|没有)\\s*");

    /** 武汉以外, 除武汉外. */
    private static final Pattern EXCEPT = Pattern.compile("(?:以外|之外|除外|外(?![\\p{IsHan}]))的?");

    private final Words words = new Words();
    private final Places places;
    private final Set<String> topics = new HashSet<>();
    private int longestTopic;
    private final boolean people;
    private final boolean posts;

    /**
     * @param people whether people are searched, with ages and graduations
     * @param posts whether posts are searched, with salaries
     */
    public Understanding(Regions regions, Industries industries, boolean people, boolean posts) {
        this.places = new Places(regions);
        this.people = people;
        this.posts = posts;
        industries.chains().forEach(c -> {
            topic(c.label());
            c.aliases().forEach(this::topic);
            c.nodes().forEach(n -> {
                topic(n.label());
                n.aliases().forEach(this::topic);
            });
        });
    }

    private void topic(String word) {
        topics.add(word.toLowerCase(Locale.ROOT));
        longestTopic = Math.max(longestTopic, word.length());
    }

    /** Lets the words of a dictionary be values of a filter; what comes first keeps a word. */
    public Understanding with(String filter, Dictionary dictionary) {
        words.add(filter, dictionary);
        return this;
    }

    /** Lets the names of what stands on the levels of another filter be values of a filter: 研究员 of 正高级. */
    public Understanding with(String filter, Dictionary names, String levelFilter, Dictionary levels) {
        words.add(filter, names, levelFilter, levels);
        return this;
    }

    /** Lets a name be a value of a filter. */
    public Understanding with(String filter, String word, String value) {
        words.add(filter, word, value);
        return this;
    }

    /**
     * The conditions of a stretch of words, in their order, none overlapping another; a range is two of one place.
     *
     * @param typed narrow; blanks part words
     * @param usable whether the viewer may use a filter
     */
    public List<Condition> read(String typed, LocalDate today, Predicate<String> usable) {
        String lower = Simplified.of(typed).toLowerCase(Locale.ROOT);
        String text = lower.length() == typed.length() ? lower : typed;
        List<Piece> pieces = pieces(text, today, usable);
        Pieces.settle(text, pieces);
        Pieces.negate(pieces);
        List<Condition> found = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece p = pieces.get(i);
            if (p.condition()) {
                int from = p.from();
                for (int j = i - 1; j >= 0 && empty(pieces.get(j)); j--) {
                    from = pieces.get(j).from();
                }
                int to = p.to();
                for (int j = i + 1; j < pieces.size() && empty(pieces.get(j)); j++) {
                    to = pieces.get(j).to();
                }
                int begin =
                        found.isEmpty() ? from : Math.max(from, found.getLast().to());
                int end = to;
                p.conditions().forEach(c -> found.add(c.at(begin, end)));
            }
        }
        return found;
    }

    /** Whether the whole stretch is one word for one condition; for the alternatives of an OR and for what is excluded. */
    public List<Condition> whole(String typed, LocalDate today, Predicate<String> usable) {
        List<Condition> all = read(typed, today, usable);
        boolean one =
                !all.isEmpty() && all.stream().allMatch(c -> c.from() == 0 && c.to() == typed.length() && !c.not());
        return one ? all : List.of();
    }

    private static boolean empty(Piece p) {
        return p.sort() == Piece.Sort.FILLER
                || p.sort() == Piece.Sort.OR
                || p.sort() == Piece.Sort.NOT
                || p.sort() == Piece.Sort.EXCEPT;
    }

    private List<Piece> pieces(String text, LocalDate today, Predicate<String> usable) {
        List<Phrase> phrases = new ArrayList<>();
        if (people) {
            phrases.add(new Ages(today.getYear()));
            phrases.add(new Careers(today.getYear(), true));
        }
        if (posts) {
            phrases.add(new Salaries());
            phrases.add(new Careers(today.getYear(), false));
        }
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Piece next = next(text, at, phrases, usable);
            Piece last = pieces.isEmpty() ? null : pieces.getLast();
            if (next.sort() == Piece.Sort.TEXT && last != null && last.sort() == Piece.Sort.TEXT) {
                pieces.set(pieces.size() - 1, new Piece(last.from(), next.to(), Piece.Sort.TEXT, List.of()));
            } else {
                pieces.add(next);
            }
            at = next.to();
        }
        return pieces;
    }

    private Piece next(String text, int at, List<Phrase> phrases, Predicate<String> usable) {
        if (text.charAt(at) == ' ') {
            return new Piece(at, at + 1, Piece.Sort.BLANK, List.of());
        }
        Piece best = null;
        for (Phrase p : phrases) {
            Phrase.Match m = p.at(text, at);
            if (m != null && (best == null || m.end() > best.to())) {
                int end = m.end();
                best = new Piece(
                        at,
                        end,
                        Piece.Sort.STRONG,
                        m.conditions().stream()
                                .map(c -> new Condition(at, end, c.filter(), List.of(c.value()), false))
                                .toList());
            }
        }
        best = longer(best, piece(at, words.at(text, at, usable)));
        best = longer(best, piece(at, usable.test("region") ? places.at(text, at) : null));
        int topic = topic(text, at);
        if (topic > (best == null ? at : best.to())) {
            best = new Piece(at, topic, Piece.Sort.TOPIC, List.of());
        }
        if (best != null) {
            return best;
        }
        Matcher or = Ages.match(OR, text, at);
        if (or.lookingAt()) {
            return new Piece(at, or.end(), Piece.Sort.OR, List.of());
        }
        Matcher not = Ages.match(NEGATION, text, at);
        if (not.lookingAt()) {
            return new Piece(at, not.end(), Piece.Sort.NOT, List.of());
        }
        Matcher except = Ages.match(EXCEPT, text, at);
        if (except.lookingAt()) {
            return new Piece(at, except.end(), Piece.Sort.EXCEPT, List.of());
        }
        Matcher filler = Ages.match(FILLER, text, at);
        if (filler.lookingAt()) {
            return new Piece(at, filler.end(), Piece.Sort.FILLER, List.of());
        }
        return new Piece(at, at + Character.charCount(text.codePointAt(at)), Piece.Sort.TEXT, List.of());
    }

    private static @Nullable Piece longer(@Nullable Piece a, @Nullable Piece b) {
        return b == null || (a != null && a.to() >= b.to()) ? a : b;
    }

    private static @Nullable Piece piece(int at, Words.@Nullable Match m) {
        return m == null
                ? null
                : new Piece(
                        at,
                        m.end(),
                        m.strong() ? Piece.Sort.STRONG : Piece.Sort.WEAK,
                        List.of(new Condition(at, m.end(), m.filter(), m.values(), false)));
    }

    private int topic(String text, int at) {
        for (int end = Math.min(text.length(), at + longestTopic); end > at + 1; end--) {
            if (topics.contains(text.substring(at, end))) {
                return end;
            }
        }
        return at;
    }
}
