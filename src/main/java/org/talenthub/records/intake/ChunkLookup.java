package org.talenthub.records.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import org.talenthub.records.identity.Decided;
import org.talenthub.records.identity.Decided.Pair;
import org.talenthub.records.identity.RecordKeys;
import org.talenthub.records.identity.ReportOrigins;
import org.talenthub.records.identity.ReportOrigins.Origin;
import org.talenthub.records.merge.DerivedRecords;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;

/** Loads what a chunk's rows may mean, by their keys, by what they correct and by what people decided: a handful of reads, whatever the rows. */
@Component
class ChunkLookup {

    private final RecordKeys keys;
    private final ReportOrigins origins;
    private final Decided decided;
    private final Judges judges;

    ChunkLookup(RecordKeys keys, ReportOrigins origins, Decided decided, Judges judges) {
        this.judges = judges;
        this.keys = keys;
        this.origins = origins;
        this.decided = decided;
    }

    /** @param rows of one batch, in order, at least one */
    Committing committing(StatelessSession session, String type, List<Report> rows, Instant now) {
        ChunkRecords chunk = of(session, rows);
        return new Committing(type, judges.of(type, rows.getFirst().reporter), chunk, refused(chunk), now);
    }

    private ChunkRecords of(StatelessSession session, List<Report> rows) {
        Set<Long> hashes = new HashSet<>();
        Set<String> claims = new HashSet<>();
        for (Report r : rows) {
            Stream.of(r.strongKey, r.weakKey)
                    .filter(Objects::nonNull)
                    .map(RecordKeys::of)
                    .forEach(hashes::add);
            String claim = Report.claim(r.strongKey, r.near);
            if (claim != null) {
                claims.add(claim);
            }
        }
        Set<Long> ids = keys.records(hashes);
        Map<Integer, Origin> corrected =
                origins.of(rows.getFirst().batchId, rows.getFirst().rowNo, rows.getLast().rowNo);
        Map<String, Long> separated = claims.isEmpty() || decided.nothing() ? Map.of() : decided.separated(claims);
        Set<Long> wanted = new LinkedHashSet<>(ids);
        wanted.addAll(separated.values());
        corrected.values().stream().map(Origin::record).filter(Objects::nonNull).forEach(wanted::add);
        List<PoolRecord> all = new ArrayList<>();
        for (Set<Long> more = wanted; !more.isEmpty(); more = above(all)) {
            all.addAll(DerivedRecords.records(session, more));
        }
        return new ChunkRecords(all, DerivedRecords.liveOf(session, all), gone(session, all), separated, corrected);
    }

    /** Whether people said of two records that they are two; asked for at most once, for all records of the chunk. */
    private BiPredicate<Long, Long> refused(ChunkRecords chunk) {
        List<Set<Pair>> answered = new ArrayList<>();
        return (one, other) -> {
            if (answered.isEmpty()) {
                answered.add(decided.nothing() ? Set.of() : decided.answered(chunk.ids()));
            }
            return answered.getFirst().contains(Pair.of(one, other));
        };
    }

    /** The next ones on the way to the records that these are part of. */
    private static Set<Long> above(List<PoolRecord> records) {
        Set<Long> above =
                records.stream().map(r -> r.sameAs).filter(Objects::nonNull).collect(Collectors.toSet());
        records.forEach(r -> above.remove(r.id));
        return above;
    }

    private static List<Report> gone(StatelessSession session, List<PoolRecord> records) {
        List<Long> gone = records.stream().filter(r -> !r.live()).map(r -> r.id).toList();
        return gone.isEmpty() ? List.of() : DerivedRecords.reports(session, gone, Report.State.WITHDRAWN);
    }
}
