package org.talenthub.records.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.talenthub.records.Headline;
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

    private final Rights rights;
    private final Derivation derivation;
    private final Feeds feeds;
    private final Regions regions;
    private final Json json;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Bounds(
            Rights rights,
            Derivation derivation,
            Feeds feeds,
            Regions regions,
            Json json,
            JdbcClient jdbc,
            JdbcTemplate batches) {
        this.rights = rights;
        this.derivation = derivation;
        this.feeds = feeds;
        this.regions = regions;
        this.json = json;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A row and the live record it would change, if there is one. */
    record Change(long row, String payload, @Nullable Long record) {}

    /** A record as it stands. */
    private record Present(long id, String name, @Nullable String region) {}

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
                        regions.fullName(region) + "不在" + home(reporter)
                                + "范围内。市州只上报本地区的，外地的由所在市州或省级部门上报；行政区划写错的，改正后再上传。",
                        regions.fullName(region)));
    }

    /** Whether there is anything to ask {@link #refused} for. */
    boolean bind(String type, String reporter) {
        return !free(extent(type, reporter));
    }

    /** Why rows of one reporter may not be written, by row; the others may. */
    Map<Long, Issue> refused(String type, String reporter, List<Change> changes) {
        Extent extent = extent(type, reporter);
        if (free(extent) || changes.isEmpty()) {
            return Map.of();
        }
        Map<Long, Headline> said = new HashMap<>();
        changes.forEach(c -> said.put(c.row, derivation.type(type).headline(json.fields(c.payload), null)));
        Map<Long, Present> records = present(
                        "id in (:keys)",
                        type,
                        changes.stream()
                                .flatMap(c -> Optional.ofNullable(c.record).stream())
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Present::id, p -> p));
        Map<String, List<Present>> namesakes = rights.thing(type) != Thing.DIRECTORY
                ? Map.of()
                : present(
                                "name in (:keys)",
                                type,
                                said.values().stream().map(Headline::name).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.groupingBy(Present::name));
        Map<Long, Issue> refused = new HashMap<>();
        for (Change c : changes) {
            Headline row = said.get(c.row);
            List<Present> touched = new ArrayList<>();
            Optional.ofNullable(c.record).map(records::get).ifPresent(touched::add);
            touched.addAll(row == null ? List.of() : namesakes.getOrDefault(row.name(), List.of()));
            touched.stream()
                    .filter(p -> !within(extent, reporter, p.region))
                    .findFirst()
                    .ifPresent(p -> refused.put(c.row, outside(p, reporter)));
        }
        return refused;
    }

    /** The payloads of staged rows, to ask {@link #refused} with. */
    Map<Long, String> payloads(Collection<Long> rows) {
        Map<Long, String> payloads = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("select id, payload from report where id in (:rows)")
                    .param("rows", rows)
                    .query(rs -> {
                        payloads.put(rs.getLong(1), rs.getString(2));
                    });
        }
        return payloads;
    }

    /** Puts staged rows down as rejected, in the caller's transaction. */
    void reject(Map<Long, Issue> refused) {
        if (refused.isEmpty()) {
            return;
        }
        List<Object[]> rows = jdbc.sql("select id, issues from report where id in (:rows) and state = 'STAGED'")
                .param("rows", refused.keySet())
                .query((rs, i) -> {
                    List<Issue> issues = new ArrayList<>(json.issues(rs.getString(2)));
                    issues.add(refused.get(rs.getLong(1)));
                    return new Object[] {json.write(issues), rs.getLong(1)};
                })
                .list();
        batches.batchUpdate(
                "update report set state = 'REJECTED', outcome = 'REJECTED', worst = 'ERROR', record_id = null, suspect_of = null,"
                        + " duplicate_of = null, issues = ? where id = ?",
                rows);
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

    private List<Present> present(String which, String type, Set<?> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("select id, name, region from pool_record where type = :type and state = 'LIVE' and "
                                + which)
                        .param("type", type)
                        .param("keys", keys)
                        .query((rs, i) -> new Present(rs.getLong(1), rs.getString(2), rs.getString(3)))
                        .list();
    }

    private Issue outside(Present p, String reporter) {
        String where = p.region == null ? "没有写明行政区划" : "在" + regions.fullName(p.region);
        return Issue.error(
                "",
                "record.outside",
                "现有的“" + p.name + "”" + where + "，不在" + home(reporter) + "范围内，由所在市州或省级部门修改；已迁入本地区的，请省级部门先变更行政区划。",
                null);
    }

    private String column(String type) {
        return feeds.get(type).columns().stream()
                .filter(c -> c.type() == ColumnType.REGION)
                .map(Column::title)
                .findFirst()
                .orElse("");
    }

    /** What the reporter's bounds are called. */
    private String home(String reporter) {
        String region = Organisation.regionOf(reporter);
        return region == null ? "上报单位" : regions.label(region);
    }
}
