package org.talenthub.matching.pairs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.talenthub.matching.scoring.score.Aspect;
import org.talenthub.records.RecordSnapshot;

/**
 * A digest of what was judged of a pair, part by part, so that it can be told what changed since; never the values themselves.
 *
 * @param fields part=digest, separated by blanks
 */
record Judged(String whole, String fields) {

    private static final int SHORT = 8;

    static Judged of(RecordSnapshot demand, RecordSnapshot person) {
        List<String> parts = new ArrayList<>();
        for (Aspect a : Aspect.values()) {
            StringBuilder text = new StringBuilder();
            if (a != Aspect.FRESHNESS) {
                a.demandFields()
                        .forEach(f -> text.append(demand.fields().get(f)).append('\n'));
                a.talentFields()
                        .forEach(f -> text.append(person.fields().get(f)).append('\n'));
                parts.add(a.key() + "=" + digest(text.toString()).substring(0, SHORT));
            }
        }
        String fields = String.join(" ", parts);
        return new Judged(digest(fields), fields);
    }

    /** The parts that differ from what was judged before. */
    static List<String> changed(String before, String now) {
        Map<String, String> old = new HashMap<>();
        for (String part : before.split(" ", -1)) {
            int at = part.indexOf('=');
            if (at > 0) {
                old.put(part.substring(0, at), part);
            }
        }
        List<String> changed = new ArrayList<>();
        for (String part : now.split(" ", -1)) {
            String key = part.substring(0, Math.max(0, part.indexOf('=')));
            if (!part.equals(old.get(key))) {
                changed.add(key);
            }
        }
        return changed;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
