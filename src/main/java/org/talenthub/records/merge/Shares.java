package org.talenthub.records.merge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talenthub.common.work.Once;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;

/** A record taken apart into what one reporter says and what the others do. */
@Component
public class Shares {

    private final Derivation derivation;
    private final Backgrounds backgrounds;
    private final Json json;

    Shares(Derivation derivation, Backgrounds backgrounds, Json json) {
        this.derivation = derivation;
        this.backgrounds = backgrounds;
        this.json = json;
    }

    /**
     * The record as it would be by either alone; without reports it is gone.
     *
     * @param reports the reporter's own
     */
    public record Share(PoolRecord own, List<Report> reports, PoolRecord theirs, RecordSnapshot told) {}

    public Background background(Collection<PoolRecord> records, Map<Long, List<Report>> live) {
        List<Long> ids = records.stream().map(r -> r.id).toList();
        return Once.of("background", ids, () -> backgrounds.of(ids, live.values()));
    }

    /** @param live every live report behind it */
    public Share of(PoolRecord record, List<Report> live, String reporter, Background background) {
        Map<Boolean, List<Report>> whose =
                live.stream().collect(Collectors.partitioningBy(r -> r.reporter.equals(reporter)));
        List<Report> mine = whose.getOrDefault(true, List.of());
        PoolRecord theirs = derived(record, whose.getOrDefault(false, List.of()), background);
        return new Share(derived(record, mine, background), mine, theirs, theirs.snapshot(json.fields(theirs.payload)));
    }

    private PoolRecord derived(PoolRecord of, List<Report> reports, Background background) {
        PoolRecord record = PoolRecord.blank(of.id, of.type, Instant.now());
        derivation.derive(record, reports, background, of.updatedAt);
        record.version = of.version;
        return record;
    }
}
