package org.talenthub.records.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Extent;
import org.talenthub.access.Facts;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.common.Fields;
import org.talenthub.common.Issue;
import org.talenthub.common.Sentence;
import org.talenthub.records.Headline;
import org.talenthub.records.identity.RecordKeys;
import org.talenthub.records.merge.Derivation;
import org.talenthub.records.model.Json;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Regions;

/**
 * Keeps reporters within the bounds of what they may write: what a row says, and the record that it would change, have to lie there. What
 * a row says is looked at when it is read, the record when the row is forecast, and again when it is committed, since it may have moved
 * meanwhile. In the directory a record of the same name elsewhere counts too: people and demands find their enterprise by name where
 * they have no code.
 */
@Component
public class Bounds {

    /** Rows at a time. */
    private static final int LOOKED_AT = 1000;

    private final Rights rights;
    private final Derivation derivation;
    private final Feeds feeds;
    private final Regions regions;
    private final Json json;
    private final RecordKeys keys;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Bounds(
            Rights rights,
            Derivation derivation,
            Feeds feeds,
            Regions regions,
            Json json,
            RecordKeys keys,
            JdbcClient jdbc,
            JdbcTemplate batches) {
        this.rights = rights;
        this.derivation = derivation;
        this.feeds = feeds;
        this.regions = regions;
        this.json = json;
        this.keys = keys;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A staged row. */
    private record Row(long id, int number, @Nullable String strong, Headline says, List<Issue> issues) {}

    /** A record as it stands. */
    private record Present(
            @Nullable String strong, String name, @Nullable String region) {}

    /** What is wrong with what a row says; empty when it lies within the bounds. */
    Optional<Issue> said(String type, String reporter, Fields row) {
        Extent extent = extent(type, reporter);
        if (free(extent)) {
            return Optional.empty();
        }
        String region = derivation.type(type).headline(row, null).region();
        return region == null || within(extent, reporter, region)
                ? Optional.empty()
                : Optional.of(Issue.error(
                        column(type),
                        "region.outside",
                        Sentence.of("check.region.outside", named(region), home(reporter)),
                        regions.fullName(region)));
    }

    /**
     * Puts down as rejected, in the caller's transaction, those of a batch's staged rows behind one and up to another that their reporter
     * may not write.
     *
     * @return how many
     */
    int reject(long batch, String type, int after, int last) {
        String reporter = reporter(batch);
        Extent extent = reporter == null ? new Extent.Everything() : extent(type, reporter);
        if (reporter == null || free(extent)) {
            return 0;
        }
        int rejected = 0;
        int from = after;
        for (List<Row> rows = rows(batch, type, from, last); !rows.isEmpty(); rows = rows(batch, type, from, last)) {
            Map<Long, Issue> refused = refused(type, reporter, extent, rows);
            put(rows, refused);
            rejected += refused.size();
            from = rows.getLast().number();
        }
        return rejected;
    }

    /** All rows of a batch have one. */
    private @Nullable String reporter(long batch) {
        return jdbc.sql("select reporter from report where batch_id = ? limit 1")
                .param(batch)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private List<Row> rows(long batch, String type, int after, int last) {
        return jdbc.sql(
                        "select id, row_no, strong_key, payload, issues from report force index (uk_report_row)"
                                + " where batch_id = ? and row_no > ? and row_no <= ? and state = 'STAGED' order by row_no limit ?")
                .params(batch, after, last, LOOKED_AT)
                .query((rs, i) -> new Row(
                        rs.getLong(1),
                        rs.getInt(2),
                        rs.getString(3),
                        derivation.type(type).headline(json.fields(rs.getString(4)), null),
                        json.issues(rs.getString(5))))
                .list();
    }

    /** Why rows may not be written, by row; the others may. */
    private Map<Long, Issue> refused(String type, String reporter, Extent extent, List<Row> rows) {
        List<Present> outside = new ArrayList<>(reported(
                type, rows.stream().map(Row::strong).filter(Objects::nonNull).collect(Collectors.toSet())));
        if (rights.thing(type) == Thing.DIRECTORY) {
            outside.addAll(named(type, rows.stream().map(r -> r.says.name()).collect(Collectors.toSet())));
        }
        outside.removeIf(p -> within(extent, reporter, p.region));
        Map<Long, Issue> refused = new HashMap<>();
        for (Row r : rows) {
            outside.stream()
                    .filter(p -> (r.strong != null && r.strong.equals(p.strong))
                            || (rights.thing(type) == Thing.DIRECTORY && p.name.equals(r.says.name())))
                    .findFirst()
                    .ifPresent(p -> refused.put(r.id, outside(p, reporter)));
        }
        return refused;
    }

    private void put(List<Row> rows, Map<Long, Issue> refused) {
        List<Object[]> changes = new ArrayList<>();
        for (Row r : rows) {
            Issue why = refused.get(r.id);
            if (why != null) {
                List<Issue> issues = new ArrayList<>(r.issues);
                issues.add(why);
                changes.add(new Object[] {json.write(issues), r.id});
            }
        }
        batches.batchUpdate(
                "update report set state = 'REJECTED', outcome = 'REJECTED', worst = 'ERROR', record_id = null, suspect_of = null,"
                        + " duplicate_of = null, issues = ? where id = ?",
                changes);
    }

    private Extent extent(String type, String reporter) {
        return rights.edits(type, reporter);
    }

    /** What one reports is one's own, so that nothing has to be looked up for most rows. */
    private static boolean free(Extent extent) {
        return extent instanceof Extent.Everything || extent instanceof Extent.ReportedBy;
    }

    private static boolean within(Extent extent, String reporter, @Nullable String region) {
        return extent.contains(Facts.reported(reporter, region));
    }

    /** The records of which somebody says these keys. */
    private List<Present> reported(String type, Set<String> strong) {
        Set<Long> records = keys.records(strong.stream().map(RecordKeys::of).collect(Collectors.toSet()));
        return records.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select distinct r.strong_key, p.name, p.region
                                from pool_record p straight_join report r force index (ix_report_record) on r.record_id = p.id
                                where p.id in (:records) and p.type = :type and p.state = 'LIVE' and r.state = 'LIVE'
                                and r.strong_key in (:strong)""")
                        .param("records", records)
                        .param("type", type)
                        .param("strong", strong)
                        .query((rs, i) -> new Present(rs.getString(1), rs.getString(2), rs.getString(3)))
                        .list();
    }

    private List<Present> named(String type, Set<String> names) {
        return names.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select name, region from pool_record where type = :type and state = 'LIVE' and name in (:names)")
                        .param("type", type)
                        .param("names", names)
                        .query((rs, i) -> new Present(null, rs.getString(1), rs.getString(2)))
                        .list();
    }

    private Issue outside(Present p, String reporter) {
        Sentence where = p.region == null
                ? Sentence.of("check.record.nowhere")
                : Sentence.of("check.record.where", named(p.region));
        return Issue.error(
                "", "record.outside", Sentence.of("check.record.outside", p.name, where, home(reporter)), null);
    }

    private String column(String type) {
        return feeds.get(type).columns().stream()
                .filter(c -> c.type() == ColumnType.REGION)
                .map(Column::title)
                .findFirst()
                .orElse("");
    }

    private Sentence named(String region) {
        return Sentence.either(regions.fullName(region), regions.english(region));
    }

    /** What the reporter's bounds are called. */
    private Sentence home(String reporter) {
        String region = Organisation.regionOf(reporter);
        return region == null
                ? Sentence.of("check.record.reporter")
                : Sentence.either(regions.label(region), regions.english(region));
    }
}
