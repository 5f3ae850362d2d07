package org.talenthub.search.understanding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.standards.Region;
import org.talenthub.reference.standards.Regions;

/** Regions in all their names, by code, and zones: 武汉, 湖北省武汉市, 恩施州, 420111, 光谷. */
final class Places {

    private static final int LONGEST = 20;
    private static final Pattern AFTER =
            Pattern.compile("(?:(?:地区|市区|城区|全市|全境)?(?:境内|范围内|以内|内(?![\\p{IsHan}&&[^的]]))|地区|市区|城区|本地)");
    private static final Pattern BEFORE = Pattern.compile("(?:工作地点?|地点|位于|地处|坐落于|在)\\s*(?:在|为|是|:)?\\s*");

    private final Regions regions;

    Places(Regions regions) {
        this.regions = regions;
    }

    /** The longest place whose name begins here; null when none does. */
    Words.@Nullable Match at(String text, int from) {
        Matcher before = Ages.match(BEFORE, text, from);
        int start = before.lookingAt() ? before.end() : from;
        for (int end = Math.min(text.length(), start + LONGEST); end - start >= 2; end--) {
            String name = text.substring(start, end);
            if (name.indexOf(' ') >= 0 || (digit(text, end - 1) && (digit(text, end) || digit(text, start - 1)))) {
                continue;
            }
            if (regions.doubtful(name)) {
                continue;
            }
            Optional<String> value = regions.named(name)
                    .map(Region::code)
                    .or(() -> regions.zone(name).map(Regions.Zone::label));
            if (value.isPresent()) {
                Matcher after = Ages.match(AFTER, text, end);
                return new Words.Match(after.lookingAt() ? after.end() : end, "region", List.of(value.get()), false);
            }
        }
        return null;
    }

    private static boolean digit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }
}
