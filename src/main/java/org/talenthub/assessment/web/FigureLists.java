package org.talenthub.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.assessment.figures.FigureRow;
import org.talenthub.assessment.figures.Part;
import org.talenthub.assessment.figures.Scorecard;
import org.talenthub.assessment.figures.Scorecards;
import org.talenthub.assessment.life.Standing;
import org.talenthub.assessment.rules.AssessmentRules;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Figures with the addresses of their rows, and those rows. */
@Component
class FigureLists {

    private final Scorecards scorecards;
    private final AssessmentRules rules;
    private final Rights rights;
    private final Texts texts;

    FigureLists(Scorecards scorecards, AssessmentRules rules, Rights rights, Texts texts) {
        this.scorecards = scorecards;
        this.rules = rules;
        this.rights = rights;
        this.texts = texts;
    }

    /**
     * A thing that a figure counts.
     *
     * @param row of the batch's file
     * @param href where it is in the API; null where it has no address of its own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String type,
            String label,
            String id,
            @Nullable String batch,
            @Nullable Integer row,
            Instant at,
            @Nullable String href,
            @Nullable String page) {}

    record Rows(long total, int page, int size, String figure, String label, List<Row> items) {}

    /** @throws Problem 404 where outcomes only are to be seen */
    List<FigureJson> of(int year, Standing s) {
        return of(year, card(s));
    }

    List<FigureJson> of(int year, Scorecard card) {
        return card.figures().stream()
                .map(f -> FigureJson.of(f, year, card.carrier(), rules, texts.english()))
                .toList();
    }

    String label(String figure) {
        return FigureJson.label(figure, rules, texts.english());
    }

    /** @throws Problem 400 for a figure that there is none of */
    Rows rows(int year, long carrier, @Nullable String figure, @Nullable String part, Paging paging) {
        if (figure == null || rules.measure(figure).isEmpty()) {
            throw Problem.badRequest(
                    "filter.value",
                    Sentence.of(
                            "refused.filter.value.figure",
                            Sentence.list(
                                    rules.measures().stream().map(m -> m.name()).toList())));
        }
        Part which = part == null
                ? Part.COUNTED
                : Part.of(part)
                        .orElseThrow(
                                () -> Problem.badRequest("filter.value", Sentence.of("refused.filter.value.part")));
        Scorecards.RowPage found = scorecards.rows(year, carrier, figure, which, paging);
        return new Rows(
                found.total(),
                paging.page(),
                paging.size(),
                figure,
                label(figure),
                found.rows().stream().map(this::row).toList());
    }

    private Row row(FigureRow r) {
        String thing = FigureJson.thing(r);
        Integer n = r.row();
        return new Row(
                r.type(),
                n == null
                        ? texts.text("assessment.thing." + r.type())
                        : texts.text("assessment.thing.rowOf", String.valueOf(n)),
                Ids.text(r.id()),
                r.batch() == null ? null : Ids.text(r.batch()),
                n,
                r.at(),
                thing == null ? null : "/api/v1" + thing,
                thing);
    }

    private static Scorecard card(Standing s) {
        if (s.card() == null) {
            throw Problem.notFound();
        }
        return s.card();
    }

    /** @throws Problem 403 for everybody but the province */
    void requireAll(Viewer viewer) {
        rights.require(Act.DECIDE, Thing.CASE, viewer, Sentence.of("refused.forbidden.closed"));
        if (viewer.role() != Role.PROVINCE) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.closed"));
        }
    }
}
