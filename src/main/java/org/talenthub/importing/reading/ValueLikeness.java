package org.talenthub.importing.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.talenthub.importing.sheet.file.Text;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.reference.chinese.Surnames;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Regions;

/** Which columns of a feed some values look like; a proposal for a person to confirm, as {@code Likeness} is for titles. */
@Component
class ValueLikeness {

    private static final Pattern PHONE =
            Pattern.compile("(\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}|0\\d{2,3}[- ]?\\d{7,8}");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern IDENTITY = Pattern.compile("\\d{17}[\\dXx]|\\d{15}");
    private static final Pattern USCC = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final Pattern DATE = Pattern.compile("(19|20)\\d{2}([-./年]?(0?[1-9]|1[0-2])月?([-./]?\\d{1,2}日?)?)");
    private static final Pattern MONEY =
            Pattern.compile("面议|\\d+(\\.\\d+)?\\s*([-–~至]\\s*\\d+(\\.\\d+)?)?\\s*[万千kK].*");
    private static final Pattern URL = Pattern.compile("(https?://|www\\.)\\S+");
    private static final Pattern PERSON = Pattern.compile("\\p{IsHan}{2,4}");
    private static final Pattern COMPANY = Pattern.compile("\\p{IsHan}.*(公司|集团|大学|学院|研究院|研究所|医院|厂|中心)");

    /** Of all values so many have to look like it. */
    private static final double ENOUGH = 0.8;

    private final Dictionaries dictionaries;
    private final Regions regions;

    ValueLikeness(Dictionaries dictionaries, Regions regions) {
        this.dictionaries = dictionaries;
        this.regions = regions;
    }

    /** Names of the fields, in the order of the feed; none for fewer than two values. */
    List<String> of(Feed feed, List<String> values) {
        List<String> texts =
                values.stream().map(Text::trim).filter(v -> !v.isEmpty()).toList();
        return texts.size() < 2
                ? List.of()
                : feed.columns().stream()
                        .filter(c -> texts.stream().filter(v -> like(c, v)).count() >= ENOUGH * texts.size())
                        .map(Column::field)
                        .toList();
    }

    private boolean like(Column c, String value) {
        return switch (c.type()) {
            case PHONE -> PHONE.matcher(value).matches();
            case EMAIL -> EMAIL.matcher(value).matches();
            case DOCUMENT_NUMBER -> IDENTITY.matcher(value).matches();
            case USCC -> USCC.matcher(value).matches();
            case DATE -> DATE.matcher(value).matches();
            case MONEY_RANGE -> MONEY.matcher(value).matches();
            case URL -> URL.matcher(value).matches();
            case REGION -> regions.named(value).isPresent();
            case CODE -> coded(c, value);
            case NAME ->
                (c.field().equals("name") && !c.title().endsWith("名称"))
                        ? PERSON.matcher(value).matches() && Surnames.known(Surnames.of(value))
                        : c.field().endsWith("Name") && COMPANY.matcher(value).matches();
            default -> false;
        };
    }

    /** Every one of its several values is one of the list. */
    private boolean coded(Column c, String value) {
        String name = c.dictionary();
        if (name == null || c.type() != ColumnType.CODE) {
            return false;
        }
        Dictionary dictionary = dictionaries.get(name);
        List<String> parts = c.multi() ? List.of(value.split("[；;、，,\\n]")) : List.of(value);
        return parts.stream().allMatch(p -> dictionary.find(Text.trim(p)).isPresent());
    }
}
