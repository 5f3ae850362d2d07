package org.talenthub.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.assessment.figures.Figure;
import org.talenthub.assessment.figures.FigureRow;
import org.talenthub.assessment.figures.Part;
import org.talenthub.assessment.rules.AssessmentRules;
import org.talenthub.common.Ids;

/**
 * A figure as the API writes it.
 *
 * @param value share, 0 to 1, or number; null where there was nothing to be counted
 * @param href address whose {@code total} is {@code count}
 * @param of rows that there were to count, and their address; null where the figure is a number only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureJson(
        String name,
        String label,
        String group,
        double points,
        double most,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double value,
        long count,
        String href,
        @Nullable Long of,
        @Nullable String ofHref) {

    static FigureJson of(Figure f, int year, long carrier, AssessmentRules rules, boolean english) {
        return new FigureJson(
                f.name(),
                label(f.name(), rules, english),
                rules.group(f.name(), english),
                f.points(),
                f.most(),
                f.value(),
                f.count(),
                address("/api/v1", year, carrier, f.name(), Part.COUNTED),
                f.all(),
                f.all() == null ? null : address("/api/v1", year, carrier, f.name(), Part.ALL));
    }

    static String label(String figure, AssessmentRules rules, boolean english) {
        return rules.measure(figure).map(m -> english ? m.english() : m.label()).orElse(figure);
    }

    /** Where the rows of a figure are listed: below {@code /api/v1}, or on the site with no prefix. */
    static String address(String prefix, int year, long carrier, String figure, Part part) {
        return prefix + "/assessments/" + year + "/" + Ids.text(carrier) + "/rows?figure=" + figure
                + (part == Part.ALL ? "&part=all" : "");
    }

    private static final Map<String, String> LISTS = Map.of(
            "talent",
            "/talents/",
            "demand",
            "/demands/",
            "platform",
            "/platforms/",
            "need",
            "/service-needs/",
            "case",
            "/typical-cases/",
            "event",
            "/events/");

    /** Where a counted thing itself is, without the API's prefix; null where it has no page of its own. */
    static @Nullable String thing(FigureRow r) {
        String type = r.type().toLowerCase(Locale.ROOT);
        Long batch = r.batch();
        if (batch != null) {
            return "/imports/" + Ids.text(batch);
        }
        String list = LISTS.get(type);
        return list == null ? null : list + Ids.text(r.id());
    }
}
