package org.talenthub.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;

/**
 * A page of the trail.
 *
 * @param asked what was asked, by the names of the form
 */
record TrailView(String total, List<Line> lines, Pager pager, Map<String, String> asked, List<Choice> acts) {

    private static final Pattern FACT =
            Pattern.compile("(\\d+) (participants|links|wishes|clusters)|(version|slot|line) (\\d+)");

    record Choice(String value, String text, boolean chosen) {}

    /** @param href of a person's page, where the reader may open it */
    record Line(
            String at,
            String who,
            String act,
            String action,
            @Nullable String thing,
            @Nullable String record,
            @Nullable String href,
            String fields,
            @Nullable String why,
            String from,
            boolean refused) {}

    /** In words of its own, or those of the button that does it: {@code event.publish}, {@code application.return}. */
    static String action(String code, Texts texts) {
        int dot = code.indexOf('.');
        String thing = dot < 0 ? code : code.substring(0, dot);
        String button = thing + ".act." + code.substring(dot + 1).toUpperCase(Locale.ROOT);
        String worded = texts.textOr("audit.action." + code, "");
        return !worded.isEmpty()
                ? worded
                : texts.textOr("audit.thing." + thing, thing) + " · " + texts.textOr(button, code);
    }

    /** 6 participants, version 2: what the trail keeps in one language, in the reader's. */
    private static @Nullable String told(@Nullable String detail, Texts texts) {
        Matcher fact = FACT.matcher(detail == null ? "" : detail);
        if (!fact.matches()) {
            return detail;
        }
        boolean counted = fact.group(1) != null;
        return texts.text("audit.detail." + fact.group(counted ? 2 : 3), fact.group(counted ? 1 : 4));
    }

    static Line line(Event e, boolean opens, Texts texts) {
        String role = e.role() == null ? null : texts.textOr("role." + e.role(), e.role());
        String via = e.via() == null ? "" : "（" + e.via() + "）";
        String act = e.act() == null ? "CHANGE" : e.act();
        return new Line(
                Texts.time(e.at()),
                e.who().isEmpty() ? texts.text("audit.hub") : e.who() + via + (role == null ? "" : " · " + role),
                texts.textOr("audit.act." + act, act),
                action(e.action(), texts),
                e.type() == null ? null : texts.textOr("audit.thing." + e.type(), e.type()),
                e.record(),
                opens && "talent".equals(e.type()) && e.record() != null ? "/talents/" + e.record() : null,
                String.join(
                        " ",
                        e.fields().stream()
                                .map(f -> texts.textOr("column." + f, f))
                                .toList()),
                e.purpose() == null ? told(e.detail(), texts) : e.purpose(),
                e.from() == null ? "" : e.from(),
                "REFUSED".equals(e.result()));
    }
}
