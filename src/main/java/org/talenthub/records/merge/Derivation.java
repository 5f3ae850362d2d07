package org.talenthub.records.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talenthub.access.Organisation;
import org.talenthub.common.Fields;
import org.talenthub.common.Ids;
import org.talenthub.records.Headline;
import org.talenthub.records.Identity;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordType;
import org.talenthub.records.Reporter;
import org.talenthub.records.model.Agreed;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.NearKeys;
import org.talenthub.records.model.PoolRecord;
import org.talenthub.records.model.Report;
import org.talenthub.reference.Survivorship;
import org.talenthub.reference.Survivorship.Criterion;
import org.talenthub.reference.Survivorship.Rules;
import org.talenthub.security.sealing.Sealing;

/**
 * Merges a record's live reports.
 *
 * <ol>
 *   <li>Of one reporter only the newest live report speaks: what it leaves blank, this reporter no longer says. One that repeats its
 *       reporter's earlier one word for word is no newer than that.
 *   <li>Each field is taken from the report that comes first by the rules of {@link Survivorship} among those that fill it in; fields
 *       that only make sense together come from one report.
 *   <li>An official's {@link Choice} comes before all rules, as long as a live report says what was chosen.
 *   <li>Without a live report the record is GONE: it keeps its version, so that it can come back as itself.
 * </ol>
 *
 * A pure function of the live reports, the choices and the reporters' standing: in which order they came and what was withdrawn
 * in between leaves no trace.
 */
@Component
public class Derivation {

    private static final String CONFIRMED = "confirmedOn";

    private final Map<String, RecordType> types;
    private final Survivorship survivorship;
    private final Json json;
    private final Sealing sealing;

    Derivation(List<RecordType> types, Survivorship survivorship, Json json, Sealing sealing) {
        this.types = types.stream().collect(Collectors.toMap(RecordType::feed, Function.identity()));
        this.survivorship = survivorship;
        this.json = json;
        this.sealing = sealing;
    }

    public RecordType type(String feed) {
        RecordType type = types.get(feed);
        if (type == null) {
            throw new IllegalArgumentException("no module speaks for the feed " + feed);
        }
        return type;
    }

    /** A record as it stands. */
    public RecordSnapshot snapshot(PoolRecord r) {
        return r.snapshot(json.fields(r.payload));
    }

    /** The report that each of a record's fields comes from, by id; one that says everything stands for all fields. */
    Map<String, String> provenance(PoolRecord r) {
        return json.texts(r.provenance);
    }

    /** The one report of each reporter that speaks, newest first. */
    public static List<Report> speaking(List<Report> live) {
        if (live.size() == 1) {
            return live;
        }
        Map<String, Report> speaking = new LinkedHashMap<>();
        live.stream()
                .sorted(Report.OLDEST_FIRST)
                .forEach(r -> speaking.merge(
                        r.reporter, r, (before, now) -> before.payloadHash.equals(now.payloadHash) ? before : now));
        List<Report> newestFirst = new ArrayList<>(speaking.values());
        newestFirst.sort(Report.OLDEST_FIRST.reversed());
        return newestFirst;
    }

    /**
     * Derives the record anew and raises its version.
     *
     * @param live every live report behind it, in any order
     * @return the record's fields; those it had are kept as they were where nobody reports it any more
     */
    public Fields derive(PoolRecord record, List<Report> live, Background background, Instant now) {
        record.version++;
        record.updatedAt = now;
        List<Report> speaking = speaking(live);
        if (speaking.isEmpty()) {
            record.state = PoolRecord.State.GONE;
            record.reporters = "";
            return json.fields(record.payload);
        }
        record.state = PoolRecord.State.LIVE;
        record.reporters = speaking.stream().map(r -> r.reporter).collect(Collectors.joining(" "));
        Report newest = speaking.getFirst();
        record.carrierId = Organisation.carrierOf(newest.reporter);
        Map<String, Claim> chosen = chosen(record, live, background);
        Fields fields = speaking.size() == 1 && chosen.isEmpty()
                ? only(record, newest)
                : merge(record, claims(speaking, background), chosen);
        Headline headline = type(record.type).headline(fields, background.carrierRegion(newest.reporter));
        record.name = headline.name();
        record.subtype = headline.subtype();
        record.region = headline.region();
        record.enterpriseCode = headline.enterpriseCode();
        record.enterpriseName = headline.enterpriseName();
        record.area = headline.area();
        return fields;
    }

    private Fields only(PoolRecord record, Report report) {
        record.payload = report.payload;
        record.sealed = report.sealed;
        record.agreed = null;
        record.provenance = json.write(Map.of("*", Ids.text(report.id)));
        Fields fields = json.fields(report.payload);
        record.confirmedOn =
                fields.text(CONFIRMED).map(day -> Claim.confirmed(day, report)).orElse(null);
        return fields;
    }

    private Fields merge(PoolRecord record, List<Claim> speaking, Map<String, Claim> chosen) {
        Map<String, Object> values = new TreeMap<>();
        Map<String, String> sealed = new TreeMap<>();
        Map<String, String> provenance = new TreeMap<>();
        record.confirmedOn = null;
        winners(record.type, speaking, chosen)
                .forEach((unit, winner) -> rules(record.type).members(unit).forEach(field -> {
                    Object value = winner.value(field);
                    if (value == null) {
                        return;
                    }
                    provenance.put(field, Ids.text(winner.report().id));
                    if (field.equals(CONFIRMED)) {
                        record.confirmedOn = Claim.confirmed(String.valueOf(value), winner.report());
                    }
                    if (winner.secrets().contains(field)) {
                        sealed.put(field, String.valueOf(value));
                    } else {
                        values.put(field, value);
                    }
                }));
        record.payload = json.write(values);
        record.sealed = sealed.isEmpty() ? null : sealing.seal(json.write(sealed));
        record.provenance = json.write(provenance);
        record.agreed = agreed(values, speaking);
        return new Fields(values);
    }

    private static @Nullable String agreed(Map<String, Object> values, List<Claim> speaking) {
        Map<String, List<String>> agreed = new TreeMap<>();
        for (Claim c : speaking) {
            if (!Reporter.isDepartment(c.report().reporter) && speaking.size() > 1) {
                agreed.put(
                        c.report().reporter,
                        values.entrySet().stream()
                                .filter(e -> e.getValue().equals(c.value(e.getKey())))
                                .map(Map.Entry::getKey)
                                .toList());
            }
        }
        return agreed.isEmpty() ? null : Agreed.write(agreed);
    }

    /** Which claim each field, or group of fields, is taken from. */
    Map<String, Claim> winners(String type, List<Claim> speaking, Map<String, Claim> chosen) {
        Rules rules = rules(type);
        Set<String> units = new TreeSet<>(chosen.keySet());
        speaking.forEach(c -> c.values().keySet().forEach(field -> units.add(rules.unit(field))));
        Map<List<Criterion>, List<Claim>> ranked = new HashMap<>();
        Map<String, Claim> winners = new LinkedHashMap<>();
        for (String unit : units) {
            List<Claim> inOrder = ranked.computeIfAbsent(
                    rules.order(unit),
                    order -> speaking.stream().sorted(Claim.by(order)).toList());
            Stream.concat(
                            Stream.ofNullable(chosen.get(unit)),
                            inOrder.stream().filter(c -> c.says(rules.members(unit))))
                    .findFirst()
                    .ifPresent(winner -> winners.put(unit, winner));
        }
        return winners;
    }

    /** The choices that hold, by field: what was chosen is still said by a live report, the very one if possible. */
    Map<String, Claim> chosen(PoolRecord record, List<Report> live, Background background) {
        List<Choice> choices = background.choices(record.id);
        if (choices.isEmpty()) {
            return Map.of();
        }
        List<Claim> claims = claims(live, background);
        Map<String, Claim> chosen = new HashMap<>();
        for (Choice choice : choices) {
            claims.stream()
                    .filter(c -> choice.valueHash().equals(valueHash(record.type, choice.field(), c)))
                    .min(Comparator.comparing((Claim c) -> c.report().id != choice.report())
                            .thenComparing(Claim.by(List.of())))
                    .ifPresent(c -> chosen.put(choice.field(), c));
        }
        return chosen;
    }

    /** What an official's choice remembers of the value. */
    String valueHash(String type, String field, Claim claim) {
        Map<String, Object> said = new TreeMap<>();
        for (String member : rules(type).members(field)) {
            Object value = claim.value(member);
            if (value != null) {
                said.put(member, value);
            }
        }
        return shortened(sealing.hash("choice", type + '\n' + field + '\n' + json.write(said)));
    }

    List<Claim> claims(List<Report> reports, Background background) {
        return reports.stream().map(r -> claim(r, background)).toList();
    }

    private Claim claim(Report r, Background background) {
        Fields fields = json.fields(r.payload);
        Map<String, String> secrets = r.sealed == null ? Map.of() : json.texts(sealing.open(r.sealed));
        Map<String, Object> values = new LinkedHashMap<>(fields.asMap());
        values.putAll(secrets);
        RecordType type = type(r.type);
        return new Claim(
                r,
                values,
                secrets.keySet(),
                Reporter.isDepartment(r.reporter) || type.verified(fields, secrets),
                Reporter.isProvince(r.reporter),
                background.of(r.reporter).closeness(type.headline(fields, null)));
    }

    /** The fields that make sense only together with this one, itself included. */
    public List<String> together(String type, String field) {
        return rules(type).members(field);
    }

    Rules rules(String type) {
        return survivorship.of(type);
    }

    /** Plain keys to the keyed hashes that are kept. */
    @Nullable
    public String hash(String type, String kind, @Nullable String key) {
        return key == null ? null : shortened(sealing.hash("identity", type + '\n' + kind + '\n' + key));
    }

    public NearKeys near(String type, Identity.Near near) {
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
    public static String shortened(String hash) {
        return hash.substring(0, 32);
    }
}
