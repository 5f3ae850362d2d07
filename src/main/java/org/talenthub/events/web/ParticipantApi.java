package org.talenthub.events.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.talenthub.common.Ids;
import org.talenthub.common.Paging;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.RecruitmentEvent;
import org.talenthub.events.people.Answering;
import org.talenthub.events.people.CheckIns;
import org.talenthub.events.people.MeetingWish;
import org.talenthub.events.people.Participant;
import org.talenthub.events.people.Participant.Kind;
import org.talenthub.events.people.Participating;
import org.talenthub.events.people.Roster;
import org.talenthub.events.people.SheetGuests;
import org.talenthub.events.people.Sourcing;
import org.talenthub.events.people.Wishing;
import org.talenthub.security.Viewer;
import org.talenthub.web.Parameters;
import tools.jackson.databind.JsonNode;

/** Who takes part, who is asked, who wishes to meet whom, who has come. Long because it holds the shapes of what it answers. */
@RestController
@RequestMapping("/api/v1/events/{id}")
class ParticipantApi {

    private final EventDesk desk;
    private final Roster roster;
    private final Participating participating;
    private final Wishing wishing;
    private final Answering answering;
    private final Sourcing sourcing;
    private final CheckIns checkIns;
    private final SheetGuests sheet;

    ParticipantApi(
            EventDesk desk,
            Roster roster,
            Participating participating,
            Wishing wishing,
            Answering answering,
            Sourcing sourcing,
            CheckIns checkIns,
            SheetGuests sheet) {
        this.sheet = sheet;
        this.desk = desk;
        this.roster = roster;
        this.participating = participating;
        this.wishing = wishing;
        this.answering = answering;
        this.sourcing = sourcing;
        this.checkIns = checkIns;
    }

    record Named(String id, String name) {}

    /** @param badge T003, E001, G002 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            Kind kind,
            String badge,
            String name,
            @Nullable Named talent,
            @Nullable Named enterprise,
            List<String> demands,
            @Nullable Integer desks,
            @Nullable String recruiters,
            Participant.State state,
            boolean consent,
            String arrives,
            String leaves,
            boolean lodging,
            String diet,
            @Nullable Instant checkedInAt) {}

    record Items(long total, int page, int size, List<Item> items) {}

    record Wished(String from, String to, String talent, String enterprise, String by, MeetingWish.Wish wish) {}

    record Wishes(long total, int page, int size, List<Wished> items) {}

    record Link(String id, String badge, String name, String link) {}

    record Links(long total, int page, int size, List<Link> items) {}

    @GetMapping("/participants")
    Items list(@PathVariable String id, @RequestParam MultiValueMap<String, String> given, Viewer viewer) {
        Parameters p = Parameters.only(given, "kind", "state", "page", "size");
        Paging paging = p.paging();
        Optional<Kind> kind = p.choice("kind", Kind.class);
        Optional<Participant.State> state = p.choice("state", Participant.State.class);
        List<Roster.Entry> found = roster.of(desk.get(id, viewer), viewer).values().stream()
                .filter(x -> kind.isEmpty() || x.participant().kind() == kind.get())
                .filter(x -> state.isEmpty() || x.participant().state() == state.get())
                .toList();
        return new Items(
                found.size(),
                paging.page(),
                paging.size(),
                found.stream()
                        .skip(paging.from())
                        .limit(paging.size())
                        .map(ParticipantApi::item)
                        .toList());
    }

    @GetMapping("/participants/{participant}")
    Item one(@PathVariable String id, @PathVariable String participant, Viewer viewer) {
        return item(roster.of(desk.get(id, viewer), viewer).values().stream()
                .filter(x -> x.id().equals(participant))
                .findFirst()
                .orElseThrow(Problem::notFound));
    }

    /** 201 with those who are new, 200 when all were there; one alone stands in the answer itself too. */
    @PostMapping("/participants")
    ResponseEntity<Map<String, Object>> add(
            @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Viewer viewer) {
        RecruitmentEvent e = desk.own(id, viewer);
        Participating.Added added = Sourcing.named(body)
                ? participating.invite(id, sourcing.people(id, Objects.requireNonNull(body), viewer), viewer)
                : participating.add(id, body, viewer);
        Map<Long, Roster.Entry> entries = roster.of(e, viewer);
        List<Item> items = added.participants().stream()
                .map(p -> entries.get(p.id()))
                .filter(Objects::nonNull)
                .map(ParticipantApi::item)
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        if (items.size() == 1) {
            Item i = items.getFirst();
            answer.put("id", i.id());
            answer.put("kind", i.kind());
            answer.put("badge", i.badge());
            answer.put("name", i.name());
            answer.put("state", i.state());
        }
        answer.put("total", items.size());
        answer.put("created", added.created());
        answer.put("items", items);
        return ResponseEntity.status(added.created() > 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(answer);
    }

    /** @param unknown rows below the header that mean nobody, or several, or nobody whom the caller may bring */
    record FromSheet(int total, int created, List<Integer> unknown) {}

    /** Asks the people of a sheet: by 编号, or 姓名 and 工作单位. */
    @PostMapping(path = "/participants/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    FromSheet sheet(
            @PathVariable String id, @RequestParam(required = false) @Nullable MultipartFile file, Viewer viewer)
            throws IOException {
        desk.own(id, viewer);
        if (file == null) {
            throw Problem.badRequest("file.missing", Sentence.of("refused.file.missing.sheet"));
        }
        try (InputStream in = file.getInputStream()) {
            SheetGuests.Read read = sheet.people(id, in, viewer);
            Participating.Added added = participating.invite(id, read.people(), viewer);
            return new FromSheet(added.participants().size(), added.created(), read.unknown());
        }
    }

    @PutMapping("/participants/{participant}")
    Item change(
            @PathVariable String id,
            @PathVariable String participant,
            @RequestBody(required = false) @Nullable JsonNode body,
            Viewer viewer) {
        participating.change(id, participant, body, viewer);
        return one(id, participant, viewer);
    }

    @DeleteMapping("/participants/{participant}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable String participant, Viewer viewer) {
        participating.remove(id, participant, viewer);
    }

    /** Links to answer with, shown this once; of those named in {@code participants}, or of all who have not answered. */
    @PostMapping("/invitations")
    Links ask(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Viewer viewer) {
        RecruitmentEvent e = desk.own(id, viewer);
        List<String> wanted = new ArrayList<>();
        if (body != null) {
            body.path("participants").forEach(p -> wanted.add(p.asString("")));
        }
        List<Answering.Asked> asked = answering.ask(id, wanted, viewer);
        Map<Long, Roster.Entry> entries = roster.of(e, viewer);
        List<Link> links = asked.stream()
                .map(a -> new Link(
                        Ids.text(a.participant().id()),
                        a.participant().badge(),
                        Objects.requireNonNull(entries.get(a.participant().id()))
                                .name(),
                        a.link()))
                .toList();
        return new Links(links.size(), 0, links.size(), links);
    }

    @GetMapping("/wishes")
    Wishes wishes(@PathVariable String id, Viewer viewer) {
        return wishes(desk.get(id, viewer), viewer);
    }

    @PutMapping("/wishes")
    Wishes wish(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Viewer viewer) {
        wishing.say(id, body, viewer);
        return wishes(desk.get(id, viewer), viewer);
    }

    private Wishes wishes(RecruitmentEvent e, Viewer viewer) {
        Map<Long, Roster.Entry> entries = roster.of(e, viewer);
        boolean runs = desk.hand(e, viewer).isPresent();
        List<Wished> items = wishing.of(e.id()).stream()
                .filter(w -> entries.containsKey(w.from()) && entries.containsKey(w.to()))
                .filter(w ->
                        runs || Objects.requireNonNull(entries.get(w.from())).own())
                .map(w -> {
                    Roster.Entry from = Objects.requireNonNull(entries.get(w.from()));
                    Roster.Entry to = Objects.requireNonNull(entries.get(w.to()));
                    boolean byGuest = from.participant().kind().visits();
                    return new Wished(
                            from.id(),
                            to.id(),
                            ref(byGuest ? from : to),
                            ref(byGuest ? to : from),
                            byGuest ? "talent" : "enterprise",
                            w.wish());
                })
                .toList();
        return new Wishes(items.size(), 0, items.size(), items);
    }

    private static String ref(Roster.Entry x) {
        return x.record() == null ? x.id() : x.record();
    }

    @GetMapping("/check-in")
    Items arriving(@PathVariable String id, @RequestParam(required = false) @Nullable String q, Viewer viewer) {
        List<Item> items =
                checkIns.find(id, q, viewer).stream().map(ParticipantApi::item).toList();
        return new Items(items.size(), 0, items.size(), items);
    }

    /** @param body {@code {participant}} by id, badge, or a name or initials that mean one only; {@code undo} takes it back */
    @PostMapping("/check-in")
    Item checkIn(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Viewer viewer) {
        desk.own(id, viewer);
        String ref = "";
        boolean undo = false;
        if (body != null) {
            for (String field : List.of("participant", "talent", "enterprise", "badge", "q", "name", "code")) {
                ref = ref.isEmpty() ? body.path(field).asString("").strip() : ref;
            }
            undo = body.path("undo").asBoolean(false);
        }
        if (ref.isEmpty()) {
            throw Problem.badRequest("checkin.who", Sentence.of("refused.checkin.who"));
        }
        Participant p = checkIns.checkIn(id, ref, undo, viewer);
        return item(
                Objects.requireNonNull(roster.of(desk.own(id, viewer), viewer).get(p.id())));
    }

    static Item item(Roster.Entry x) {
        Participant p = x.participant();
        boolean company = p.kind() == Kind.ENTERPRISE;
        Named named = x.record() == null ? null : new Named(x.record(), x.name());
        return new Item(
                x.id(),
                p.kind(),
                p.badge(),
                x.name(),
                company ? null : named,
                company ? named : null,
                p.demands(),
                company ? p.desks() : null,
                company ? p.recruiters() : null,
                p.state(),
                p.consent(),
                p.arrives(),
                p.leaves(),
                p.lodging(),
                p.diet(),
                p.checkedInAt());
    }
}
