package org.talenthub.reference.cells;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.talenthub.common.Sentence;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feed;
import org.talenthub.reference.chinese.Texts;
import org.talenthub.reference.contacts.Contacts;

/** Names of organisations: what everybody may call the own one would make all of them one. */
public final class OrganisationCells {

    private static final Pattern OURS =
            Pattern.compile("[本我该贵][公]?(?:公司|单位|企业|司|部|院|厂|校|所|集团)|(?:总|分|子)?公司|单位|企业|集团|(?:\\d|[A-Z]){18}");
    private static final Pattern NONE = Pattern.compile("待业|无业|自由职业者?|个体户?|(?:已)?(?:退休|离休|离职)|在校|在读|学生|无工作单位|应届毕业生");
    private static final Pattern WHOLE =
            Pattern.compile(".{2,}(?:公司|集团|大学|学院|研究院|研究所|医院|学校|厂|中心|实验室|事务所|委员会|管理局|科学院|设计院)(?:[（(].*[)）])?");
    private static final Pattern BETWEEN = Pattern.compile("[/／、；;|｜，,\\n]|\\s+和\\s*");

    private OrganisationCells() {}

    public static CellReader name(Column column, Feed feed) {
        boolean employer = column.field().equals("employerName");
        return (typed, row) -> {
            String name = Texts.name(typed);
            if (OURS.matcher(name).matches() || name.codePoints().noneMatch(Character::isLetter)) {
                row.error(
                        column,
                        "name.organisation",
                        Sentence.of("check.organisation.ours", Contacts.quoted(typed)),
                        typed);
                return;
            }
            if (employer && NONE.matcher(name).matches()) {
                warn("check.organisation.none", column, typed, row);
            } else if (employer && name.length() > 8 && several(typed)) {
                warn("check.organisation.several", column, typed, row);
            }
            TextCells.put(column, feed, name, typed, row);
        };
    }

    private static void warn(String key, Column column, String typed, Row row) {
        row.warning(column, "name.organisation", Sentence.of(key, Contacts.quoted(typed)), typed);
    }

    private static boolean several(String typed) {
        List<String> parts = Stream.of(BETWEEN.split(typed, -1))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
        return parts.size() > 1 && parts.stream().allMatch(p -> WHOLE.matcher(p).matches());
    }
}
