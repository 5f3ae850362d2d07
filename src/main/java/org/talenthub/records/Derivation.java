package org.talenthub.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.security.Sealing;

/**
 * Merges a record's live reports by the written survivorship rules.
 *
 * <ol>
 *   <li>Of one reporter only the newest live report speaks: what it leaves blank, this reporter no longer says.
 *   <li>Of several reporters the one confirmed last comes first, then the one reported last; a field takes the first value that is not blank.
 *   <li>Fields that only make sense together ({@link RecordType#together()}) come from one report.
 *   <li>Without a live report the record is GONE: it keeps its keys and its version, so that it can come back as itself.
 * </ol>
 */
@Component
class Derivation {

    private static final Comparator<Report> NEWEST_FIRST = Comparator.comparing(
                    (Report r) -> r.liveAt == null ? Instant.EPOCH : r.liveAt)
            .thenComparingInt(r -> r.rowNo)
            .reversed();

    private final Map<String, RecordType> types;
    private final Json json;
    private final Sealing sealing;

    Derivation(List<RecordType> types, Json json, Sealing sealing) {
        this.types = types.stream().collect(Collectors.toMap(RecordType::feed, Function.identity()));
        this.json = json;
        this.sealing = sealing;
    }

    RecordType type(String feed) {
        RecordType type = types.get(feed);
        if (type == null) {
            throw new IllegalArgumentException("no module speaks for the feed " + feed);
        }
        return type;
    }

    /** The newest live report of each reporter, newest first; the ones that speak. */
    static List<Report> speaking(List<Report> live) {
        Map<String, Report> newest = new LinkedHashMap<>();
        live.stream().sorted(NEWEST_FIRST).forEach(r -> newest.putIfAbsent(r.reporter, r));
        return new ArrayList<>(newest.values());
    }

    /**
     * Derives the record anew and raises its version.
     *
     * @param live every live report behind it, in any order
     * @param carrierRegions region by record id of the carriers that may be the newest reporter
     */
    void derive(PoolRecord record, List<Report> live, Map<Long, String> carrierRegions, Instant now) {
        record.version++;
        record.updatedAt = now;
        List<Report> speaking = speaking(live);
        if (speaking.isEmpty()) {
            record.state = PoolRecord.State.GONE;
            record.reporters = "";
            return;
        }
        record.state = PoolRecord.State.LIVE;
        record.reporters = speaking.stream().map(r -> r.reporter).collect(Collectors.joining(" "));
        Report newest = speaking.getFirst();
        record.carrierId = Reporter.carrierOf(newest.reporter);
        keys(record, speaking.stream().filter(r -> r.ownRecord == null).toList());
        Fields fields = speaking.size() == 1 ? only(record, newest) : merge(record, speaking);
        record.confirmedOn = fields.text("confirmedOn").orElse(null);
        String region = record.carrierId == null ? null : carrierRegions.get(record.carrierId);
        Headline headline = type(record.type).headline(fields, region);
        record.name = headline.name();
        record.subtype = headline.subtype();
        record.region = headline.region();
        record.enterpriseCode = headline.enterpriseCode();
        record.enterpriseName = headline.enterpriseName();
        record.area = headline.area();
    }

    /**
     * A record answers to the keys of the reports that came by its own keys, not of those a decision brought: they stay with the
     * record they came by, so that a decision can be undone. A strong key, once known, stays.
     */
    private static void keys(PoolRecord record, List<Report> own) {
        if (own.isEmpty()) {
            return;
        }
        record.weakKey = own.getFirst().weakKey;
        record.near = own.getFirst().near;
        if (record.strongKey == null) {
            own.stream()
                    .map(r -> r.strongKey)
                    .filter(k -> k != null)
                    .findFirst()
                    .ifPresent(k -> record.strongKey = k);
        }
    }

    private Fields only(PoolRecord record, Report report) {
        record.payload = report.payload;
        record.sealed = report.sealed;
        record.provenance = json.write(Map.of("*", Ids.text(report.id)));
        return json.fields(report.payload);
    }

    private Fields merge(PoolRecord record, List<Report> speaking) {
        Map<Long, Fields> fields = new HashMap<>();
        speaking.forEach(r -> fields.put(r.id, json.fields(r.payload)));
        List<Report> ranked = speaking.stream()
                .sorted(Comparator.comparing((Report r) ->
                                fields(fields, r).text("confirmedOn").orElse(""))
                        .reversed()) // stable: within one date the newest stays first
                .toList();
        Map<String, Object> values = new TreeMap<>();
        Map<String, String> sealed = new TreeMap<>();
        Map<String, String> provenance = new TreeMap<>();
        for (Report r : ranked) {
            Map<String, Object> all = new LinkedHashMap<>(fields(fields, r).asMap());
            Map<String, String> secrets = r.sealed == null ? Map.of() : json.texts(sealing.open(r.sealed));
            all.putAll(secrets);
            Set<String> taken = taken(record.type, all.keySet(), provenance.keySet());
            all.forEach((field, value) -> {
                if (!taken.contains(field)) {
                    provenance.put(field, Ids.text(r.id));
                    if (secrets.containsKey(field)) {
                        sealed.put(field, String.valueOf(value));
                    } else {
                        values.put(field, value);
                    }
                }
            });
        }
        record.payload = json.write(values);
        record.sealed = sealed.isEmpty() ? null : sealing.seal(json.write(sealed));
        record.provenance = json.write(provenance);
        return new Fields(values);
    }

    private static Fields fields(Map<Long, Fields> byReport, Report r) {
        Fields f = byReport.get(r.id);
        return f == null ? new Fields(Map.of()) : f;
    }

    /** The fields that a better report has decided already, itself or through one of their group. */
    private Set<String> taken(String type, Set<String> offered, Set<String> decided) {
        Set<String> taken = new HashSet<>(decided);
        for (Set<String> group : type(type).together()) {
            if (group.stream().anyMatch(decided::contains)) {
                taken.addAll(group);
            }
        }
        taken.retainAll(new LinkedHashSet<>(offered));
        return taken;
    }

    /** Plain keys to the keyed hashes that are kept. */
    @Nullable
    String hash(String type, String kind, @Nullable String key) {
        return key == null ? null : shortened(sealing.hash("identity", type + '\n' + kind + '\n' + key));
    }

    NearKeys near(String type, Identity.Near near) {
        NearKeys keys = new NearKeys();
        keys.alikeKey = bits(type, "alike", near.alike());
        keys.peerKey = bits(type, "peer", near.peer());
        keys.deskKey = bits(type, "desk", near.desk());
        keys.phoneKey = bits(type, "phone", near.phone());
        keys.headKey = bits(type, "head", near.head());
        keys.tailKey = bits(type, "tail", near.tail());
        return keys;
    }

    private @Nullable Long bits(String type, String kind, @Nullable String key) {
        String hash = hash(type, kind, key);
        return hash == null ? null : Long.parseUnsignedLong(hash, 0, 16, 16);
    }

    /** 128 of the 256 bits: indices half as wide, and still no two keys alike. */
    static String shortened(String hash) {
        return hash.substring(0, 32);
    }
}
