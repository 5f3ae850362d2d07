package org.talenthub.assessment.life;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Facts;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
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
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;

/** The assessment of a year as a viewer may see it: the departments and the carrier itself in full, everybody else the outcomes. */
@Component
@Transactional(readOnly = true)
public class Assessing {

    /** The guidelines' first year. */
    public static final int FIRST = 2023;

    private final Assessments assessments;
    private final AssessmentSteps steps;
    private final Scorecards scorecards;
    private final Records records;
    private final AssessmentRules rules;
    private final Rights rights;

    Assessing(
            Assessments assessments,
            AssessmentSteps steps,
            Scorecards scorecards,
            Records records,
            AssessmentRules rules,
            Rights rights) {
        this.assessments = assessments;
        this.steps = steps;
        this.scorecards = scorecards;
        this.records = records;
        this.rules = rules;
        this.rights = rights;
    }

    /** @throws Problem 400 for a year that is not judged */
    public static int year(int year) {
        int last = HubTime.today().getYear();
        if (year < FIRST || year > last) {
            throw Problem.badRequest("assessment.year", Sentence.of("refused.assessment.year", FIRST, last));
        }
        return year;
    }

    /** The carriers of a year that the viewer may know of, best first within kind and size. */
    public List<Standing> list(int year, Viewer viewer) {
        Map<Long, Assessment> kept =
                assessments.findByYear(year(year)).stream().collect(Collectors.toMap(Assessment::carrier, a -> a));
        boolean closed = scorecards.closed(year).isPresent();
        if (!rights.may(Act.READ, Thing.CASE, viewer)) {
            return closed ? outcomes(kept.values()) : List.of();
        }
        Map<Long, Verdict> verdicts = scorecards.verdicts(year).stream()
                .collect(Collectors.toMap(Verdict::carrier, v -> v, (a, b) -> a, HashMap::new));
        return scorecards.of(year, kept.keySet()).stream()
                .filter(c -> known(c.carrier(), c.region(), viewer))
                .map(c -> standing(c, kept.get(c.carrier()), verdicts.get(c.carrier()), closed, viewer))
                .toList();
    }

    private List<Standing> outcomes(Collection<Assessment> kept) {
        Map<Long, RecordSnapshot> carriers =
                records.snapshots(kept.stream().map(Assessment::carrier).toList());
        return kept.stream()
                .filter(a -> a.outcome() != null && carriers.containsKey(a.carrier()))
                .map(a -> {
                    RecordSnapshot c = Objects.requireNonNull(carriers.get(a.carrier()));
                    return new Standing(
                            c.id(),
                            c.name(),
                            c.subtype() == null ? "STATION" : c.subtype(),
                            c.region(),
                            a.state(),
                            a.since(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            a.outcome(),
                            a.deadline(),
                            a.document(),
                            false,
                            List.of(),
                            null);
                })
                .sorted(Comparator.comparing(Standing::kind).thenComparing(Standing::name))
                .toList();
    }

    private Standing standing(Scorecard c, @Nullable Assessment a, @Nullable Verdict v, boolean closed, Viewer viewer) {
        Double self = v != null ? v.self() : a == null ? null : a.self();
        Double city = v != null ? v.city() : a == null ? null : a.city();
        Double experts = v != null ? v.experts() : a == null ? null : a.experts();
        // of who did nothing that could be measured nothing was measured: that is no 0
        Double system = c.measured() ? (Double) c.total() : null;
        Double total = v != null ? v.total() : Totals.of(rules.columns(), self, system, city, experts);
        return new Standing(
                c.carrier(),
                c.name(),
                c.kind(),
                c.region(),
                a == null ? State.OPERATING : a.state(),
                a == null ? null : a.since(),
                self,
                system,
                city,
                experts,
                total,
                a == null ? null : a.outcome(),
                a == null ? null : a.deadline(),
                a == null ? null : a.document(),
                Totals.spread(self, system, city, experts) > rules.gap(),
                allowed(a == null ? new Assessment(0, c.carrier()) : a, c.region(), closed, viewer),
                c);
    }

    /** One carrier's line; empty when it is not judged that year or the viewer may not know. */
    public Optional<Standing> one(int year, long carrier, Viewer viewer) {
        return list(year, viewer).stream().filter(s -> s.carrier() == carrier).findFirst();
    }

    /** The same without rank, for who needs the columns only. */
    Optional<Standing> brief(int year, RecordSnapshot c, Viewer viewer) {
        Assessment kept = assessments.findByYearAndCarrier(year(year), c.id()).orElse(null);
        Verdict verdict = scorecards.verdicts(year).stream()
                .filter(v -> v.carrier() == c.id())
                .findFirst()
                .orElse(null);
        return scorecards
                .one(year, c, kept == null ? Set.of() : Set.of(c.id()))
                .map(card ->
                        standing(card, kept, verdict, scorecards.closed(year).isPresent(), viewer));
    }

    /**
     * That there is something to see of the carrier in that year, figures and all.
     *
     * @throws Problem 404 otherwise
     */
    public RecordSnapshot require(int year, String id, Viewer viewer) {
        RecordSnapshot c = carrier(id, viewer);
        boolean kept = assessments.findByYearAndCarrier(year(year), c.id()).isPresent();
        if (!scorecards.judges(year, c, kept ? Set.of(c.id()) : Set.of())) {
            throw Problem.notFound();
        }
        return c;
    }

    /** What happened to it in that year, oldest first; nothing for who may see outcomes only. */
    public List<StepView> steps(int year, long carrier, Viewer viewer) {
        return assessments
                .findByYearAndCarrier(year, carrier)
                .filter(a -> known(carrier, region(carrier), viewer))
                .map(a -> steps.findByAssessmentOrderById(a.id()).stream()
                        .map(StepView::of)
                        .toList())
                .orElse(List.of());
    }

    /** Carriers that stand in a year's book in any case. */
    Set<Long> judged(int year) {
        return assessments.findByYear(year).stream().map(Assessment::carrier).collect(Collectors.toSet());
    }

    /** Figures of a closed year that later data would have made others, of the carriers that the viewer may know of. */
    public List<Scorecards.Correction> corrections(int year, Viewer viewer) {
        rights.require(Act.READ, Thing.CASE, viewer, Sentence.of("refused.forbidden.details"));
        return scorecards.corrections(year(year), judged(year)).stream()
                .filter(c -> known(c.carrier(), region(c.carrier()), viewer))
                .toList();
    }

    boolean known(long carrier, @Nullable String region, Viewer viewer) {
        return rights.may(Act.READ, Thing.CASE, Facts.reported(Organisation.ofCarrier(carrier), region), viewer);
    }

    /** @throws Problem 404 when there is none for the viewer */
    RecordSnapshot carrier(String id, Viewer viewer) {
        return Ids.parse(id)
                .flatMap(n -> Optional.ofNullable(records.snapshots(List.of(n)).get(n)))
                .filter(r -> r.type().equals("carrier") && r.live())
                .filter(r -> known(r.id(), r.region(), viewer))
                .orElseThrow(Problem::notFound);
    }

    private @Nullable String region(long carrier) {
        RecordSnapshot c = records.snapshots(List.of(carrier)).get(carrier);
        return c == null ? null : c.region();
    }

    /** The level that acts with a viewer's account; empty for who only looks. */
    Optional<Level> level(long carrier, @Nullable String region, Viewer viewer) {
        Facts facts = Facts.reported(Organisation.ofCarrier(carrier), region);
        if (rights.may(Act.DECIDE, Thing.CASE, facts, viewer)) {
            return Optional.of(viewer.region() == null ? Level.PROVINCE : Level.CITY);
        }
        return viewer.carrier() != null && viewer.carrier() == carrier ? Optional.of(Level.CARRIER) : Optional.empty();
    }

    /** What the viewer may do now. */
    List<Action> allowed(Assessment a, @Nullable String region, boolean closed, Viewer viewer) {
        return level(a.carrier(), region, viewer)
                .map(l -> a.allowed(l).stream()
                        .filter(x -> !closed || !opens(a, x))
                        .toList())
                .orElse(List.of());
    }

    /** Whether the step would change what a closed year froze. */
    static boolean opens(Assessment a, Action action) {
        return switch (a.state()) {
            case OPERATING -> true;
            case COMMENDED, PASSED -> action == Action.UNDO;
            case RECTIFY -> action == Action.UNDO;
            case RE_ASSESSED, RESUMED, DELISTED -> false;
        };
    }
}
