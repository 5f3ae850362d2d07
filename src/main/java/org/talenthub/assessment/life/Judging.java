package org.talenthub.assessment.life;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.assessment.figures.Closed;
import org.talenthub.assessment.figures.Scorecard;
import org.talenthub.assessment.figures.Scorecards;
import org.talenthub.assessment.figures.Verdict;
import org.talenthub.assessment.life.CarrierLife.Action;
import org.talenthub.assessment.life.CarrierLife.Level;
import org.talenthub.assessment.life.CarrierLife.State;
import org.talenthub.assessment.rules.AssessmentRules;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.Transitions;
import org.talenthub.importing.Reports;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.security.Audit;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** The steps of an assessment, each with who, when and why; and the closing of a year. */
@Component
public class Judging {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_DOCUMENT = 100;
    private static final double MOST = 105;

    private final Assessing assessing;
    private final Assessments assessments;
    private final AssessmentSteps steps;
    private final Scorecards scorecards;
    private final AssessmentRules rules;
    private final Reports reports;
    private final Audit audit;
    private final Feeds feeds;

    Judging(
            Assessing assessing,
            Assessments assessments,
            AssessmentSteps steps,
            Scorecards scorecards,
            AssessmentRules rules,
            Reports reports,
            Audit audit,
            Feeds feeds) {
        this.feeds = feeds;
        this.assessing = assessing;
        this.assessments = assessments;
        this.steps = steps;
        this.scorecards = scorecards;
        this.rules = rules;
        this.reports = reports;
        this.audit = audit;
    }

    /**
     * What goes with a step.
     *
     * @param points of a column, 0 to 105
     * @param reason needed where columns are far apart, something is to be put right, ended or undone
     * @param deadline day until which things must be put right
     * @param document number of the document that says so
     */
    public record Said(
            @Nullable Double points,
            @Nullable String reason,
            @Nullable String deadline,
            @Nullable String document) {

        public static final Said NOTHING = new Said(null, null, null, null);
    }

    /**
     * @throws Problem 404 for who may not know of it, 403 for whom it is not to do, 409 {@code action.not-now} with what is allowed, 400 and
     *     422 for what is missing
     */
    @Transactional
    public void act(int year, String id, Action action, Said said, Viewer viewer) {
        Assessing.year(year);
        RecordSnapshot carrier = assessing.require(year, id, viewer);
        Level level = assessing
                .level(carrier.id(), carrier.region(), viewer)
                .orElseThrow(() -> Problem.forbidden(Sentence.of("refused.forbidden.step")));
        Assessment a = assessments
                .findByYearAndCarrier(year, carrier.id())
                .orElseGet(() -> new Assessment(year, carrier.id()));
        State from = a.state();
        a.next(action, level);
        if (scorecards.closed(year).isPresent() && Assessing.opens(a, action)) {
            throw Problem.conflict("year.closed", Sentence.of("refused.year.closed", year));
        }
        String reason = text(said.reason(), LONGEST, "reason.long", Sentence.of("refused.reason.long", LONGEST));
        String document = text(
                said.document(),
                LONGEST_DOCUMENT,
                "assessment.document",
                Sentence.of("refused.assessment.document", LONGEST_DOCUMENT));
        Double points = null;
        switch (action) {
            case SELF, CITY, EXPERTS -> {
                points = points(said.points());
                if (reason == null) {
                    // counting the other columns takes a while, and with a reason they may be whatever they are
                    far(action, points, assessing.brief(year, carrier, viewer).orElseThrow(Problem::notFound));
                }
                a.score(action, points);
            }
            case RECTIFY -> {
                required(reason);
                a.told(deadline(said.deadline()), document);
            }
            case DELIST -> {
                required(reason);
                a.told(null, document);
            }
            case UNDO -> required(reason);
            case COMMEND, PASS, REASSESS, RESUME -> a.told(null, document);
        }
        a.move(action, level);
        assessments.save(a);
        steps.save(new AssessmentStep(a, action, from, level, points, reason, viewer.displayName()));
        tell(a, from, carrier, viewer);
        audit.record(
                viewer,
                "assessment." + Transitions.word(action),
                "carrier",
                Ids.text(carrier.id()),
                String.valueOf(year));
    }

    private void far(Action column, double points, Standing now) {
        double spread = Totals.spread(
                column == Action.SELF ? (Double) points : now.self(),
                now.system(),
                column == Action.CITY ? (Double) points : now.city(),
                column == Action.EXPERTS ? (Double) points : now.experts());
        if (spread > rules.gap()) {
            throw new Problem(
                    422,
                    "assessment.reason",
                    Sentence.of("refused.assessment.reason", Math.round(spread * 10) / 10.0, rules.gap()));
        }
    }

    /** The record says how a carrier stands by a report of the province, as it says everything else. */
    private void tell(Assessment a, State from, RecordSnapshot carrier, Viewer viewer) {
        String was = recorded(from);
        String is = recorded(a.state());
        if (was.equals(is)) {
            return;
        }
        Map<String, String> row = row(carrier);
        row.put("state", is);
        reports.submit(
                "carrier",
                "年度评价 " + a.year() + " " + carrier.name(),
                "年度评价 " + a.year() + " " + Ids.text(Ids.next()),
                List.of(row),
                viewer);
    }

    /** All that the record says: a report takes the place of what the province said before. */
    private Map<String, String> row(RecordSnapshot carrier) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Column c : feeds.get("carrier").columns()) {
            Object value = carrier.fields().get(c.field());
            row.put(
                    c.field(),
                    value instanceof List<?> list
                            ? list.stream().map(String::valueOf).collect(Collectors.joining("；"))
                            : value == null ? "" : String.valueOf(value));
        }
        row.put("name", carrier.name());
        row.merge("carrierType", String.valueOf(carrier.subtype()), (was, kind) -> was.isEmpty() ? kind : was);
        row.merge("region", String.valueOf(carrier.region()), (was, place) -> was.isEmpty() ? place : was);
        row.merge("hostName", String.valueOf(carrier.enterpriseName()), (was, host) -> was.isEmpty() ? host : was);
        String code = carrier.enterpriseCode();
        row.merge("hostCode", code == null ? "" : code, (was, host) -> was.isEmpty() ? host : was);
        return row;
    }

    private static String recorded(State state) {
        return switch (state) {
            case RECTIFY, RE_ASSESSED -> "RECTIFYING";
            case DELISTED -> "DELISTED";
            case OPERATING, COMMENDED, PASSED, RESUMED -> "OPERATING";
        };
    }

    /**
     * Freezes a year that is over.
     *
     * @throws Problem 403, 409 when it is not over or closed already
     */
    @Transactional
    public Closed close(int year, Viewer viewer) {
        Assessing.year(year);
        if (viewer.role() != Role.PROVINCE) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.close"));
        }
        if (scorecards.closed(year).isPresent()) {
            throw Problem.conflict("year.closed", Sentence.of("refused.year.closed.already", year));
        }
        if (year >= HubTime.today().getYear()) {
            throw Problem.conflict("year.running", Sentence.of("refused.year.running", year));
        }
        List<Standing> lines = assessing.list(year, viewer);
        List<Scorecard> cards = lines.stream()
                .flatMap(s -> java.util.stream.Stream.ofNullable(s.card()))
                .toList();
        Closed closed = scorecards.close(
                year,
                cards,
                lines.stream()
                        .map(s -> new Verdict(
                                s.carrier(),
                                s.self(),
                                s.system(),
                                s.city(),
                                s.experts(),
                                s.total(),
                                s.outcome() == null ? null : s.outcome().name(),
                                s.document()))
                        .toList(),
                viewer.displayName());
        audit.record(viewer, "assessment.close", "year", String.valueOf(year), closed.sha256());
        return closed;
    }

    private static double points(@Nullable Double points) {
        if (points == null || points.isNaN() || points < 0 || points > MOST) {
            throw Problem.badRequest("assessment.points", Sentence.of("refused.assessment.points"));
        }
        return Math.round(points * 10) / 10.0;
    }

    private static @Nullable String text(@Nullable String given, int longest, String code, Sentence said) {
        String clean = given == null ? "" : given.strip();
        if (clean.length() > longest) {
            throw Problem.badRequest(code, said);
        }
        return clean.isEmpty() ? null : clean;
    }

    private static void required(@Nullable String reason) {
        if (reason == null) {
            throw Problem.badRequest("reason.missing", Sentence.of("refused.reason.missing.carrier"));
        }
    }

    private static LocalDate deadline(@Nullable String text) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text.strip());
            if (day != null && day.isAfter(HubTime.today())) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw Problem.badRequest("assessment.deadline", Sentence.of("refused.assessment.deadline"));
    }
}
