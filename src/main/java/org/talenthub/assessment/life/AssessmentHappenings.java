package org.talenthub.assessment.life;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.talenthub.assessment.figures.Scorecards;
import org.talenthub.lifecycle.Namings;
import org.talenthub.records.Happening;
import org.talenthub.records.Happenings;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** A carrier's life on its page: from the call to today for those whom it concerns, namings and outcomes for everybody. */
@Component
class AssessmentHappenings implements Happenings {

    private final Assessments assessments;
    private final AssessmentSteps steps;
    private final Assessing assessing;
    private final Scorecards scorecards;
    private final Namings namings;
    private final Texts texts;

    AssessmentHappenings(
            Assessments assessments,
            AssessmentSteps steps,
            Assessing assessing,
            Scorecards scorecards,
            Namings namings,
            Texts texts) {
        this.assessments = assessments;
        this.steps = steps;
        this.assessing = assessing;
        this.scorecards = scorecards;
        this.namings = namings;
        this.texts = texts;
    }

    @Override
    public List<Happening> of(RecordSnapshot record, RecordView seen, Viewer viewer) {
        if (!record.type().equals("carrier")) {
            return List.of();
        }
        String kind = record.subtype() == null ? "" : record.subtype();
        boolean inside = assessing.known(record.id(), record.region(), viewer);
        List<Happening> all = new ArrayList<>();
        namings.all().stream()
                .filter(n -> n.name().equals(record.name()) && n.kind().name().equals(kind))
                .forEach(n -> all.add(new Happening(
                        n.at(), Happening.Kind.NAMED, "", null, n.document() + "（" + n.year() + "）", null, null)));
        if (inside) {
            namings.steps(kind, record.name())
                    .forEach(s -> all.add(new Happening(
                            s.at(),
                            Happening.Kind.APPLIED,
                            s.by(),
                            null,
                            texts.text("application.act." + s.action()) + (s.reason() == null ? "" : "：" + s.reason()),
                            null,
                            null)));
        }
        for (Assessment a : assessments.findByCarrierOrderByYear(record.id())) {
            boolean open = scorecards.closed(a.year()).isPresent();
            for (AssessmentStep s : steps.findByAssessmentOrderById(a.id())) {
                boolean outcome = s.from() != s.to();
                if (inside || (open && outcome)) {
                    all.add(new Happening(
                            s.at(),
                            Happening.Kind.ASSESSED,
                            inside ? s.by() : "",
                            null,
                            a.year() + " " + texts.text("assessment.act." + s.action())
                                    + (inside && s.reason() != null ? "：" + s.reason() : ""),
                            null,
                            null));
                }
            }
        }
        return all;
    }
}
