package org.talenthub.records.views;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.talenthub.access.Organisation;
import org.talenthub.access.Visibility;
import org.talenthub.common.Fields;
import org.talenthub.records.Headline;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Reporter;
import org.talenthub.records.merge.Background;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.merge.Shares;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;
import org.talenthub.records.model.StoredRecords;
import org.talenthub.records.words.Prose;
import org.talenthub.reference.Column;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Privacy;
import org.talenthub.security.Viewer;
import org.talenthub.security.sealing.Sealing;

/**
 * Records that a carrier reported together with others, as that carrier may see them: what itself said, and of what others say as much
 * as it would see had it never reported. So no report raises what is seen of another's.
 */
@Component
public class SharedRecords {

    private final StoredRecords stored;
    private final Derivation derivation;
    private final Shares shares;
    private final Feeds feeds;
    private final Discretion discretion;
    private final Sealing sealing;
    private final Json json;

    SharedRecords(
            StoredRecords stored,
            Derivation derivation,
            Shares shares,
            Feeds feeds,
            Discretion discretion,
            Sealing sealing,
            Json json) {
        this.discretion = discretion;
        this.stored = stored;
        this.derivation = derivation;
        this.shares = shares;
        this.feeds = feeds;
        this.sealing = sealing;
        this.json = json;
    }

    /** Whether the viewer is one of several who reported it. */
    public static boolean shared(PoolRecord r, Viewer viewer) {
        Set<String> reporters = Reporter.keys(r.reporters);
        return reporters.size() > 1 && viewer.carrier() != null && reporters.contains(Organisation.of(viewer));
    }

    /**
     * The records as the viewer may see them in full, by id; those of which it sees everything as they are.
     *
     * @param others how a record that the viewer did not report is seen
     */
    public Map<Long, PoolRecord> seen(
            Collection<PoolRecord> shared, Viewer viewer, Function<RecordSnapshot, Visibility> others) {
        Map<Long, PoolRecord> seen = new HashMap<>();
        if (shared.isEmpty()) {
            return seen;
        }
        String own = Organisation.of(viewer);
        Map<Long, List<Report>> live =
                stored.live(shared.stream().map(r -> r.id).toList());
        Background background = shares.background(shared, live);
        for (PoolRecord r : shared) {
            Shares.Share share = shares.of(r, live.getOrDefault(r.id, List.of()), own, background);
            Visibility outside = others.apply(share.told());
            seen.put(r.id, outside == Visibility.FULL ? r : joined(r, share.own(), share.theirs(), outside));
        }
        return seen;
    }

    /** What the viewer said, and of the others what is shown of strangers; fields that make sense only together are not mixed. */
    private PoolRecord joined(PoolRecord whole, PoolRecord own, PoolRecord theirs, Visibility outside) {
        Map<String, Object> values = new TreeMap<>(json.fields(own.payload).asMap());
        Map<String, String> sealed = own.sealed == null ? Map.of() : json.texts(sealing.open(own.sealed));
        Set<String> said = new HashSet<>(values.keySet());
        said.addAll(sealed.keySet());
        Fields more = json.fields(theirs.payload);
        Prose reader = discretion.reader(whole.type, more, outside);
        for (Column c : feeds.get(whole.type).columns()) {
            Object value = more.get(c.field());
            boolean together =
                    derivation.together(whole.type, c.field()).stream().anyMatch(said::contains);
            if (value != null && outside.shows(c.privacy()) && !together) {
                values.put(c.field(), reader.read(c, value));
                List.of("Min", "Max").forEach(end -> {
                    if (more.get(c.field() + end) instanceof Number n) {
                        values.put(c.field() + end, n);
                    }
                });
            }
        }
        own.payload = json.write(values);
        Fields fields = new Fields(values);
        Headline headline = derivation.type(whole.type).headline(fields, own.region);
        own.region = headline.region();
        own.enterpriseCode = headline.enterpriseCode();
        own.enterpriseName = headline.enterpriseName();
        if (outside.shows(Privacy.INTERNAL)) {
            own.carrierId = whole.carrierId;
        }
        return own;
    }
}
