package org.talenthub.assessment.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.assessment.figures.Figure;
import org.talenthub.assessment.figures.Scorecard;
import org.talenthub.assessment.figures.Scorecards;
import org.talenthub.assessment.life.Standing;
import org.talenthub.assessment.rules.AssessmentRules;
import org.talenthub.assessment.rules.Measure;
import org.talenthub.common.HubTime;
import org.talenthub.results.exports.FigureSheet;
import org.talenthub.web.Texts;

/** The assessment of a year as a workbook: the four columns, every figure, and what came later. */
@Component
class Pack {

    private final AssessmentRules rules;
    private final Texts texts;

    Pack(AssessmentRules rules, Texts texts) {
        this.rules = rules;
        this.texts = texts;
    }

    byte[] of(int year, List<Standing> lines, List<Scorecards.Correction> corrections) throws IOException {
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        List<FigureSheet.Table> tables = new ArrayList<>(List.of(columns(lines), figures(lines)));
        if (!corrections.isEmpty()) {
            tables.add(new FigureSheet.Table(
                    texts.text("assessment.corrections"),
                    List.of(
                            texts.text("assessment.carrier"),
                            texts.text("assessment.figure"),
                            texts.text("assessment.then"),
                            texts.text("assessment.now")),
                    corrections.stream()
                            .map(c -> List.<Object>of(
                                    c.name(), FigureJson.label(c.figure(), rules, texts.english()), c.then(), c.now()))
                            .toList()));
        }
        FigureSheet.write(texts.text("assessment.title", String.valueOf(year)) + " · " + HubTime.today(), tables, book);
        return book.toByteArray();
    }

    private FigureSheet.Table columns(List<Standing> lines) {
        return new FigureSheet.Table(
                texts.text("assessment.columns"),
                List.of(
                        texts.text("assessment.carrier"),
                        texts.text("call.kind"),
                        texts.text("assessment.self"),
                        texts.text("assessment.system"),
                        texts.text("assessment.city"),
                        texts.text("assessment.experts"),
                        texts.text("assessment.total"),
                        texts.text("assessment.rank"),
                        texts.text("assessment.outcome")),
                lines.stream()
                        .map(s -> List.<Object>of(
                                s.name(),
                                texts.text("carrier.kind." + s.kind()),
                                cell(s.self()),
                                cell(s.system()),
                                cell(s.city()),
                                cell(s.experts()),
                                cell(s.total()),
                                rank(s.card()),
                                s.outcome() == null ? "" : texts.text("assessment." + s.outcome())))
                        .toList());
    }

    private FigureSheet.Table figures(List<Standing> lines) {
        List<String> titles = new ArrayList<>();
        titles.add(texts.text("assessment.carrier"));
        for (Measure m : rules.measures()) {
            titles.add((texts.english() ? m.english() : m.label()) + " (" + Texts.tenths(m.most()) + ")");
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Standing s : lines) {
            if (s.card() != null) {
                List<Object> row = new ArrayList<>();
                row.add(s.name());
                for (Measure m : rules.measures()) {
                    row.add(s.card().figures().stream()
                            .filter(f -> f.name().equals(m.name()))
                            .map(Figure::points)
                            .findFirst()
                            .orElse(0.0));
                }
                rows.add(row);
            }
        }
        return new FigureSheet.Table(texts.text("assessment.figures"), titles, rows);
    }

    private Object rank(@Nullable Scorecard card) {
        return card == null
                ? ""
                : card.rank() == null ? (card.few() ? texts.text("assessment.few") : "") : (Object) card.rank();
    }

    private static Object cell(@Nullable Double points) {
        return points == null ? "" : points;
    }
}
