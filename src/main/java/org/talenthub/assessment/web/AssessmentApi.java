package org.talenthub.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talenthub.assessment.figures.Closed;
import org.talenthub.assessment.figures.Scorecards;
import org.talenthub.assessment.life.Assessing;
import org.talenthub.assessment.life.CarrierLife.Action;
import org.talenthub.assessment.life.Judging;
import org.talenthub.assessment.life.Standing;
import org.talenthub.assessment.life.StepView;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Transitions;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;

/** The assessment of a year: four columns beside each other, what was decided, and the rows behind every figure. */
@RestController
@RequestMapping("/api/v1/assessments")
class AssessmentApi {

    private final Assessing assessing;
    private final Judging verdicts;
    private final Scorecards scorecards;
    private final FigureLists lists;

    AssessmentApi(Assessing assessing, Judging verdicts, Scorecards scorecards, FigureLists lists) {
        this.assessing = assessing;
        this.verdicts = verdicts;
        this.scorecards = scorecards;
        this.lists = lists;
    }

    record Carrier(
            String id, String name, String kind, @Nullable String region) {}

    /**
     * @param state OPERATING, ASSESSED, RE_ASSESSED, DELISTED
     * @param outcome COMMENDED, PASSED, RECTIFY, DELISTED; null while there is none
     * @param wide two columns are further apart than passes without a reason
     */
    record Item(
            Carrier carrier,
            int year,
            String state,
            @Nullable Double self,
            @Nullable Double system,
            @Nullable Double city,
            @Nullable Double experts,
            @Nullable Double total,
            @Nullable String outcome,
            @Nullable LocalDate deadline,
            @Nullable String document,
            boolean wide,
            @Nullable Boolean few,
            @Nullable Integer rank,
            List<String> allowed) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Items(
            long total,
            int page,
            int size,
            List<Item> items,
            boolean closed,
            @Nullable String sha256) {}

    record Step(
            String action,
            String from,
            String to,
            String level,
            @Nullable Double points,
            @Nullable String reason,
            String by,
            Instant at) {

        static Step of(StepView s) {
            return new Step(
                    Transitions.word(s.action()),
                    s.from().shown(),
                    s.to().shown(),
                    s.level().name(),
                    s.points(),
                    s.reason(),
                    s.by(),
                    s.at());
        }
    }

    record Whole(Item assessment, List<FigureJson> figures, List<Step> steps) {}

    record Correction(Carrier carrier, String figure, String label, long then, long now, String href) {}

    record Corrections(long total, int page, int size, List<Correction> items) {}

    @GetMapping("/{year}")
    Items list(@PathVariable int year, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        Parameters p = Asked.of(parameters, "kind", "outcome");
        Paging paging = p.paging();
        String kind = p.text("kind");
        String outcome = p.text("outcome");
        List<Standing> all = assessing.list(year, viewer).stream()
                .filter(s -> kind == null || s.kind().equalsIgnoreCase(kind))
                .filter(s -> outcome == null
                        || (s.outcome() != null && s.outcome().name().equalsIgnoreCase(outcome)))
                .toList();
        Closed closed = scorecards.closed(year).orElse(null);
        return new Items(
                all.size(),
                paging.page(),
                paging.size(),
                all.stream()
                        .skip(paging.from())
                        .limit(paging.size())
                        .map(s -> item(year, s))
                        .toList(),
                closed != null,
                closed == null ? null : closed.sha256());
    }

    @GetMapping("/{year}/{carrier}")
    Whole one(@PathVariable int year, @PathVariable String carrier, Viewer viewer) {
        Standing s = standing(year, carrier, viewer);
        return new Whole(
                item(year, s),
                lists.of(year, s),
                assessing.steps(year, s.carrier(), viewer).stream()
                        .map(Step::of)
                        .toList());
    }

    @PostMapping("/{year}/{carrier}/{action}")
    Item act(
            @PathVariable int year,
            @PathVariable String carrier,
            @PathVariable String action,
            @RequestBody(required = false) Judging.@Nullable Said said,
            Viewer viewer) {
        assessing.require(year, carrier, viewer);
        Action wanted = Arrays.stream(Action.values())
                .filter(a -> Transitions.word(a).equals(action))
                .findFirst()
                .orElseThrow(Problem::notFound);
        verdicts.act(year, carrier, wanted, Objects.requireNonNullElse(said, Judging.Said.NOTHING), viewer);
        return item(year, standing(year, carrier, viewer));
    }

    /** A year that is over is frozen; what comes later stands beside it. */
    @PostMapping("/{year}/close")
    Closed close(@PathVariable int year, Viewer viewer) {
        return verdicts.close(year, viewer);
    }

    /** The very bytes that a closed year's hash is of. */
    @GetMapping(path = "/{year}/closed.json", produces = "application/json")
    String closed(@PathVariable int year, Viewer viewer) {
        lists.requireAll(viewer);
        Closed closed = scorecards.closed(Assessing.year(year)).orElseThrow(Problem::notFound);
        return scorecards.content(closed.year());
    }

    @GetMapping("/{year}/corrections")
    Corrections corrections(
            @PathVariable int year, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
        Paging paging = Asked.of(parameters).paging();
        List<Scorecards.Correction> all = assessing.corrections(year, viewer);
        return new Corrections(
                all.size(),
                paging.page(),
                paging.size(),
                all.stream()
                        .skip(paging.from())
                        .limit(paging.size())
                        .map(c -> new Correction(
                                new Carrier(Ids.text(c.carrier()), c.name(), "", null),
                                c.figure(),
                                lists.label(c.figure()),
                                c.then(),
                                c.now(),
                                FigureJson.address(
                                        "/api/v1",
                                        year,
                                        c.carrier(),
                                        c.figure(),
                                        org.talenthub.assessment.figures.Part.COUNTED)))
                        .toList());
    }

    @GetMapping("/{year}/{carrier}/rows")
    FigureLists.Rows rows(
            @PathVariable int year,
            @PathVariable String carrier,
            @RequestParam MultiValueMap<String, String> parameters,
            Viewer viewer) {
        Parameters p = Asked.of(parameters, "figure", "part");
        Paging paging = p.paging();
        return lists.rows(
                year, assessing.require(year, carrier, viewer).id(), p.text("figure"), p.text("part"), paging);
    }

    private Standing standing(int year, String carrier, Viewer viewer) {
        return Ids.parse(carrier).flatMap(id -> assessing.one(year, id, viewer)).orElseThrow(Problem::notFound);
    }

    private static Item item(int year, Standing s) {
        return new Item(
                new Carrier(Ids.text(s.carrier()), s.name(), s.kind(), s.region()),
                year,
                s.state().shown(),
                s.self(),
                s.system(),
                s.city(),
                s.experts(),
                s.total(),
                s.outcome() == null ? null : s.outcome().name(),
                s.deadline(),
                s.document(),
                s.wide(),
                s.card() == null ? null : (Boolean) s.card().few(),
                s.card() == null ? null : s.card().rank(),
                s.allowed().stream().map(Transitions::word).toList());
    }
}
