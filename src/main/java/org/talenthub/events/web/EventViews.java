package org.talenthub.events.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Transitions;
import org.talenthub.events.day.ResultSheets;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventKind;
import org.talenthub.events.model.EventLife.State;
import org.talenthub.events.model.EventLinks;
import org.talenthub.events.model.EventSlot;
import org.talenthub.events.model.Programme;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Roster;
import org.talenthub.events.timetable.Outcomes;
import org.talenthub.events.timetable.PlanReading;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Events as the API writes them, to everybody what he may know. */
@Component
class EventViews {

    private final EventDesk desk;
    private final Roster roster;
    private final PlanReading plans;
    private final Outcomes outcomes;
    private final Regions regions;
    private final ResultSheets results;
    private final EventLinks links;
    private final Texts texts;

    EventViews(
            EventDesk desk,
            Roster roster,
            PlanReading plans,
            Outcomes outcomes,
            ResultSheets results,
            Regions regions,
            EventLinks links,
            Texts texts) {
        this.links = links;
        this.results = results;
        this.desk = desk;
        this.roster = roster;
        this.plans = plans;
        this.outcomes = outcomes;
        this.regions = regions;
        this.texts = texts;
    }

    record Place(String code, String label) {}

    /** @param allowed what the caller may do now */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            EventKind kind,
            String kindLabel,
            String name,
            String from,
            String to,
            String place,
            @Nullable Place region,
            State state,
            String stateLabel,
            List<String> allowed) {}

    /** @param meetings held, and intents of both sides; once it is over */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Counts(
            long enterprises,
            long talents,
            @Nullable Long meetings,
            @Nullable Long intents) {}

    /** What only those see who have to do with it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Inside(
            String matchmaker,
            RecruitmentEvent.Limits limits,
            Map<Kind, Map<Participant.State, Long>> participants,
            @Nullable Integer plan,
            @Nullable Integer publishedPlan,
            Map<String, Long> outcomes,
            String madeBy,
            Instant changedAt) {}

    /** @param inside null for the public */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            String id,
            EventKind kind,
            String kindLabel,
            String name,
            String from,
            String to,
            String place,
            @Nullable Place region,
            State state,
            String stateLabel,
            List<String> allowed,
            String summary,
            Counts counts,
            @Nullable List<EventSlot> slots,
            @Nullable Programme programme,
            @Nullable Inside inside) {}

    Item item(RecruitmentEvent e, Viewer viewer) {
        String region = e.region();
        return new Item(
                Ids.text(e.id()),
                e.kind(),
                texts.text("event.kind." + e.kind()),
                e.name(),
                e.from(),
                e.to(),
                e.place(),
                region == null
                        ? null
                        : new Place(region, texts.english() ? regions.english(region) : regions.fullName(region)),
                e.state(),
                texts.text("event." + e.state()),
                desk.allowed(e, viewer).stream().map(Transitions::word).toList());
    }

    Whole whole(RecruitmentEvent e, Viewer viewer) {
        Item i = item(e, viewer);
        boolean inside = desk.inside(e, viewer);
        boolean runs = desk.hand(e, viewer).isPresent();
        Map<Kind, Map<Participant.State, Long>> counts = roster.counts(e.id());
        boolean over = e.state() == State.CLOSED;
        Map<String, Long> said = over || runs ? outcomes.counts(e) : Map.of();
        return new Whole(
                i.id(),
                i.kind(),
                i.kindLabel(),
                i.name(),
                i.from(),
                i.to(),
                i.place(),
                i.region(),
                i.state(),
                i.stateLabel(),
                i.allowed(),
                e.summary(),
                new Counts(
                        coming(counts, Kind.ENTERPRISE),
                        coming(counts, Kind.TALENT),
                        over ? said.values().stream().mapToLong(n -> n).sum() : null,
                        over ? said.getOrDefault("INTENT", 0L) : null),
                inside ? desk.slots(e) : null,
                inside ? desk.programme(e) : null,
                runs
                        ? new Inside(
                                e.ownerName(),
                                e.limits(),
                                counts,
                                plans.newest(e),
                                e.published(),
                                said,
                                e.madeBy(),
                                e.changedAt())
                        : null);
    }

    /** What came of it; null before it runs. */
    ResultSheets.@Nullable Sheet results(RecruitmentEvent e) {
        return e.state() == State.RUNNING || e.state() == State.CLOSED ? results.of(e) : null;
    }

    /** Where guests say what they think of it. */
    String feedback(RecruitmentEvent e) {
        return links.feedback(Ids.text(e.id()));
    }

    private static long coming(Map<Kind, Map<Participant.State, Long>> counts, Kind kind) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(Participant.State.ACCEPTED, 0L);
    }
}
