package org.talenthub.matching.candidates;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.access.Visibility;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.search.Kind;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** Who wants to be asked, who rests, and who asked to be left out of matching. */
@Component
public class LeftOut {

    private final TalentWishes wishes;
    private final Rights rights;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    LeftOut(TalentWishes wishes, Rights rights, Audit audit, ApplicationEventPublisher events) {
        this.wishes = wishes;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Something was said beside a record that its pairs hang on: who is to be asked, what a demand insists on. Told within the transaction
     * that keeps it.
     *
     * @param type of the record: talent or demand
     */
    public record Told(String type, long id) {}

    /** Those of these people who are not to be matched. */
    public List<Long> among(Collection<Long> people) {
        return availability(people).entrySet().stream()
                .filter(e -> e.getValue() == Availability.LEFT_OUT)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** OPEN where nothing is said. */
    public Map<Long, Availability> availability(Collection<Long> people) {
        Map<Long, Availability> found = new HashMap<>();
        if (!people.isEmpty()) {
            wishes.findAllByTalentIdIn(people).forEach(w -> found.put(w.talent(), w.on(HubTime.today())));
        }
        return found;
    }

    /** What is said of one person. */
    public record Said(Availability state, @Nullable LocalDate until) {}

    public Said of(long person) {
        return wishes.findById(person)
                .map(w -> new Said(
                        w.on(HubTime.today()), w.on(HubTime.today()) == Availability.PAUSED ? w.until() : null))
                .orElse(new Said(Availability.OPEN, null));
    }

    /** Whoever the person's affairs are, and who is shown it in full. */
    public boolean maySet(RecordSnapshot person, Viewer viewer) {
        return rights.may(Act.EDIT, Thing.MATCH, person, viewer)
                && rights.scope(Kind.TALENT.type(), viewer).of(person) == Visibility.FULL;
    }

    /** @throws Problem 403 unless the viewer sees the person in full, 400 for a pause that is over already */
    @Transactional
    public void set(RecordSnapshot person, Availability to, @Nullable LocalDate until, Viewer viewer) {
        if (!maySet(person, viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.set"));
        }
        if (until != null && until.isBefore(HubTime.today())) {
            throw Problem.badRequest("until.past", Sentence.of("refused.until.past"));
        }
        TalentWish wish = wishes.findById(person.id()).orElseGet(() -> new TalentWish(person.id()));
        wish.change(to, until, viewer);
        wishes.save(wish);
        events.publishEvent(new Told(Kind.TALENT.type(), person.id()));
        audit.record(viewer, "match.availability", "talent", Ids.text(person.id()), to.name());
    }
}
