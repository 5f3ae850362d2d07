package org.talenthub.matching.contact;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Organisation;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.candidates.Availability;
import org.talenthub.matching.candidates.LeftOut;
import org.talenthub.matching.pairs.PairBook;
import org.talenthub.matching.pairs.life.Hand;
import org.talenthub.matching.pairs.life.PairState;
import org.talenthub.matching.pairs.life.PairStates;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.views.SealedContacts;
import org.talenthub.reference.contacts.Contacts;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** Contact by consent: asked with a purpose, answered by whoever reported the person, visible for fifteen days, recorded. */
@Component
public class Contacting {

    static final int REMIND_WORKING_DAYS = 5;
    static final Duration CLOSE_AFTER = Duration.ofDays(15);

    /** More requests than this in 90 days are too many for one person. */
    public static final int MUCH = 5;

    private static final int SHORTEST_PURPOSE = 4;
    private static final int LONGEST = 500;

    private final ContactRequests requests;
    private final PairBook book;
    private final PairStates states;
    private final LeftOut leftOut;
    private final SealedContacts contacts;
    private final Audit audit;

    Contacting(
            ContactRequests requests,
            PairBook book,
            PairStates states,
            LeftOut leftOut,
            SealedContacts contacts,
            Audit audit) {
        this.requests = requests;
        this.book = book;
        this.states = states;
        this.leftOut = leftOut;
        this.contacts = contacts;
        this.audit = audit;
    }

    /**
     * A request as one viewer sees it.
     *
     * @param contact phone and mail, for the asker while he may see them
     * @param load how often the person was asked for in 90 days
     * @param allowed answers that the viewer may give now
     */
    public record View(ContactRequest request, Map<String, String> contact, int load, List<String> allowed) {

        public boolean much() {
            return load > MUCH;
        }
    }

    /** @param made false when the same was asked already and waits */
    public record Asked(View view, boolean made) {}

    /** @throws Problem 400 without a purpose, 403 for who is not on the demand's side, 404, 409 when the person is not to be asked */
    @Transactional
    public Asked ask(String demand, String talent, @Nullable String purpose, Viewer viewer) {
        PairBook.Sides sides = book.sides(demand, talent, viewer);
        String why = purpose == null ? "" : purpose.strip();
        if (why.length() < SHORTEST_PURPOSE || why.length() > LONGEST) {
            throw Problem.badRequest("purpose.missing", Sentence.of("refused.purpose.missing"));
        }
        RecordSnapshot person = sides.person().record();
        Availability says = leftOut.availability(List.of(person.id())).getOrDefault(person.id(), Availability.OPEN);
        if (!says.askable()) {
            throw Problem.conflict("talent.paused", Sentence.of("refused.talent.paused"));
        }
        String asker = Organisation.of(viewer);
        String owner = owner(person);
        if (owner.equals(asker)) {
            throw Problem.conflict("contact.own", Sentence.of("refused.contact.own"));
        }
        Optional<ContactRequest> last = requests.findFirstByDemandAndTalentAndAskerOrderByIdDesc(
                sides.demand().id(), person.id(), asker);
        if (last.isPresent()
                && (last.get().state() == ContactState.ASKED || last.get().open(Instant.now()))) {
            return new Asked(view(last.get(), sides, viewer), false);
        }
        book.move(sides, PairState.ASKED, null, null, viewer);
        ContactRequest made = requests.saveAndFlush(new ContactRequest(
                sides.demand().id(),
                person.id(),
                asker,
                viewer.carrierName() == null ? viewer.displayName() : viewer.carrierName(),
                Contacts.mask(why),
                owner));
        audit.record(viewer, "contact.ask", "talent", Ids.text(person.id()), why);
        return new Asked(view(made, sides, viewer), true);
    }

    /** Whether there is somebody else to ask. */
    public boolean others(PairBook.Sides sides, Viewer viewer) {
        return !owner(sides.person().record()).equals(Organisation.of(viewer));
    }

    /** The organisation that reports a person; of several the newest. */
    private static String owner(RecordSnapshot person) {
        Long carrier = person.carrier();
        return carrier == null
                ? person.reporters().stream().sorted().findFirst().orElse(Organisation.PROVINCE)
                : Organisation.ofCarrier(carrier);
    }

    /**
     * @param answer yes, no or close
     * @throws Problem 400 for another answer, 403 for who may not give it, 404 where nothing was asked, 409 when it is answered
     */
    @Transactional
    public View answer(String demand, String talent, @Nullable String answer, @Nullable String note, Viewer viewer) {
        PairBook.Sides sides = book.sides(demand, talent, viewer);
        ContactLife.Act act = act(answer);
        if (note != null && note.length() > LONGEST) {
            throw Problem.badRequest("note.long", Sentence.of("refused.note.long", LONGEST));
        }
        String own = Organisation.of(viewer);
        List<ContactRequest> asked = requests.findAllByDemandAndTalentOrderById(
                sides.demand().id(), sides.person().id());
        // of several that wait the oldest of somebody else's; who closes means his own
        ContactRequest request = asked.stream()
                .filter(r -> r.state() == ContactState.ASKED)
                .min(Comparator.comparingInt(r -> r.asker().equals(own) == (act == ContactLife.Act.CLOSE) ? 0 : 1))
                .or(() -> asked.stream().reduce((a, b) -> b))
                .orElseThrow(Problem::notFound);
        request.answer(
                act,
                hands(request, sides, viewer),
                note == null || note.isBlank() ? null : Contacts.mask(note.strip()),
                viewer.displayName());
        requests.saveAndFlush(request);
        audit.record(viewer, "contact.answer", "talent", Ids.text(request.talent()), act.name());
        return view(request, sides, viewer);
    }

    private static ContactLife.Act act(@Nullable String answer) {
        return switch (answer == null ? "" : answer.toUpperCase(Locale.ROOT)) {
            case "YES", "TRUE", "AGREE", "AGREED", "ACCEPT", "ACCEPTED", "同意" -> ContactLife.Act.YES;
            case "NO", "FALSE", "REFUSE", "REFUSED", "DECLINE", "DECLINED", "不同意" -> ContactLife.Act.NO;
            case "CLOSE" -> ContactLife.Act.CLOSE;
            default -> throw Problem.badRequest("answer.unknown", Sentence.of("refused.answer.unknown"));
        };
    }

    /** Nobody answers his own request. */
    private Set<Hand> hands(ContactRequest request, PairBook.Sides sides, Viewer viewer) {
        Set<Hand> hands = EnumSet.noneOf(Hand.class);
        hands.addAll(book.hands(sides.demand().record(), sides.person().record(), viewer));
        if (request.asker().equals(Organisation.of(viewer))) {
            hands.remove(Hand.SOURCE);
            hands.remove(Hand.DEPARTMENT);
            hands.add(Hand.DEMAND);
        }
        return hands;
    }

    /** The viewer's own last request of a pair, else the oldest that waits, else the last. */
    @Transactional
    public Optional<View> of(PairBook.Sides sides, Viewer viewer) {
        List<ContactRequest> all = requests.findAllByDemandAndTalentOrderById(
                sides.demand().id(), sides.person().id());
        String own = Organisation.of(viewer);
        return all.stream()
                .filter(r -> r.asker().equals(own))
                .reduce((a, b) -> b)
                .or(() -> all.stream()
                        .filter(r -> r.state() == ContactState.ASKED)
                        .findFirst())
                .or(() -> all.stream().reduce((a, b) -> b))
                .map(r -> view(r, sides, viewer));
    }

    private View view(ContactRequest r, PairBook.Sides sides, Viewer viewer) {
        boolean shown = r.open(Instant.now()) && r.asker().equals(Organisation.of(viewer));
        Map<String, String> contact = shown ? contacts.of(r.talent()) : Map.of();
        if (shown) {
            audit.record(viewer, "contact.view", "talent", Ids.text(r.talent()), r.purpose());
        }
        return new View(
                r,
                contact,
                load(r.talent()),
                hands(r, sides, viewer).stream()
                        .flatMap(h -> ContactLife.TABLE.allowed(r.state(), h).stream())
                        .distinct()
                        .map(a -> a.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** How often the person was asked for in 90 days, whoever asked. */
    public int load(long talent) {
        return states.load(List.of(talent)).getOrDefault(talent, 0);
    }

    /** What waits for an answer of the viewer's organisation. */
    public List<ContactRequest> waiting(Viewer viewer) {
        return requests.findTop100ByOwnerAndStateOrderById(Organisation.of(viewer), ContactState.ASKED);
    }

    /** Reminds of what is unanswered for five working days, closes what is for fifteen days; any hub, any number of times. */
    @Transactional
    public int byTime(Instant now) {
        int done = 0;
        for (ContactRequest r : requests.findTop200ByStateAndAskedAtBeforeOrderById(
                ContactState.ASKED, now.minus(Duration.ofDays(5)))) {
            if (!r.askedAt().plus(CLOSE_AFTER).isAfter(now)) {
                r.answer(ContactLife.Act.CLOSE, EnumSet.of(Hand.HUB), null, "");
                requests.saveAndFlush(r);
                done++;
            } else if (r.remindedAt() == null && workingDays(r.askedAt(), now) >= REMIND_WORKING_DAYS) {
                r.remind();
                requests.saveAndFlush(r);
                done++;
            }
        }
        return done;
    }

    /** Monday to Friday; the holidays of a year are not known here. */
    static int workingDays(Instant from, Instant to) {
        LocalDate day = LocalDate.ofInstant(from, HubTime.ZONE);
        LocalDate end = LocalDate.ofInstant(to, HubTime.ZONE);
        int days = 0;
        while (Objects.requireNonNull(day).isBefore(end)) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days++;
            }
        }
        return days;
    }
}
