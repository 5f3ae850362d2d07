package org.talenthub.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Act;
import org.talenthub.access.Extent;
import org.talenthub.access.Facts;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.security.Viewer;
import org.talenthub.services.NeedLife.Action;
import org.talenthub.services.NeedLife.State;

/** Service needs, each open to the carrier that the person belongs to and to nobody else; departments know how many there are. */
@Component
@Transactional
class Serving {

    private static final int LONGEST = 500;

    private final ServiceNeeds needs;
    private final Records records;
    private final Rights rights;
    private final Dictionary words;
    private final JdbcClient jdbc;

    Serving(ServiceNeeds needs, Records records, Rights rights, Dictionaries dictionaries, JdbcClient jdbc) {
        this.needs = needs;
        this.records = records;
        this.rights = rights;
        this.words = dictionaries.get("service-need");
        this.jdbc = jdbc;
    }

    /** How many needs of a kind stand how at a carrier; no person can be told from it. */
    record Count(long carrier, String name, @Nullable String region, String need, Map<State, Long> states) {

        long total() {
            return states.values().stream().mapToLong(n -> n).sum();
        }
    }

    /** The newest first; departments see none, only how many there are. */
    List<ServiceNeed> own(Viewer viewer) {
        Long carrier = viewer.carrier();
        return carrier == null ? List.of() : needs.findByCarrierOrderByIdDesc(carrier);
    }

    /** @throws Problem 404 unless it is the viewer's carrier's */
    ServiceNeed get(String id, Viewer viewer) {
        Long carrier = viewer.carrier();
        return Ids.parse(id)
                .flatMap(needs::findById)
                .filter(n -> carrier != null && n.carrier() == carrier)
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 for a need that there is none of, 404 for a person who is not the carrier's, 409 when it is asked already */
    ServiceNeed ask(@Nullable String talent, @Nullable String need, @Nullable String note, Viewer viewer) {
        RecordSnapshot carrier = carrier(viewer);
        RecordSnapshot person = Ids.parse(talent == null ? "" : talent)
                .flatMap(
                        id -> Optional.ofNullable(records.snapshots(List.of(id)).get(id)))
                .filter(r ->
                        r.live() && r.type().equals("talent") && r.reporters().contains(Organisation.of(viewer)))
                .orElseThrow(Problem::notFound);
        String code = words.find(need == null ? "" : need)
                .map(Dictionary.Entry::code)
                .orElseThrow(() -> Problem.badRequest(
                        "need.unknown",
                        Sentence.of(
                                "refused.need.unknown",
                                Sentence.list(words.entries().stream()
                                        .map(e -> Sentence.either(e.label(), e.english()))
                                        .toList()))));
        if (needs.existsByCarrierAndTalentAndNeed(carrier.id(), person.id(), code)) {
            throw Problem.conflict("need.exists", Sentence.of("refused.need.exists"));
        }
        return needs.save(new ServiceNeed(
                carrier.id(), carrier.region(), person.id(), code, clipped(note), viewer.displayName()));
    }

    /** @throws Problem 404, 409 with what is allowed, 400 when declining without a reason */
    ServiceNeed act(String id, Action action, @Nullable String reason, Viewer viewer) {
        ServiceNeed n = get(id, viewer);
        String why = clipped(reason);
        if (n.allowed().contains(action) && action == Action.DECLINE && why == null) {
            throw Problem.badRequest("reason.missing", Sentence.of("refused.reason.missing.decline"));
        }
        n.move(action, why, viewer.displayName());
        return needs.save(n);
    }

    /** By carrier and kind, of the carriers whose batches the viewer may read. */
    List<Count> counts(Viewer viewer) {
        Extent mine = rights.extent(Act.READ, Thing.BATCH, viewer);
        Map<List<Object>, Map<State, Long>> counted = new java.util.LinkedHashMap<>();
        jdbc.sql("select carrier_id, need, state, count(*) from service_case group by carrier_id, need, state"
                        + " order by carrier_id, need")
                .query(rs -> {
                    counted.computeIfAbsent(
                                    List.of(rs.getLong(1), rs.getString(2)), k -> new java.util.EnumMap<>(State.class))
                            .put(State.valueOf(rs.getString(3)), rs.getLong(4));
                });
        Map<Long, RecordSnapshot> carriers = records.snapshots(counted.keySet().stream()
                .map(k -> (Long) k.getFirst())
                .distinct()
                .toList());
        List<Count> counts = new ArrayList<>();
        counted.forEach((key, states) -> {
            RecordSnapshot c = carriers.get((Long) key.getFirst());
            if (c != null && mine.contains(Facts.reported(Organisation.ofCarrier(c.id()), c.region()))) {
                counts.add(new Count(c.id(), c.name(), c.region(), (String) key.getLast(), states));
            }
        });
        return counts;
    }

    /** What a need is called. */
    String label(String code, boolean english) {
        return words.find(code).map(e -> english ? e.english() : e.label()).orElse(code);
    }

    private RecordSnapshot carrier(Viewer viewer) {
        Long id = viewer.carrier();
        if (id == null) {
            throw Problem.forbidden(Sentence.of("refused.forbidden.need"));
        }
        return Optional.ofNullable(records.snapshots(List.of(id)).get(id)).orElseThrow(Problem::notFound);
    }

    private static @Nullable String clipped(@Nullable String text) {
        String clean = text == null ? "" : text.strip();
        if (clean.length() > LONGEST) {
            throw Problem.badRequest("reason.long", Sentence.of("refused.reason.long.text", LONGEST));
        }
        return clean.isEmpty() ? null : clean;
    }
}
