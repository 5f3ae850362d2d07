package org.talenthub.lifecycle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.common.Transitions;
import org.talenthub.importing.Reports;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.ApplicationLife.State;
import org.talenthub.lifecycle.model.Applications;
import org.talenthub.lifecycle.model.Step;
import org.talenthub.lifecycle.model.Steps;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** The steps of an application, each with who, when and why. */
@Component
@EnableConfigurationProperties(LifecycleSettings.class)
public class Deciding {

    private static final int LONGEST = 1_000;

    private final Applying applying;
    private final Applications applications;
    private final Steps steps;
    private final Reviewing reviewing;
    private final Reports reports;
    private final Audit audit;
    private final Submitting submitting;
    private final LifecycleSettings settings;

    Deciding(
            Applying applying,
            Applications applications,
            Steps steps,
            Reviewing reviewing,
            Reports reports,
            Audit audit,
            Submitting submitting,
            LifecycleSettings settings) {
        this.submitting = submitting;
        this.settings = settings;
        this.applying = applying;
        this.applications = applications;
        this.steps = steps;
        this.reviewing = reviewing;
        this.reports = reports;
        this.audit = audit;
    }

    /**
     * What goes with a step.
     *
     * @param reason why; needed where something is refused, returned, withdrawn or undone
     * @param experts who is asked to judge, with {@link Action#ASSIGN}
     * @param document number of the approval, with {@link Action#APPROVE}
     * @param year of the approval; the call's when null
     * @param name that is given; the one applied for when null
     * @param due day by which experts are asked to judge; as configured when null
     */
    public record Said(
            @Nullable String reason,
            @Nullable List<Reviewing.Expert> experts,
            @Nullable String document,
            @Nullable Integer year,
            @Nullable String name,
            @Nullable String due) {

        /** Nothing but a reason. */
        public static Said why(@Nullable String reason) {
            return new Said(reason, null, null, null, null, null);
        }
    }

    /** What happened, oldest first. */
    public List<Step> steps(Application a) {
        return steps.findByApplicationOrderById(a.id());
    }

    /** What the viewer may do now; empty for who only looks. */
    public List<Action> allowed(Application a, Viewer viewer) {
        return applying.level(a, viewer).map(a::allowed).orElse(List.of());
    }

    /**
     * @throws Problem 404 for who may not know of it, 403 for whom it is not to do, 409 {@code action.not-now} with what is allowed, 400 and
     *     422 for what is missing
     */
    @Transactional
    public Application act(String id, Action action, Said said, Viewer viewer) {
        Application a = applying.get(id, viewer);
        Level level =
                applying.level(a, viewer).orElseThrow(() -> Problem.forbidden(Sentence.of("refused.forbidden.act")));
        State from = a.state();
        a.next(action, level);
        String reason = said.reason() == null ? "" : said.reason().strip();
        switch (action) {
            case RETURN, REFUSE, WITHDRAW, UNDO -> {
                if (reason.isEmpty()) {
                    throw Problem.badRequest("reason.missing", Sentence.of("refused.reason.missing"));
                }
            }
            case SUBMIT -> submitting.take(a, viewer.displayName());
            case ASSIGN ->
                a.invite(
                        reviewing.invited(a, said.experts()),
                        said.due() == null || said.due().isBlank()
                                ? HubTime.today().plusDays(settings.reviewDays())
                                : due(said.due()));
            case RECOMMEND -> reviewing.requireAll(a);
            case APPROVE -> approve(a, said, viewer);
            default -> {
                // nothing goes with it
            }
        }
        if (reason.length() > LONGEST) {
            throw Problem.badRequest("reason.long", Sentence.of("refused.reason.long", LONGEST));
        }
        a.move(action, level);
        applications.save(a);
        steps.save(new Step(a, action, from, level, reason.isEmpty() ? null : reason, viewer.displayName())
                .seen(submitting.papers(a)));
        audit.record(viewer, "application." + Transitions.word(action), "application", Ids.text(a.id()), null);
        return a;
    }

    /** The first day on which a case on public notice can be approved. */
    public LocalDate noticeOver(Application a) {
        return settings.noticeOver(a.since());
    }

    /** @throws Problem 400 for what is no day after today */
    static LocalDate due(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (!day.isBefore(HubTime.today())) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new Problem(400, "experts.due", Sentence.of("refused.experts.due"));
        }
        throw Problem.badRequest("experts.due", Sentence.of("refused.experts.due"));
    }

    /** The carrier comes to be by a report of the province, as every other record does. */
    private void approve(Application a, Said said, Viewer viewer) {
        LocalDate over = noticeOver(a);
        if (over.isAfter(HubTime.today())) {
            throw Problem.conflict("notice.running", Sentence.of("refused.notice.running", over.minusDays(1)));
        }
        String document = said.document() == null ? "" : said.document().strip();
        if (document.isEmpty() || document.length() > 100) {
            throw Problem.badRequest("application.document", Sentence.of("refused.application.document"));
        }
        int year = said.year() == null ? applying.call(a.call()).year() : said.year();
        String name = said.name() == null || said.name().isBlank()
                ? a.name()
                : said.name().strip();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("carrierType", a.kind().name());
        row.put("hostName", a.hostName());
        row.put("hostCode", a.hostCode());
        row.put("region", a.region());
        row.put("industries", a.industries().replace(" ", "；"));
        row.put("approvedYear", String.valueOf(year));
        row.put("state", "OPERATING");
        a.approve(year, name, document, reports.submit("carrier", "批复 " + document + " " + name, List.of(row), viewer));
    }
}
