package org.talenthub.matching.candidates;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.chains.Standings;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.matching.scoring.Need;
import org.talenthub.matching.scoring.Person;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.matching.scoring.score.Strength;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.security.Audit;
import org.talenthub.security.Viewer;

/** Demands as they are judged: what was reported, and what the owner says of each condition. */
@Component
public class Needs {

    private static final int MOST_EXCLUDED = 10;
    private static final int LONGEST_EXCLUDED = 30;

    private final DemandWishes wishes;
    private final Standings standings;
    private final Rights rights;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Needs(DemandWishes wishes, Standings standings, Rights rights, Audit audit, ApplicationEventPublisher events) {
        this.events = events;
        this.wishes = wishes;
        this.standings = standings;
        this.rights = rights;
        this.audit = audit;
    }

    public Need of(RecordSnapshot demand) {
        return Need.of(demand, wishes(demand.id()), nodes(demand));
    }

    public Map<Long, Need> of(Collection<RecordSnapshot> demands) {
        if (demands.isEmpty()) {
            return Map.of();
        }
        Map<Long, Need.Wishes> said =
                wishes
                        .findAllByDemandIdIn(
                                demands.stream().map(RecordSnapshot::id).toList())
                        .stream()
                        .collect(Collectors.toMap(DemandWish::demand, DemandWish::wishes));
        Map<Long, Need> needs = new LinkedHashMap<>();
        Map<Long, List<String>> nodes =
                standings.nodes(demands.stream().map(RecordSnapshot::id).toList());
        demands.forEach(d -> needs.put(
                d.id(),
                Need.of(d, said.getOrDefault(d.id(), Need.Wishes.NONE), nodes.getOrDefault(d.id(), List.of()))));
        return needs;
    }

    public Person person(RecordSnapshot record) {
        return Person.of(record, nodes(record));
    }

    /** In their order. */
    public List<Person> people(Collection<RecordSnapshot> records) {
        Map<Long, List<String>> nodes =
                standings.nodes(records.stream().map(RecordSnapshot::id).toList());
        return records.stream()
                .map(r -> Person.of(r, nodes.getOrDefault(r.id(), List.of())))
                .toList();
    }

    private List<String> nodes(RecordSnapshot record) {
        return standings.nodes(List.of(record.id())).getOrDefault(record.id(), List.of());
    }

    public Need.Wishes wishes(long demand) {
        return wishes.findById(demand).map(DemandWish::wishes).orElse(Need.Wishes.NONE);
    }

    /** Whether the viewer may say how much the demand's conditions bind. */
    public boolean mayChange(RecordSnapshot demand, Viewer viewer) {
        return rights.may(Act.EDIT, demand.type(), demand, viewer);
    }

    /**
     * @param strengths part to MUST, SHOULD or NICE; the others are as the mode has them
     * @throws Problem 400 for parts and strengths that there are not, 403 unless the demand is the viewer's to edit
     */
    @Transactional
    public Need change(RecordSnapshot demand, Map<String, String> strengths, List<String> excluded, Viewer viewer) {
        if (!mayChange(demand, viewer)) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.change.2"));
        }
        Map<Aspect, Strength> own = new EnumMap<>(Aspect.class);
        strengths.forEach((key, value) -> own.put(aspect(key), strength(value)));
        List<String> words = excluded.stream()
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
        if (words.size() > MOST_EXCLUDED
                || words.stream().anyMatch(w -> w.length() > LONGEST_EXCLUDED || w.length() < 2)) {
            throw Problem.badRequest(
                    "excluded.invalid", Sentence.of("refused.excluded.invalid", MOST_EXCLUDED, LONGEST_EXCLUDED));
        }
        DemandWish wish = wishes.findById(demand.id()).orElseGet(() -> new DemandWish(demand.id()));
        Need.Wishes said = new Need.Wishes(own, words);
        wish.change(said, viewer);
        wishes.save(wish);
        events.publishEvent(new LeftOut.Told(demand.type(), demand.id()));
        audit.record(viewer, "match.conditions", "demand", org.talenthub.common.Ids.text(demand.id()), null);
        return Need.of(demand, said, nodes(demand));
    }

    private static Aspect aspect(String key) {
        return Aspect.of(key)
                .orElseThrow(
                        () -> Problem.badRequest("condition.unknown", Sentence.of("refused.condition.unknown", key)));
    }

    private static Strength strength(String value) {
        try {
            return Strength.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("strength.unknown", Sentence.of("refused.strength.unknown"));
        }
    }
}
