package org.talenthub.records.duplicates;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.access.Organisation;
import org.talenthub.records.RecordView;
import org.talenthub.records.duplicates.Suspects.Pair;
import org.talenthub.records.duplicates.Suspects.Said;
import org.talenthub.records.duplicates.Suspects.Side;
import org.talenthub.records.duplicates.Suspects.State;
import org.talenthub.records.identity.Decided;
import org.talenthub.records.merge.Background;
import org.talenthub.records.merge.Backgrounds;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;
import org.talenthub.records.views.ReadRecords;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;
import org.talenthub.security.sealing.Sealing;

/**
 * Both sides of pairs as a viewer may see them. Where the two are one record, by decision or by a common document number, each side
 * is derived for the moment from its own reports.
 */
@Component
@Transactional(readOnly = true)
class SuspectSides {

    private final EntityManager em;
    private final ReadRecords records;
    private final Derivation derivation;
    private final Backgrounds backgrounds;
    private final Decided decided;
    private final Regions regions;
    private final Sealing sealing;
    private final Json json;

    SuspectSides(
            EntityManager em,
            ReadRecords records,
            Derivation derivation,
            Backgrounds backgrounds,
            Decided decided,
            Regions regions,
            Sealing sealing,
            Json json) {
        this.em = em;
        this.records = records;
        this.derivation = derivation;
        this.backgrounds = backgrounds;
        this.decided = decided;
        this.regions = regions;
        this.sealing = sealing;
        this.json = json;
    }

    private record Key(long pair, boolean second) {}

    List<Pair> of(List<StoredSuspect> pairs, Viewer viewer) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Set<Long> ids = new LinkedHashSet<>();
        pairs.forEach(p -> ids.addAll(List.of(p.a(), p.b())));
        Map<Long, Long> roots = decided.roots(ids);
        ids.addAll(roots.values());
        List<Report> reports = em.createQuery(
                        "from Report where recordId in (:ids) and state = :live order by liveAt, rowNo", Report.class)
                .setParameter("ids", ids)
                .setParameter("live", Report.State.LIVE)
                .getResultList();
        Map<Key, List<Report>> behind = new HashMap<>();
        for (StoredSuspect p : pairs) {
            long root = roots.getOrDefault(p.a(), p.a());
            boolean one = p.claim() != null && p.state() != State.DIFFERENT;
            for (Report r : reports) {
                long record = Objects.requireNonNull(r.recordId);
                boolean first;
                boolean second;
                if (one) {
                    second = record == root && Objects.equals(p.claim(), Report.claim(r.strongKey, r.near));
                    first = record == root && !second;
                } else if (p.state() == State.SAME) {
                    first = Objects.equals(r.own(), p.a());
                    second = Objects.equals(r.own(), p.b());
                } else {
                    first = record == root;
                    second = record == roots.getOrDefault(p.b(), p.b());
                }
                if (first || second) {
                    behind.computeIfAbsent(new Key(p.id(), second), k -> new ArrayList<>())
                            .add(r);
                }
            }
        }
        Map<Long, String> carriers = carriers(reports);
        Background background = backgrounds.of(ids, behind.values());
        Map<PoolRecord, Key> shown = new HashMap<>();
        behind.forEach((key, own) -> shown.put(derived(key, own, pairs, background), key));
        Map<Key, RecordView> views = new HashMap<>();
        records.seen(shown.keySet(), viewer).forEach((record, view) -> views.put(shown.get(record), view));
        Map<Key, Map<String, String>> secrets = new HashMap<>();
        shown.forEach((record, key) -> {
            if (record.sealed != null) {
                secrets.put(key, json.texts(sealing.open(record.sealed)));
            }
        });
        return pairs.stream()
                .map(p -> new Pair(
                        p.id(),
                        side(new Key(p.id(), false), views, behind, carriers),
                        side(new Key(p.id(), true), views, behind, carriers),
                        differing(p.id(), views, secrets),
                        p.reasons(),
                        p.score(),
                        p.state(),
                        p.batch(),
                        p.row(),
                        p.foundAt(),
                        p.decidedBy(),
                        p.decidedAt(),
                        p.note()))
                .toList();
    }

    /** Of what both sides show the viewer masked: which is not the same behind the masks. */
    private static Set<String> differing(long pair, Map<Key, RecordView> views, Map<Key, Map<String, String>> secrets) {
        Key a = new Key(pair, false);
        Key b = new Key(pair, true);
        Set<String> differing = new HashSet<>();
        secrets.getOrDefault(a, Map.of()).forEach((field, value) -> {
            String other = secrets.getOrDefault(b, Map.of()).get(field);
            if (other != null && !other.equals(value) && shows(views.get(a), field) && shows(views.get(b), field)) {
                differing.add(field);
            }
        });
        return differing;
    }

    private static boolean shows(@Nullable RecordView view, String field) {
        return view != null && view.fields().containsKey(field);
    }

    private PoolRecord derived(Key key, List<Report> own, List<StoredSuspect> pairs, Background background) {
        StoredSuspect pair =
                pairs.stream().filter(p -> p.id() == key.pair()).findFirst().orElseThrow();
        Instant now = Instant.now();
        PoolRecord record = PoolRecord.blank(key.second() ? pair.b() : pair.a(), pair.type(), now);
        derivation.derive(record, own, background, now);
        return record;
    }

    private static Side side(
            Key key, Map<Key, RecordView> views, Map<Key, List<Report>> behind, Map<Long, String> carriers) {
        return new Side(
                views.get(key),
                behind.getOrDefault(key, List.of()).stream()
                        .map(r -> new Said(
                                carriers.getOrDefault(r.id, ""),
                                r.batchId,
                                r.rowNo,
                                r.liveAt == null ? Instant.EPOCH : r.liveAt))
                        .toList());
    }

    /** Names of the reporters, by report. */
    private Map<Long, String> carriers(Collection<Report> reports) {
        Map<Long, PoolRecord> carriers = carrierRecords(reports);
        Map<Long, String> names = new HashMap<>();
        for (Report r : reports) {
            Long carrier = Organisation.carrierOf(r.reporter);
            PoolRecord record = carrier == null ? null : carriers.get(carrier);
            String region = Organisation.regionOf(r.reporter);
            names.put(r.id, record != null ? record.name : region != null ? regions.label(region) : "");
        }
        return names;
    }

    private Map<Long, PoolRecord> carrierRecords(Collection<Report> reports) {
        Set<Long> ids = new HashSet<>();
        for (Report r : reports) {
            @Nullable Long carrier = Organisation.carrierOf(r.reporter);
            if (carrier != null) {
                ids.add(carrier);
            }
        }
        Map<Long, PoolRecord> found = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery("from PoolRecord where id in (:ids)", PoolRecord.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(r -> found.put(r.id, r));
        }
        return found;
    }
}
