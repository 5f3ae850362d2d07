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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Problem;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.search.Kind;
import org.talenthub.search.filters.Filter;
import org.talenthub.search.kinds.Filters;
import org.talenthub.search.kinds.TextField;
import org.talenthub.search.language.Language;

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

    /** A column that is never searched by: contacts and documents. */
    record Closed() implements Target {}

    /**
     * A year, month or day between two conditions.
     *
     * @param to null when only the beginning can be asked for
     */
    record Period(Filter from, @Nullable Filter to) implements Target {

        private static final String DATE = "\\d{4}(?:[-/.年]\\d{1,2}月?(?:[-/.]?\\d{1,2}日?)?)?年?";
        private static final Pattern WRITTEN =
                Pattern.compile("(" + DATE + ")(?:(?:-|~|—|–|至|到)(" + DATE + "))?(?:(及?以后|之后|后|起|以来)|(及?以前|之前|前))?");

        /** 1985, 1985-03, 1980-1985, 2020以后; empty for what is none of these. */
        List<Query> between(Language.Term value, Filter.Circumstances c) {
            Matcher m = WRITTEN.matcher(text(value));
            if (!m.matches()) {
                return List.of();
            }
            String last = m.group(2) == null ? m.group(1) : m.group(2);
            try {
                List<Query> ends = new ArrayList<>();
                if (m.group(4) == null) {
                    ends.add(from.condition().of(List.of(m.group(1)), c));
                }
                if (m.group(3) == null && to != null) {
                    ends.add(to.condition().of(List.of(last), c));
                }
                return ends;
            } catch (Problem noDate) {
                return List.of();
            }
        }
    }

    private static String text(Language.Term value) {
        return switch (value) {
            case Language.Word w -> w.text();
            case Language.Phrase p -> p.text();
            case Language.Any any -> "";
            case Language.Fit fit -> "";
            case Language.Field f -> "";
            case Language.Not n -> text(n.term());
        };
    }

    /** A number between two conditions. */
    record Range(Filter from, Filter to) implements Target {

        private static final Pattern WRITTEN =
                Pattern.compile("(>=?|<=?|≥|≤)?(\\d{1,6})(?:[-~—–至到](\\d{1,6}))?\\D{0,4}?(以上|以下|以内|\\+)?");

        /** 30-40, >=30, <40, 30以上, 40以下, 30; empty for what is none of these. */
        List<Query> between(Language.Term value, Filter.Circumstances c) {
            Matcher m = WRITTEN.matcher(text(value));
            if (!m.matches()) {
                return List.of();
            }
            String sign = m.group(1) == null ? "" : m.group(1);
            String word = m.group(4) == null ? "" : m.group(4);
            int first = Integer.parseInt(m.group(2));
            boolean upwards = sign.startsWith(">") || sign.equals("≥") || word.equals("以上") || word.equals("+");
            boolean downwards = sign.startsWith("<") || sign.equals("≤") || word.equals("以下") || word.equals("以内");
            int least = sign.equals(">") ? first + 1 : first;
            int most = m.group(3) != null ? Integer.parseInt(m.group(3)) : sign.equals("<") ? first - 1 : first;
            if (least > most) {
                return List.of();
            }
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
                return List.of();
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
            Map.entry("birth", List.of("出生年份", "出生", "born")),
            Map.entry("graduated", List.of("毕业年份", "毕业")),
            Map.entry("arrive", List.of("到岗时限", "到岗时间", "到岗日期")),
            Map.entry("confirmed", List.of("信息确认日期", "确认日期")),
            Map.entry("school", List.of("毕业学校", "学校", "院校", "university")),
            Map.entry("open", List.of("有效", "是否有效")),
            Map.entry("since", List.of("入库", "入库时间")),
            Map.entry("changedSince", List.of("更新", "更新时间")),
            Map.entry("experience", List.of("工作年限", "年限", "工作经验", "经验要求", "经验")));

    /** Columns with conditions that bear another name. */
    private static final Map<String, String> COLUMNS = Map.of(
            "sex", "sex", "serviceNeed", "serviceNeeds", "employer", "employerCode", "enterprise", "enterpriseCode");

    /** Read as they stand in their own column only. */
    private static final List<String> APART = List.of("nationality", "ethnicity");

    private static final List<String> CLOSED = List.of("contact", "remark", "documentType");

    private final Map<Kind, Map<String, Target>> byKind = new EnumMap<>(Kind.class);

    NamedFields(Feeds feeds, Filters filters) {
        for (Kind kind : Kind.values()) {
            Map<String, Target> names = new LinkedHashMap<>();
            for (TextField f : TextField.of(kind)) {
                if (f.column() != null && f.shownAs() != null) {
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
                } else if (name.endsWith("From")) {
                    String period = name.substring(0, name.length() - "From".length());
                    put(names, new Period(filter, conditions.get(period + "To")), Stream.of(period));
                    column(feeds, kind, period)
                            .ifPresent(c -> put(names, new Period(filter, conditions.get(period + "To")), titles(c)));
                } else if (name.equals("confirmedSince")) {
                    put(names, new Period(filter, null), Stream.of("confirmed"));
                } else if (!name.endsWith("Max") && !name.endsWith("To") && !name.endsWith("ince")) {
                    put(names, new Choice(filter), Stream.of(name));
                    column(feeds, kind, COLUMNS.getOrDefault(name, name))
                            .ifPresent(c -> put(names, new Choice(filter), titles(c)));
                }
            });
            for (String field : APART) {
                column(feeds, kind, field).ifPresent(c -> {
                    Text text = new Text(new TextField(field, field, null, 1));
                    put(names, text, Stream.of(field));
                    put(names, text, titles(c));
                });
            }
            feeds.get(kind.type()).columns().stream()
                    .filter(c -> c.sensitive() || CLOSED.contains(c.field()))
                    .forEach(c -> put(names, new Closed(), Stream.concat(Stream.of(c.field()), titles(c))));
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
