package org.talenthub.records.duplicates;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Fields;
import org.talenthub.records.Likeness;
import org.talenthub.records.Likeness.Reason;
import org.talenthub.records.RecordType;
import org.talenthub.records.identity.Mention;
import org.talenthub.records.model.Json;
import org.talenthub.records.model.NearKeys;
import org.talenthub.records.model.NearKeys.Kind;
import org.talenthub.records.model.Report;
import org.talenthub.security.sealing.Sealing;

/** What two reports have in common, said to the feed's module, which weighs it. */
@Component
class ReportComparisons {

    /** A pair that the rule of identity asks about is asked, however little else agrees. */
    private static final int ASKED = 60;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Json json;

    ReportComparisons(JdbcClient jdbc, Sealing sealing, Json json) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
    }

    /** What is compared of one report; its secrets only when its document number is to be looked at. */
    record Side(long id, Mention mention, NearKeys keys, Fields fields, Map<String, String> secrets) {}

    Side side(Report r) {
        NearKeys keys = r.near == null ? new NearKeys() : r.near;
        return new Side(r.id, Mention.of(r), keys, json.fields(r.payload), secrets(keys, r.sealed));
    }

    Map<Long, Side> sides(Collection<Long> reports) {
        Map<Long, Side> sides = new HashMap<>();
        if (!reports.isEmpty()) {
            jdbc.sql("select id, reporter, strong_key, weak_key, traits, verified, payload, sealed, " + NearKeys.COLUMNS
                            + " from report where id in (:ids)")
                    .param("ids", reports)
                    .query(rs -> {
                        NearKeys keys = NearKeys.read(rs, 9);
                        Mention mention = new Mention(
                                rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5), rs.getBoolean(6));
                        sides.put(
                                rs.getLong(1),
                                new Side(
                                        rs.getLong(1),
                                        mention,
                                        keys,
                                        json.fields(rs.getString(7)),
                                        secrets(keys, rs.getBytes(8))));
                    });
        }
        return sides;
    }

    private Map<String, String> secrets(NearKeys keys, byte @Nullable [] sealed) {
        return keys.headKey == null || sealed == null ? Map.of() : json.texts(sealing.open(sealed));
    }

    Optional<Likeness> compare(RecordType rules, Side a, Side b) {
        Map<Kind, Boolean> same = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            same.put(kind, a.keys().shares(kind, b.keys()));
        }
        boolean parts = Boolean.TRUE.equals(same.get(Kind.HEAD)) || Boolean.TRUE.equals(same.get(Kind.TAIL));
        boolean documentsDiffer = a.mention().otherNumber(b.mention());
        return rules.compare(
                a.fields(),
                b.fields(),
                new Likeness.Shared(
                        a.mention().sameKeys(b.mention()),
                        a.mention().sameNumber(b.mention()),
                        Boolean.TRUE.equals(same.get(Kind.ALIKE)),
                        Boolean.TRUE.equals(same.get(Kind.PEER)),
                        Boolean.TRUE.equals(same.get(Kind.DESK)),
                        Boolean.TRUE.equals(same.get(Kind.PHONE)),
                        a.keys().phoneKey != null
                                && b.keys().phoneKey != null
                                && !a.keys().shares(Kind.PHONE, b.keys()),
                        documentsDiffer && parts && rules.near(a.secrets(), b.secrets()),
                        documentsDiffer));
    }

    /** Of two that the rule of identity asks about. */
    Likeness asked(RecordType rules, Side a, Side b) {
        Likeness found = compare(rules, a, b).orElse(new Likeness(ASKED, Set.of()));
        if (!found.reasons().isEmpty()) {
            return found;
        }
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        reasons.add(
                a.mention().sameNumber(b.mention())
                        ? Reason.NUMBER
                        : a.mention().sameKeys(b.mention()) ? Reason.KEYS : Reason.NAME_AND_BIRTH);
        return new Likeness(ASKED, reasons);
    }
}
