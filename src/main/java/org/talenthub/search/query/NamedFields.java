package org.talenthub.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.search.Kind;

/**
 * The fields that can be named in the search box ({@code 专长:光芯片}): by the title or an alias of their column in the feed, as the
 * API calls them, or as a condition is called.
 */
@Component
class NamedFields {

    /** What a name stands for. */
    sealed interface Target {}

    /** A text that words are looked for in. */
    record Text(TextField field) implements Target {}

    /** A condition with values of its own. */
    record Choice(Filter filter) implements Target {}

    /** A number between two conditions. */
    record Range(Filter from, Filter to) implements Target {

        private static final Pattern WRITTEN =
                Pattern.compile("(>=?|<=?|≥|≤)?(\\d{1,6})(?:[-~—–至到](\\d{1,6}))?\\D{0,4}?(以上|以下|以内|\\+)?");

        /** 30-40, >=30, <40, 30以上, 40以下, 30; what is none of these is on no record. */
        List<Query> between(Language.Term value, Filter.Circumstances c) {
            Matcher m = WRITTEN.matcher(
                    switch (value) {
                        case Language.Word w -> w.text();
                        case Language.Phrase p -> p.text();
                        default -> "";
                    });
            if (!m.matches()) {
                return List.of(Query.of(q -> q.matchNone(n -> n)));
            }
            String sign = m.group(1) == null ? "" : m.group(1);
            String word = m.group(4) == null ? "" : m.group(4);
            int first = Integer.parseInt(m.group(2));
            boolean upwards = sign.startsWith(">") || sign.equals("≥") || word.equals("以上") || word.equals("+");
            boolean downwards = sign.startsWith("<") || sign.equals("≤") || word.equals("以下") || word.equals("以内");
            int least = sign.equals(">") ? first + 1 : first;
            int most = m.group(3) != null ? Integer.parseInt(m.group(3)) : sign.equals("<") ? first - 1 : first;
            try {
                List<Query> ends = new ArrayList<>();
                if (!downwards) {
                    ends.add(from.condition().of(List.of(String.valueOf(least)), c));
                }
                if (!upwards) {
                    ends.add(to.condition().of(List.of(String.valueOf(most)), c));
                }
                return ends;
            } catch (Problem outOfRange) {
                return List.of(Query.of(q -> q.matchNone(n -> n)));
            }
        }
    }

    private static final Map<String, List<String>> OTHER_NAMES = Map.ofEntries(
            Map.entry("expertise", List.of("skill", "skills", "技能")),
            Map.entry("skills", List.of("skill", "技能", "专长")),
            Map.entry("enterpriseName", List.of("company", "单位", "企业", "公司")),
            Map.entry("honours", List.of("荣誉")),
            Map.entry("region", List.of("地区", "行政区划", "市州", "所在地区", "城市", "city")),
            Map.entry("node", List.of("产业链环节", "环节")),
            Map.entry("carrier", List.of("载体", "驿站", "上报载体", "station")),
            Map.entry("industries", List.of("产业")),
            Map.entry("age", List.of("年龄")),
            Map.entry("salary", List.of("年薪", "薪酬")),
            Map.entry("experience", List.of("工作年限", "年限")));

    private final Map<Kind, Map<String, Target>> byKind = new EnumMap<>(Kind.class);

    NamedFields(Feeds feeds, Filters filters) {
        for (Kind kind : Kind.values()) {
            Map<String, Target> names = new LinkedHashMap<>();
            for (TextField f : TextField.of(kind)) {
                if (f.column() != null) {
                    put(names, new Text(f), Stream.of(f.field(), f.column(), f.shownAs()));
                    column(feeds, kind, f.column()).ifPresent(c -> put(names, new Text(f), titles(c)));
                }
            }
            Map<String, Filter> conditions = filters.of(kind);
            conditions.forEach((name, filter) -> {
                if (filter.facet() != null) {
                    String field = filter.facet().field();
                    put(names, new Choice(filter), Stream.of(name, field));
                    column(feeds, kind, field).ifPresent(c -> put(names, new Choice(filter), titles(c)));
                } else if (name.endsWith("Min")) {
                    String range = name.substring(0, name.length() - "Min".length());
                    Filter to = conditions.get(range + "Max");
                    if (to != null) {
                        put(names, new Range(filter, to), Stream.of(range));
                    }
                }
            });
            byKind.put(kind, names);
        }
    }

    private static Optional<Column> column(Feeds feeds, Kind kind, String field) {
        return feeds.get(kind.type()).column(field);
    }

    private static Stream<String> titles(Column c) {
        return Stream.concat(Stream.of(c.title()), c.aliases().stream());
    }

    /** What came first keeps a name. */
    private static void put(Map<String, Target> names, Target target, Stream<String> called) {
        called.filter(n -> n != null)
                .flatMap(n -> Stream.concat(Stream.of(n), OTHER_NAMES.getOrDefault(n, List.of()).stream()))
                .forEach(n -> names.putIfAbsent(n.toLowerCase(Locale.ROOT), target));
    }

    Optional<Target> of(Kind kind, String name) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(name.toLowerCase(Locale.ROOT)));
    }

    /** What was typed, for a search in this kind. */
    Language read(Kind kind, String typed) {
        return Language.read(typed, name -> of(kind, name).isPresent());
    }
}
