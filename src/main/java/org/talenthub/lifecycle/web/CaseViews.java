package org.talenthub.lifecycle.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.lifecycle.Applying;
import org.talenthub.lifecycle.Asking;
import org.talenthub.lifecycle.Deciding;
import org.talenthub.lifecycle.Evidence;
import org.talenthub.lifecycle.Inviting;
import org.talenthub.lifecycle.KnownHost;
import org.talenthub.lifecycle.LifecycleSettings;
import org.talenthub.lifecycle.Reviewing;
import org.talenthub.lifecycle.SiteVisits;
import org.talenthub.lifecycle.model.Application;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.ApplicationLife.State;
import org.talenthub.lifecycle.model.FormInvitation;
import org.talenthub.lifecycle.model.Step;
import org.talenthub.lifecycle.model.Versions;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Makes what the pages of cases show. */
@Component
class CaseViews {

    private static final List<State> WAY = List.of(
            State.DRAFT,
            State.SUBMITTED,
            State.CITY_PASSED,
            State.EXPERTS,
            State.VISITED,
            State.RECOMMENDED,
            State.NOTICE,
            State.APPROVED);

    private final Applying applying;
    private final Deciding deciding;
    private final Reviewing reviewing;
    private final Papers papers;
    private final LifecycleSettings settings;
    private final Regions regions;
    private final Dictionary industries;
    private final Texts texts;

    CaseViews(
            Applying applying,
            Deciding deciding,
            Reviewing reviewing,
            Papers papers,
            LifecycleSettings settings,
            Regions regions,
            Dictionaries dictionaries,
            Texts texts) {
        this.applying = applying;
        this.deciding = deciding;
        this.reviewing = reviewing;
        this.papers = papers;
        this.settings = settings;
        this.regions = regions;
        this.industries = dictionaries.get("industry");
        this.texts = texts;
    }

    /** What belongs to a case beside its text. */
    @Component
    static class Papers {

        private final Evidence evidence;
        private final Versions versions;
        private final KnownHost host;
        private final SiteVisits visits;
        private final Asking asking;
        private final Inviting inviting;

        Papers(
                Evidence evidence,
                Versions versions,
                KnownHost host,
                SiteVisits visits,
                Asking asking,
                Inviting inviting) {
            this.inviting = inviting;
            this.visits = visits;
            this.asking = asking;
            this.evidence = evidence;
            this.versions = versions;
            this.host = host;
        }
    }

    CaseView of(String id, Viewer viewer) {
        Application a = applying.get(id, viewer);
        Level level = applying.level(a, viewer).orElse(null);
        List<Action> allowed = deciding.allowed(a, viewer);
        List<Step> steps = deciding.steps(a);
        boolean works = applying.works(a, viewer);
        Reviewing.Board board =
                level == Level.PROVINCE || (level == null && works) ? reviewing.board(id, viewer) : null;
        boolean asks = a.state() == State.EXPERTS || a.state() == State.VISITED;
        return new CaseView(
                Ids.text(a.id()),
                Ids.text(a.call()),
                a.name(),
                texts.text("carrier.kind." + a.kind()),
                a.hostName(),
                a.hostCode(),
                place(a.region()),
                a.region(),
                words(a.industries()),
                a.state().name(),
                days(a.since()),
                days(a.since()) >= settings.staleDays() && waits(a.state()),
                waits(a.state()) ? texts.text("application.turn." + turn(a.state())) : null,
                stages(a, steps),
                applying.outline(a),
                a.version(),
                allowed.contains(Action.SUBMIT),
                level == null ? null : invitation(a, viewer),
                allowed.stream().map(Enum::name).toList(),
                steps.reversed().stream().map(this::done).toList(),
                papers.evidence.of(a),
                papers.versions.of(a).stream()
                        .map(v -> new CaseView.Past(
                                v.no(), v.by(), Texts.time(v.at()), v.content().outline()))
                        .toList(),
                papers.host.of(a),
                board,
                judging(a, board, level == null, asks, viewer),
                works
                        ? papers.visits
                                .of(id, viewer)
                                .map(v -> new CaseView.Visit(v.on().toString(), v.visitors(), v.findings(), v.by()))
                                .orElse(null)
                        : null,
                works ? papers.visits.photos(id, viewer) : List.of(),
                level == Level.PROVINCE && asks,
                applying.evidence(applying.call(a.call())),
                a.document(),
                a.state() == State.NOTICE ? deciding.noticeOver(a).minusDays(1).toString() : null);
    }

    private CaseView.@Nullable Invitation invitation(Application a, Viewer viewer) {
        FormInvitation i = papers.inviting.of(a).orElse(null);
        boolean may = papers.inviting.may(a, viewer);
        if (i == null) {
            return may ? new CaseView.Invitation(true, false, null, null, null) : null;
        }
        Instant handed = i.handedAt();
        return new CaseView.Invitation(
                may, may && i.open(), i.until().toString(), i.filler(), handed == null ? null : Texts.time(handed));
    }

    private CaseView.Judging judging(
            Application a, Reviewing.@Nullable Board board, boolean expert, boolean asks, Viewer viewer) {
        Map<String, Integer> criteria = new LinkedHashMap<>();
        applying.criteria(applying.call(a.call())).forEach((c, points) -> criteria.put(c.name(), points));
        Map<String, String> standings = new LinkedHashMap<>();
        List<CaseView.Judging.Reopened> reopened = new ArrayList<>();
        if (board != null) {
            papers.asking
                    .standings(a, board)
                    .forEach(s -> standings.put(s.name(), s.standing().name()));
            reviewing
                    .reopened(Ids.text(a.id()), viewer)
                    .forEach(r -> reopened.add(
                            new CaseView.Judging.Reopened(r.expert(), r.total(), r.reopenedBy(), r.reopenedWhy())));
        }
        Map<String, String> reviews = new LinkedHashMap<>();
        if (board != null) {
            board.reviews().forEach(r -> reviews.put(r.expert(), Ids.text(r.id())));
        }
        LocalDate due = a.reviewsDue();
        return new CaseView.Judging(
                board != null && expert && !board.waiting().isEmpty()
                        ? board.waiting().getFirst()
                        : null,
                standings,
                reviews,
                due == null ? null : due.toString(),
                criteria,
                asks,
                reopened);
    }

    private CaseView.Done done(Step s) {
        return new CaseView.Done(
                texts.text("application.act." + s.action()),
                texts.text("application." + s.to()),
                s.level().name(),
                s.reason(),
                s.by(),
                Texts.time(s.at()),
                s.files().size());
    }

    /** Where it stands as a line of steps, with the days that it spent in each. */
    private List<CaseView.Stage> stages(Application a, List<Step> steps) {
        Map<State, Instant> entered = new LinkedHashMap<>();
        Map<State, Long> spent = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Instant until = i + 1 < steps.size() ? steps.get(i + 1).at() : Instant.now();
            entered.put(steps.get(i).to(), steps.get(i).at());
            spent.merge(
                    steps.get(i).to(),
                    Duration.between(steps.get(i).at(), until).toDays(),
                    Long::sum);
        }
        List<CaseView.Stage> stages = new ArrayList<>();
        int at = WAY.indexOf(a.state());
        for (int i = 0; i < WAY.size(); i++) {
            State s = WAY.get(i);
            String how = s == a.state() ? "now" : i < at || (at < 0 && entered.containsKey(s)) ? "past" : "ahead";
            Long days = spent.get(s);
            stages.add(new CaseView.Stage(
                    s.name(),
                    how,
                    days == null || how.equals("ahead") ? null : texts.text("application.days", Texts.number(days))));
        }
        if (at < 0) {
            stages.add(new CaseView.Stage(
                    a.state().name(), "now", texts.text("application.days", Texts.number(days(a.since())))));
        }
        return stages;
    }

    /** How many cases the viewer's city may hand on a year and kind, as the province hints; null where it does not. */
    @Nullable
    Integer hint(Viewer viewer) {
        String region = viewer.region();
        return region == null ? null : settings.cityQuota().get(region);
    }

    /** Whether the city has handed it on. */
    static boolean passed(State state) {
        return switch (state) {
            case CITY_PASSED, EXPERTS, VISITED, RECOMMENDED, NOTICE, APPROVED, REFUSED -> true;
            case DRAFT, SUBMITTED, RETURNED, CITY_REFUSED, WITHDRAWN -> false;
        };
    }

    static boolean waits(State state) {
        return switch (state) {
            case APPROVED, REFUSED, CITY_REFUSED, WITHDRAWN -> false;
            case DRAFT, SUBMITTED, RETURNED, CITY_PASSED, EXPERTS, VISITED, RECOMMENDED, NOTICE -> true;
        };
    }

    static String turn(State state) {
        return switch (state) {
            case DRAFT, RETURNED -> "APPLICANT";
            case SUBMITTED -> "CITY";
            default -> "PROVINCE";
        };
    }

    static long days(Instant since) {
        return Duration.between(since, Instant.now()).toDays();
    }

    String place(String region) {
        return texts.english() ? regions.english(region) : regions.fullName(region);
    }

    String words(String codes) {
        return codes.isEmpty()
                ? ""
                : String.join(
                        texts.english() ? ", " : "、",
                        List.of(codes.split(" ")).stream().map(this::word).toList());
    }

    private @Nullable String word(String code) {
        return industries
                .find(code)
                .map(e -> texts.english() ? e.english() : e.label())
                .orElse(code);
    }
}
