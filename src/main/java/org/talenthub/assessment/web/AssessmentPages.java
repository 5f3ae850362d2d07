package org.talenthub.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.assessment.figures.Closed;
import org.talenthub.assessment.figures.Part;
import org.talenthub.assessment.figures.Scorecards;
import org.talenthub.assessment.life.Assessing;
import org.talenthub.assessment.life.CarrierLife.Action;
import org.talenthub.assessment.life.Judging;
import org.talenthub.assessment.life.Standing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.Transitions;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.web.Pager;
import org.talenthub.web.Texts;
import org.talenthub.web.Told;

/** The public list of carriers, the assessment's table, a carrier's card and the rows behind a figure. */
@Controller
class AssessmentPages {

    private static final int SIZE = 50;

    private final NamedCarriers named;
    private final Assessing assessing;
    private final Judging verdicts;
    private final Scorecards scorecards;
    private final FigureLists lists;
    private final Pack pack;
    private final Rights rights;
    private final Texts texts;

    AssessmentPages(
            NamedCarriers named,
            Assessing assessing,
            Judging verdicts,
            Scorecards scorecards,
            FigureLists lists,
            Pack pack,
            Rights rights,
            Texts texts) {
        this.named = named;
        this.assessing = assessing;
        this.verdicts = verdicts;
        this.scorecards = scorecards;
        this.lists = lists;
        this.pack = pack;
        this.rights = rights;
        this.texts = texts;
    }

    /** @param href the carrier's card; null where outcomes only are to be seen */
    record Line(
            @Nullable String href,
            String carrier,
            String name,
            String kind,
            String self,
            String system,
            String city,
            String experts,
            String total,
            String rank,
            boolean wide,
            String state,
            @Nullable String outcome,
            @Nullable String document) {}

    record Past(
            String action,
            String level,
            @Nullable String points,
            @Nullable String reason,
            String by,
            String at) {}

    @GetMapping("/carriers")
    String carriers(Viewer viewer, Model model) {
        model.addAttribute("years", named.years());
        model.addAttribute("cases", rights.may(Act.READ, Thing.CASE, viewer));
        model.addAttribute("year", HubTime.today().getYear());
        model.addAttribute("closed", scorecards.closedYears());
        model.addAttribute("section", CarriersSection.KEY);
        return "assessment/carriers";
    }

    @GetMapping("/terminal/named")
    String terminal(Model model) {
        model.addAttribute("asOf", Texts.time(Instant.now()));
        model.addAttribute("years", named.years());
        return "terminal/named";
    }

    @GetMapping("/assessments/{year:\\d{4}}")
    String table(@PathVariable int year, Viewer viewer, Model model) {
        List<Standing> all = assessing.list(year, viewer);
        Closed closed = scorecards.closed(year).orElse(null);
        model.addAttribute("lines", all.stream().map(s -> line(year, s)).toList());
        model.addAttribute("year", year);
        model.addAttribute(
                "years",
                IntStream.rangeClosed(Assessing.FIRST, HubTime.today().getYear())
                        .boxed()
                        .toList()
                        .reversed());
        model.addAttribute("closed", closed);
        model.addAttribute("closedAt", closed == null ? null : Texts.time(closed.at()));
        model.addAttribute("figures", rights.may(Act.READ, Thing.CASE, viewer));
        model.addAttribute(
                "closes",
                closed == null
                        && viewer.role() == Role.PROVINCE
                        && year < HubTime.today().getYear());
        model.addAttribute("section", CarriersSection.KEY);
        return "assessment/table";
    }

    private Line line(int year, Standing s) {
        return new Line(
                s.card() == null ? null : "/assessments/" + year + "/" + Ids.text(s.carrier()),
                Ids.text(s.carrier()),
                s.name(),
                texts.text("carrier.kind." + s.kind()),
                points(s.self()),
                points(s.system()),
                points(s.city()),
                points(s.experts()),
                points(s.total()),
                s.card() == null
                        ? ""
                        : s.card().few()
                                ? texts.text("assessment.few")
                                : String.valueOf(s.card().rank()),
                s.wide(),
                s.state().name(),
                s.outcome() == null ? null : s.outcome().name(),
                s.document());
    }

    @PostMapping("/assessments/{year:\\d{4}}/close")
    String close(@PathVariable int year, Viewer viewer, RedirectAttributes flash) {
        told(flash, texts.text("assessment.closedNow", String.valueOf(year)), () -> verdicts.close(year, viewer));
        return "redirect:/assessments/" + year;
    }

    @GetMapping("/assessments/{year:\\d{4}}/{carrier}")
    String card(@PathVariable int year, @PathVariable String carrier, Viewer viewer, Model model) {
        Standing s = standing(year, carrier, viewer);
        model.addAttribute("line", line(year, s));
        model.addAttribute("deadline", s.deadline());
        model.addAttribute("figures", lists.of(year, s));
        model.addAttribute("year", year);
        model.addAttribute("allowed", s.allowed().stream().map(Enum::name).toList());
        model.addAttribute(
                "cases", Texts.number(Objects.requireNonNull(s.card()).cases()));
        model.addAttribute("record", (s.kind().equals("BASE") ? "/bases/" : "/stations/") + Ids.text(s.carrier()));
        model.addAttribute(
                "steps",
                assessing.steps(year, s.carrier(), viewer).reversed().stream()
                        .map(p -> new Past(
                                texts.text("assessment.act." + p.action()),
                                p.level().name(),
                                p.points() == null ? null : Texts.tenths(p.points()),
                                p.reason(),
                                p.by(),
                                Texts.time(p.at())))
                        .toList());
        model.addAttribute(
                "corrections",
                assessing.corrections(year, viewer).stream()
                        .filter(c -> c.carrier() == s.carrier())
                        .toList());
        model.addAttribute("closed", scorecards.closed(year).isPresent());
        model.addAttribute("section", CarriersSection.KEY);
        return "assessment/card";
    }

    @PostMapping("/assessments/{year:\\d{4}}/{carrier}/{action}")
    String act(
            @PathVariable int year,
            @PathVariable String carrier,
            @PathVariable String action,
            @RequestParam(required = false) @Nullable Double points,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String deadline,
            @RequestParam(required = false) @Nullable String document,
            Viewer viewer,
            RedirectAttributes flash) {
        assessing.require(year, carrier, viewer);
        Action wanted = Arrays.stream(Action.values())
                .filter(a -> Transitions.word(a).equals(action))
                .findFirst()
                .orElseThrow(Problem::notFound);
        told(
                flash,
                texts.text("application.done", texts.text("assessment.act." + wanted)),
                () -> verdicts.act(
                        year, carrier, wanted, new Judging.Said(points, reason, deadline, document), viewer));
        return "redirect:/assessments/" + year + "/" + carrier;
    }

    @GetMapping("/assessments/{year:\\d{4}}/{carrier}/rows")
    String rows(
            @PathVariable int year,
            @PathVariable String carrier,
            @RequestParam String figure,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(defaultValue = "0") int page,
            Viewer viewer,
            Model model) {
        RecordSnapshot of = assessing.require(year, carrier, viewer);
        FigureLists.Rows rows = lists.rows(year, of.id(), figure, part, new Paging(page, SIZE));
        boolean all = "all".equalsIgnoreCase(part);
        model.addAttribute("rows", rows);
        model.addAttribute("total", Texts.number(rows.total()));
        model.addAttribute("name", of.name());
        model.addAttribute("year", year);
        model.addAttribute("all", all);
        model.addAttribute("card", "/assessments/" + year + "/" + carrier);
        model.addAttribute(
                "times", rows.items().stream().map(r -> Texts.time(r.at())).toList());
        model.addAttribute(
                "pager",
                Pager.of(
                        rows.total(),
                        page,
                        SIZE,
                        10_000,
                        n -> FigureJson.address("", year, of.id(), figure, all ? Part.ALL : Part.COUNTED) + "&page="
                                + n));
        model.addAttribute("section", CarriersSection.KEY);
        return "assessment/rows";
    }

    @GetMapping("/assessments/{year:\\d{4}}/pack.xlsx")
    void pack(@PathVariable int year, Viewer viewer, HttpServletResponse response) throws IOException {
        rights.require(Act.READ, Thing.CASE, viewer, Sentence.of("refused.forbidden.details"));
        byte[] book = pack.of(year, assessing.list(year, viewer), assessing.corrections(year, viewer));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"assessment-" + year + ".xlsx\"");
        response.getOutputStream().write(book);
    }

    private Standing standing(int year, String carrier, Viewer viewer) {
        return Ids.parse(carrier)
                .flatMap(id -> assessing.one(year, id, viewer))
                .filter(s -> s.card() != null)
                .orElseThrow(Problem::notFound);
    }

    private static String points(@Nullable Double points) {
        return points == null ? "—" : Texts.tenths(points);
    }

    private void told(RedirectAttributes flash, String done, Runnable doing) {
        Told.told(flash, texts, done, doing::run);
    }
}
