package org.talenthub.records.rows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.Issue;
import org.talenthub.common.Sentence;
import org.talenthub.records.Headline;
import org.talenthub.records.Likeness;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.Json;

/** Whom the rows of a batch may be. */
@Component
class RowSuspects {

    private final JdbcClient jdbc;
    private final Derivation derivation;
    private final Json json;

    RowSuspects(JdbcClient jdbc, Derivation derivation, Json json) {
        this.jdbc = jdbc;
        this.derivation = derivation;
        this.json = json;
    }

    /**
     * Adds to the rows' issues whom each may be, with the id of that record where there is one.
     *
     * @param pool the viewer may know of everybody in the pool, and not only of what the rows' reporter said itself
     */
    void add(long batch, Map<Long, List<Issue>> reports, boolean pool) {
        if (reports.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select s.report_id, s.other_row, s.reasons, o.type, o.payload, o.record_id from suspect_row s
                        left join report o on o.id = s.said_by
                        where s.batch_id = :batch and s.report_id in (:reports) and (:pool or not s.hidden)
                        union all select r.id, null, s.reasons, p.type, p.payload, p.id from report r
                        join suspect s on s.batch_id = r.batch_id and s.row_no = r.row_no and s.hidden
                        join pool_record p on p.id = if(s.a = r.record_id, s.b, s.a)
                        where :pool and r.batch_id = :batch and r.id in (:reports)""")
                .param("batch", batch)
                .param("reports", reports.keySet())
                .param("pool", pool)
                .query(rs -> {
                    String row = rs.getString(2);
                    Sentence who = row != null
                            ? Sentence.of("check.suspect.row", row)
                            : called(rs.getString(4), rs.getString(5));
                    List<Issue> issues = reports.get(rs.getLong(1));
                    long other = rs.getLong(6);
                    if (issues != null) {
                        issues.add(new Issue(
                                "",
                                "row.suspect",
                                Issue.Level.SUSPECT,
                                suspect(who, Likeness.read(rs.getString(3))),
                                other == 0 ? null : Ids.text(other)));
                    }
                });
    }

    /** Whoever is named is the reporter's own, or the viewer may see everybody. */
    private Sentence called(@Nullable String type, @Nullable String payload) {
        if (type == null || payload == null) {
            return Sentence.of("check.suspect.somebody");
        }
        Headline who = derivation.type(type).headline(json.fields(payload), null);
        return who.enterpriseName() == null
                ? Sentence.of("check.suspect.known", who.name())
                : Sentence.of("check.suspect.known.of", who.name(), who.enterpriseName());
    }

    private static Sentence suspect(Sentence who, Set<Likeness.Reason> reasons) {
        Sentence why =
                Sentence.list(reasons.stream().sorted().map(RowSuspects::words).toList());
        return Sentence.of(
                reasons.contains(Likeness.Reason.TWO_NAMES) ? "check.suspect.names" : "check.suspect.same", who, why);
    }

    private static Sentence words(Likeness.Reason reason) {
        return switch (reason) {
            case NUMBER -> Sentence.of("check.suspect.number");
            case KEYS -> Sentence.of("check.suspect.keys");
            case NAME_AND_BIRTH -> Sentence.of("check.suspect.nameAndBirth");
            case PHONE -> Sentence.of("check.suspect.phone");
            case NAME_VARIANT -> Sentence.of("check.suspect.nameVariant");
            case BIRTH_VARIANT -> Sentence.of("check.suspect.birthVariant");
            case DOCUMENT -> Sentence.of("check.suspect.document");
            case TWO_NAMES -> Sentence.of("check.suspect.twoNames");
        };
    }
}
