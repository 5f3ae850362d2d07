package org.talenthub.editions.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.talenthub.reference.chinese.Surnames;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contact;
import org.talenthub.reference.contacts.Contacts;

/**
 * Reads a text that is to be public, clause by clause, and says what may not stand in it, where, and how it can be said. Only the first place
 * of each ground in a clause is told.
 */
public final class Wording {

    private static final Pattern CLAUSE = Pattern.compile("[^，,。；;！!？?\\n\\r]+");

    /** 联系人：张三, 请联系李经理. */
    private static final Pattern CALLED =
            Pattern.compile("(?:联系人|负责人|招聘负责|经办人|咨询|请联系|请找|联系|致电)(?:是|为)?[:： ]*(\\p{IsHan}{2,4})");

    private static final Pattern STYLED =
            Pattern.compile("(\\p{IsHan})(?:先生|女士|小姐|老师|经理|主任|主管|总监|处长|科长|部长|博士|工)(?!课题|团队|工作|办公|项目|后|生|点|站|论|研|招|岗)");

    private Wording() {}

    /**
     * @param ageAllowed a law allows the line to ask for an age
     * @param names that may not stand in it, wherever they do
     * @return in the text's order
     */
    public static List<Finding> check(String text, boolean ageAllowed, Collection<String> names) {
        List<Place> places = places(text, ageAllowed, names);
        return places.stream()
                .map(p -> new Finding(
                        p.ground,
                        p.from,
                        p.to,
                        text.substring(p.from, p.to),
                        suggestion(text, places, names, ageAllowed)))
                .toList();
    }

    /** Where something stands, and the clause around it. */
    private record Place(Ground ground, int from, int to, int clauseFrom, int clauseTo) {}

    private static List<Place> places(String text, boolean ageAllowed, Collection<String> names) {
        String narrow = Texts.narrow(text).length() == text.length() ? narrowed(text) : text;
        List<Place> found = new ArrayList<>();
        Matcher clause = CLAUSE.matcher(narrow);
        while (clause.find()) {
            if (!Patterns.FREE.matcher(clause.group()).find()) {
                grounds(narrow, clause.start(), clause.end(), ageAllowed, found);
            }
        }
        for (Contact c : Contacts.find(text)) {
            found.add(around(narrow, Ground.CONTACT, c.from(), c.to()));
        }
        named(narrow, names, found);
        found.sort(Comparator.comparingInt(Place::from).thenComparing(Place::ground));
        return found;
    }

    private static String narrowed(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        // the full-width marks part clauses and stay
        text.chars().forEach(c -> narrow.append("，；：！？（）".indexOf(c) >= 0 ? (char) c : Texts.narrow((char) c)));
        return narrow.toString();
    }

    private static void grounds(String text, int from, int to, boolean ageAllowed, List<Place> found) {
        String clause = text.substring(from, to);
        Map<Ground, Place> first = new EnumMap<>(Ground.class);
        for (Patterns.Rule rule : Patterns.RULES) {
            if (rule.ground() == Ground.AGE && ageAllowed) {
                continue;
            }
            Matcher m = rule.pattern().matcher(clause);
            if (m.find()) {
                first.putIfAbsent(rule.ground(), new Place(rule.ground(), from + m.start(), from + m.end(), from, to));
            }
        }
        found.addAll(first.values());
    }

    private static void named(String text, Collection<String> names, List<Place> found) {
        for (String name : names) {
            int at = name.length() < 2 ? -1 : text.indexOf(name);
            if (at >= 0) {
                found.add(around(text, Ground.NAME, at, at + name.length()));
            }
        }
        Matcher called = CALLED.matcher(text);
        while (called.find()) {
            String who = called.group(1);
            String surname = Surnames.of(who);
            if (Surnames.known(surname) && !who.matches(".*(?:部门|处室|办公|人才|单位|企业|公司|中心|驿站|基地|本院|我们).*")) {
                add(found, around(text, Ground.NAME, called.start(1), called.end(1)));
            }
        }
        Matcher styled = STYLED.matcher(text);
        while (styled.find()) {
            int before = styled.start() - 1;
            // within a word it is no name: 光学工程博士
            boolean word = before >= 0 && Character.isIdeographic(text.charAt(before));
            if (!word && Surnames.known(styled.group(1)) && !styled.group().endsWith("工")) {
                add(found, around(text, Ground.NAME, styled.start(), styled.end()));
            }
        }
    }

    private static void add(List<Place> found, Place place) {
        if (found.stream().noneMatch(f -> f.ground == place.ground && f.from < place.to && place.from < f.to)) {
            found.add(place);
        }
    }

    private static Place around(String text, Ground ground, int from, int to) {
        Matcher clause = CLAUSE.matcher(text);
        while (clause.find()) {
            if (clause.start() <= from && from < clause.end()) {
                return new Place(ground, from, to, clause.start(), Math.max(to, clause.end()));
            }
        }
        return new Place(ground, from, to, from, to);
    }

    /** The clauses with something in them go; what takes their place says that it does not matter. */
    private static String suggestion(String text, List<Place> places, Collection<String> names, boolean ageAllowed) {
        StringBuilder clean = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int here = at;
            List<Place> begin =
                    places.stream().filter(p -> p.clauseFrom == here).toList();
            if (begin.isEmpty()) {
                clean.append(text.charAt(at++));
            } else {
                clean.append(
                        begin.stream().map(p -> p.ground.instead()).distinct().collect(Collectors.joining("，")));
                at = begin.stream().mapToInt(Place::clauseTo).max().orElse(text.length());
            }
        }
        String suggested = clean.toString();
        return places(suggested, ageAllowed, names).isEmpty()
                ? suggested
                : places.stream().map(p -> p.ground.instead()).distinct().collect(Collectors.joining("，"));
    }
}
