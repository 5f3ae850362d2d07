package org.talenthub.events.handbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Visibility;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLinks;
import org.talenthub.events.model.Programme;
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
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Reads an event and its plan as a handbook; what of it a reader is told, {@link Pages} decides. */
@Component
public class HandbookSource {

    /** Somebody who sees people as those who have nothing to do with them do: 张先生. */
    private static final Viewer STRANGER = new Viewer(0, "", "", Role.STATION, null, -1L, "");

    private static final List<String> ABOUT = List.of("post", "education", "degree", "titleLevel", "skillLevel");

    private final EventDesk desk;
    private final Roster roster;
    private final Posts posts;
    private final PlanReading plans;
    private final Records records;
    private final org.talenthub.web.Texts texts;
    private final EventLinks links;
    private final Audit audit;

    HandbookSource(
            EventDesk desk,
            Roster roster,
            Posts posts,
            PlanReading plans,
            Records records,
            org.talenthub.web.Texts texts,
            EventLinks links,
            Audit audit) {
        this.links = links;
        this.desk = desk;
        this.roster = roster;
        this.posts = posts;
        this.plans = plans;
        this.records = records;
        this.texts = texts;
        this.audit = audit;
    }

    /** A handbook, and for whom. */
    public record Copy(Handbook book, Audience audience, String name) {}

    /** Who may read it, as addresses say it. */
    public enum Reader {
        PERSON,
        ENTERPRISE,
        ORGANISER
    }

    /**
     * @param id of the participant or its record; not needed for the organiser
     * @param version of the plan; null: the one in force, or the newest where none is
     * @throws Problem 404 without a plan that the viewer may read, or for who takes no part; 403 for a handbook that is not the viewer's; 400
     *     where nobody is named
     */
    public Copy of(String event, Reader reader, @Nullable String id, @Nullable Integer version, Viewer viewer) {
        RecruitmentEvent e = desk.get(event, viewer);
        boolean runs = desk.hand(e, viewer).isPresent();
        if (reader != Reader.ORGANISER && (id == null || id.isBlank())) {
            throw Problem.badRequest("handbook.id", Sentence.of("refused.handbook.id"));
        }
        Map<Long, Roster.Entry> entries = roster.all(e, viewer);
        Participant who = reader == Reader.ORGANISER
                ? null
                : roster.find(entries, String.valueOf(id), reader == Reader.PERSON ? Kind.TALENT : Kind.ENTERPRISE);
        if (!runs
                && (who == null
                        || !Objects.requireNonNull(entries.get(who.id())).own())) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.handbook"));
        }
        PlanView plan = plans.view(event, version == null && runs ? e.published() : version, viewer);
        audit.record(viewer, "event.handbook", "event", event, reader + (who == null ? "" : " " + who.badge()));
        Audience audience = switch (reader) {
            case PERSON ->
                new Audience.OfPerson(Ids.text(Objects.requireNonNull(who).id()));
            case ENTERPRISE ->
                new Audience.OfEnterprise(Ids.text(Objects.requireNonNull(who).id()));
            case ORGANISER -> new Audience.OfOrganiser();
        };
        return new Copy(
                book(event, e, plan, entries, viewer), audience, e.name() + (who == null ? "" : "-" + who.badge()));
    }

    private Handbook book(
            String event, RecruitmentEvent e, PlanView plan, Map<Long, Roster.Entry> entries, Viewer viewer) {
        Programme p = desk.programme(e);
        Map<String, Integer> first = new HashMap<>();
        plan.tables().forEach(t -> first.merge(t.enterprise().participant(), t.n(), Math::min));
        Set<String> met = new HashSet<>();
        plan.meetings().forEach(m -> met.add(m.talent().participant()));
        return new Handbook(
                new Handbook.Cover(
                        event,
                        e.name(),
                        texts.text("event.kind." + e.kind().name()),
                        e.from(),
                        e.to(),
                        e.place(),
                        e.ownerName().isEmpty() ? e.madeBy() : e.ownerName(),
                        plan.version(),
                        LocalDate.now(HubTime.ZONE).toString()),
                p.items().stream()
                        .map(i -> new Handbook.Item(
                                or(i.from()), or(i.to()), item(i.kind()), or(i.title()), or(i.place())))
                        .toList(),
                p.routes().stream()
                        .map(r -> new Handbook.Route(
                                or(r.name()),
                                or(r.from()),
                                r.stops() == null ? List.of() : r.stops(),
                                r.seats() == null ? 0 : r.seats(),
                                or(r.guide())))
                        .toList(),
                companies(entries),
                people(event, entries, met, viewer),
                plan.meetings().stream()
                        .map(m -> new Handbook.Talk(
                                or(m.id()),
                                m.talent().participant(),
                                m.enterprise().participant(),
                                m.from(),
                                m.to(),
                                m.table() - first.getOrDefault(m.enterprise().participant(), m.table()) + 1,
                                m.posts()))
                        .toList(),
                new Handbook.Texts(p.policy(), p.feedback(), p.emergency(), links.feedback(event)));
    }

    private String item(@Nullable String kind) {
        return kind == null ? "" : texts.textOr("events.item." + kind, "");
    }

    private List<Handbook.Company> companies(Map<Long, Roster.Entry> entries) {
        List<Roster.Entry> all = entries.values().stream()
                .filter(x -> x.participant().kind() == Kind.ENTERPRISE)
                .toList();
        Map<Long, List<RecordSnapshot>> own =
                posts.of(all.stream().map(Roster.Entry::participant).toList());
        return all.stream()
                .map(x -> new Handbook.Company(
                        x.id(),
                        x.participant().badge(),
                        x.name(),
                        x.view() == null ? "" : joined(x.view().fields(), List.of("products", "profile"), "\n"),
                        own.getOrDefault(x.participant().id(), List.of()).stream()
                                .map(HandbookSource::post)
                                .toList(),
                        x.participant().desks(),
                        x.participant().recruiters(),
                        ""))
                .toList();
    }

    private static String post(RecordSnapshot d) {
        String name = d.fields().text("post").orElse(d.name());
        String skills = String.join("、", d.fields().list("skills"));
        return name
                + d.fields().number("headcount").map(n -> "（" + n + " 人）").orElse("")
                + (skills.isEmpty() ? "" : "：" + skills);
    }

    private List<Handbook.Person> people(
            String event, Map<Long, Roster.Entry> entries, Set<String> met, Viewer viewer) {
        List<Roster.Entry> all = entries.values().stream()
                .filter(x -> x.participant().kind() != Kind.ENTERPRISE)
                .filter(x -> met.contains(x.id()) || x.participant().state() == Participant.State.ACCEPTED)
                .toList();
        List<Long> ids = all.stream()
                .map(x -> x.participant().record())
                .filter(Objects::nonNull)
                .toList();
        Map<Long, RecordView> masked = ids.isEmpty() ? Map.of() : records.views(ids, STRANGER);
        List<Handbook.Person> people = new ArrayList<>();
        for (Roster.Entry x : all) {
            Participant p = x.participant();
            RecordView view = x.view();
            RecordView discreet = p.record() == null ? null : masked.get(p.record());
            people.add(new Handbook.Person(
                    x.id(),
                    p.badge(),
                    x.name(),
                    discreet == null ? p.badge() : discreet.name(),
                    p.consent(),
                    view == null ? "" : about(view),
                    view == null ? "" : joined(view.fields(), List.of("expertise"), "、"),
                    phone(p, view, viewer),
                    stay(p),
                    links.door(event, p.badge())));
        }
        return people;
    }

    private static String about(RecordView view) {
        String employer =
                view.fields().get("employer") instanceof Map<?, ?> m ? Objects.toString(m.get("name"), "") : "";
        String rest = joined(view.fields(), ABOUT, " · ");
        return employer.isEmpty() ? rest : rest.isEmpty() ? employer : employer + " · " + rest;
    }

    /** Only of whom the viewer sees in full, and who agreed that partners may have it. */
    private String phone(Participant p, @Nullable RecordView view, Viewer viewer) {
        return p.consent() && p.record() != null && view != null && view.visibility() == Visibility.FULL
                ? records.secret(p.record(), "phone", viewer).orElse("")
                : "";
    }

    private String stay(Participant p) {
        List<String> parts = new ArrayList<>();
        if (p.lodging()) {
            parts.add(texts.text("events.lodging"));
        }
        if (!p.diet().isEmpty()) {
            parts.add(p.diet());
        }
        if (!p.arrives().isEmpty() || !p.leaves().isEmpty()) {
            parts.add((p.arrives() + " – " + p.leaves()).replace('T', ' ').strip());
        }
        return String.join(" · ", parts);
    }

    /** Labels where there are such. */
    private static String joined(Map<String, Object> fields, List<String> wanted, String between) {
        return wanted.stream()
                .map(f -> fields.containsKey(f + "Label") ? fields.get(f + "Label") : fields.get(f))
                .map(v -> v instanceof List<?> all
                        ? all.stream().map(String::valueOf).collect(Collectors.joining("、"))
                        : Objects.toString(v, ""))
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining(between));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
