package org.talenthub.search.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.analysis.AnalysisPlugin;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.search.kinds.Vocabulary;
import org.talenthub.search.language.Language;

/**
 * Long texts, pasted descriptions of posts above all: not every word of them has to hold. What is named in them (technologies, products,
 * skills that the pool speaks of) is looked for, and who has more of it comes first; conditions hold as in any line.
 */
@Component
class Descriptions {

    /** A line of more words than this, or a text of more characters, is a description. */
    private static final int MOST_WORDS = 12;

    private static final int LONG = 120;

    /** So many of the things it names are looked for, those that stand first. */
    private static final int MOST_NAMED = 16;

    /** 岗位职责：, 1、, （2）, ● stand before what is said and say nothing themselves. */
    private static final Pattern HEADING = Pattern.compile("(?<![\\p{L}\\d])\\p{IsHan}{2,8}[:：]");

    private static final Pattern ITEM =
            Pattern.compile("(?<![\\p{L}\\d.])[(（]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、](?!\\d)|[①-⑳●•◆■★·▪]");

    /** Posts, places and the like name nothing that somebody can do. */
    private static final Pattern NO_SKILL = Pattern.compile(
            ".*(?:师|员|工|长|总监|经理|专家|人才|计划|学者|总工|教授|博导|院士|基地|驿站|企业|公司|高新区|开发区|园区|新区|光谷|车谷|产业链|国家级|省级|合作|引进|荣誉|奖|研发|研发人员)$|AI|IT|IC");

    private final Vocabulary vocabulary;
    private final Set<String> topics = new LinkedHashSet<>();

    Descriptions(Vocabulary vocabulary, Dictionaries dictionaries) {
        this.vocabulary = vocabulary;
        dictionaries
                .industries()
                .chains()
                .forEach(c -> c.nodes()
                        .forEach(n -> Stream.concat(Stream.of(n.label()), n.aliases().stream())
                                .forEach(w -> topics.add(w.toLowerCase(Locale.ROOT)))));
    }

    /** Whether a typed text is so long. */
    static boolean is(String typed) {
        return typed.codePointCount(0, typed.length()) > LONG;
    }

    static boolean is(Language words) {
        return words.size() > MOST_WORDS;
    }

    /** The text without headings and numbers of its points, so that conditions stand by themselves. */
    static String plain(String typed) {
        return ITEM.matcher(HEADING.matcher(typed).replaceAll(" ")).replaceAll(" ");
    }

    /**
     * What is left of a long text beside its conditions: what it names, as one part of which as much as possible is to fit, and what
     * has to hold or must not (phrases, named fields, exclusions).
     *
     * @throws Problem 400 for too many of the latter
     */
    Language read(Language words) {
        List<Language.Part> parts = new ArrayList<>(words.parts().stream()
                .filter(p -> !(p.term() instanceof Language.Word) && !(p.term() instanceof Language.Any))
                .toList());
        if (parts.size() > MOST_WORDS) {
            throw Problem.badRequest("q.many", Sentence.of("refused.q.many", MOST_WORDS, parts.size()));
        }
        List<Language.Term> named = named(words.plain()).stream()
                .<Language.Term>map(Language.Word::new)
                .toList();
        String source = words.typed();
        parts.add(new Language.Part(source, 0, source.length(), new Language.Fit(named)));
        return new Language(words.typed(), List.copyOf(parts), words.unknown());
    }

    private List<String> named(String text) {
        Set<String> named = new LinkedHashSet<>();
        for (String stretch : text.split("[\\s,;。！？!?()（）“”\"]+", -1)) {
            String skill = stretch.toLowerCase(Locale.ROOT);
            if (stretch.length() > 1 && (topics.contains(skill) || vocabulary.has(stretch)) && !noSkill(stretch)) {
                named.add(stretch);
            } else {
                AnalysisPlugin.terms(stretch).stream().filter(t -> !noSkill(t)).forEach(named::add);
            }
        }
        return named.stream().limit(MOST_NAMED).toList();
    }

    private static boolean noSkill(String word) {
        return word.length() < 2 || NO_SKILL.matcher(word).matches();
    }
}
