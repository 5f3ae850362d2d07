package org.talenthub.events.handbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Visibility;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.events.handbook.Handbook.Audience;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Participant;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Posts;
import org.talenthub.events.people.Roster;
import org.talenthub.events.timetable.PlanReading;
import org.talenthub.events.timetable.PlanView;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.Records;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;
import org.talenthub.web.Texts;

/** Puts a handbook together for one reader: a person with own meetings, an enterprise with its desks, the organiser with everything. */
@Component
public class HandbookSource {

    /** What of a person is told to whom he meets; never contact. */
    private static final List<String> FACTS =
            List.of("title", "education", "degree", "titleLevel", "skillLevel", "category", "expertise", "research", "post");

    private static final List<String> CONDITIONS =
            List.of("majors", "education", "degree", "titleLevel", "skillLevel", "ageMax", "experienceYears", "skills", "mode", "salary");

    private final EventDesk desk;
    private final Roster roster;
    private final Posts posts;
    private final PlanReading plans;
    private final Records records;
    private final Texts texts;
    private final Audit audit;

    HandbookSource(
            EventDesk desk,
            Roster roster,
            Posts posts,
            PlanReading plans,
            Records records,
            Texts texts,
            Audit audit) {
        this.desk = desk;
        this.roster = roster;
        this.posts = posts;
        this.plans = plans;
        this.records = records;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * @param id of the participant or its record; not needed for the organiser
     * @throws Problem 404 without a plan that the viewer may read, or for who takes no part; 403 for a handbook that is not the viewer's; 400
     *     where nobody is named
     */
    public Handbook of(String event, Audience audience, @Nullable String id, Viewer viewer) {
        RecruitmentEvent e = desk.get(event, viewer);
        boolean runs = desk.hand(e, viewer).isPresent();
        PlanView plan = plans.view(event, runs && e.published() != null ? e.published() : null, viewer);
        Map<Long, Roster.Entry> entries = roster.all(e, viewer);
        Participant reader = null;
        if (audience != Audience.ORGANISER) {
            if (id == null || id.isBlank()) {
                throw Problem.badRequest("handbook.id", "id 写是谁的手册：人才或企业的编号。");
            }
            reader = roster.find(entries, id, audience == Audience.PERSON ? Kind.TALENT : Kind.ENTERPRISE);
        }
        if (!runs && (reader == null || !Objects.requireNonNull(entries.get(reader.id())).own())) {
            throw Problem.forbidden("只能打印本单位的手册。");
        }
        String own = reader == null ? null : Ids.text(reader.id());
        List<PlanView.Meet> met = plan.meetings().stream()
                .filter(m -> own == null
                        || m.talent().participant().equals(own)
                        || m.enterprise().participant().equals(own))
                .toList();
        audit.record(viewer, "event.handbook", "event", event, audience + " " + met.size() + " meetings");
        return new Handbook(
                event,
                e.name(),
                texts.text("event.kind." + e.kind().name()),
                e.from(),
                e.to(),
                e.place(),
                e.summary(),
                plan.version(),
                Instant.now(),
                audience,
                reader == null
                        ? texts.text("event.handbook.organiser")
                        : reader.kind() == Kind.ENTERPRISE
                                ? Objects.requireNonNull(entries.get(reader.id())).name()
                                : reader.badge(),
                desk.programme(e),
                desk.slots(e),
                companies(plan, met, entries, audience, reader),
                people(met, entries, audience, reader, viewer),
                met.stream()
                        .map(m -> new Handbook.Talk(
                                m.enterprise().participant(),
                                m.talent().participant(),
                                m.posts(),
                                m.slot(),
                                m.table()))
                        .toList());
    }

    /** A person is told of those he meets; an enterprise of itself; the organiser of all. */
    private List<Handbook.Company> companies(
            PlanView plan,
            List<PlanView.Meet> met,
            Map<Long, Roster.Entry> entries,
            Audience audience,
            @Nullable Participant reader) {
        Set<String> wanted = new LinkedHashSet<>();
        met.forEach(m -> wanted.add(m.enterprise().participant()));
        if (audience == Audience.ENTERPRISE && reader != null) {
            wanted.clear();
            wanted.add(Ids.text(reader.id()));
        }
        List<Roster.Entry> shown = entries.values().stream()
                .filter(x -> x.participant().kind() == Kind.ENTERPRISE
                        && (audience == Audience.ORGANISER || wanted.contains(x.id())))
                .toList();
        Map<Long, List<RecordSnapshot>> own =
                posts.of(shown.stream().map(Roster.Entry::participant).toList());
        Map<String, List<Integer>> tables = new HashMap<>();
        plan.tables().forEach(t -> tables.computeIfAbsent(t.enterprise().participant(), k -> new ArrayList<>())
                .add(t.n()));
        return shown.stream()
                .map(x -> new Handbook.Company(
                        x.id(),
                        x.participant().badge(),
                        x.name(),
                        about(x.view()),
                        own.getOrDefault(x.participant().id(), List.of()).stream()
                                .map(this::post)
                                .toList(),
                        tables.getOrDefault(x.id(), List.of()),
                        audience == Audience.PERSON ? "" : x.participant().recruiters()))
                .toList();
    }

    private static String about(@Nullable RecordView view) {
        if (view == null) {
            return "";
        }
        return List.of("products", "intro", "profile").stream()
                .map(f -> Objects.toString(view.fields().get(f), ""))
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private Handbook.Post post(RecordSnapshot d) {
        Map<String, Object> seen = records.view(d.id(), Viewer.ANONYMOUS)
                .map(RecordView::fields)
                .orElse(Map.of());
        return new Handbook.Post(
                Ids.text(d.id()),
                d.fields().text("post").orElse(d.name()),
                Objects.toString(seen.get("headcount"), ""),
                lines(seen, CONDITIONS));
    }

    private List<Handbook.Person> people(
            List<PlanView.Meet> met,
            Map<Long, Roster.Entry> entries,
            Audience audience,
            @Nullable Participant reader,
            Viewer viewer) {
        Map<String, Roster.Entry> byId = new LinkedHashMap<>();
        entries.values().forEach(x -> byId.put(x.id(), x));
        Set<String> wanted = new LinkedHashSet<>();
        if (audience == Audience.PERSON && reader != null) {
            wanted.add(Ids.text(reader.id()));
        } else {
            met.forEach(m -> wanted.add(m.talent().participant()));
        }
        List<Handbook.Person> people = new ArrayList<>();
        for (String id : wanted) {
            Roster.Entry x = byId.get(id);
            if (x != null) {
                people.add(person(x, audience, viewer));
            }
        }
        return people;
    }

    /** To an enterprise a person has a name and a phone only where he agreed to it. */
    private Handbook.Person person(Roster.Entry x, Audience audience, Viewer viewer) {
        Participant p = x.participant();
        boolean told = audience != Audience.ENTERPRISE || p.consent();
        RecordView view = x.view();
        boolean full = view != null && view.visibility() == Visibility.FULL;
        String phone = p.consent() && full && p.record() != null && audience != Audience.PERSON
                ? records.secret(p.record(), "phone", viewer).orElse(null)
                : null;
        return new Handbook.Person(
                x.id(),
                p.badge(),
                told ? x.name() : p.badge(),
                phone,
                view == null ? List.of() : lines(view.fields(), FACTS));
    }

    /** Labels where there are such. */
    private List<String> lines(Map<String, Object> fields, List<String> wanted) {
        List<String> lines = new ArrayList<>();
        for (String f : wanted) {
            Object value = fields.containsKey(f + "Label") ? fields.get(f + "Label") : fields.get(f);
            String text = value instanceof List<?> all
                    ? all.stream().map(String::valueOf).collect(Collectors.joining("、"))
                    : Objects.toString(value, "");
            if (!text.isBlank()) {
                lines.add(texts.textOr("column." + f, f) + "：" + text);
            }
        }
        return lines;
    }
}
