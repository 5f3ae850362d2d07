package org.talenthub.records.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Organisation;
import org.talenthub.access.Rights;
import org.talenthub.common.Ids;
import org.talenthub.records.Happening;
import org.talenthub.records.Happening.Kind;
import org.talenthub.records.Happenings;
import org.talenthub.records.OpenBatches;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.RecordView;
import org.talenthub.records.model.FieldChoices;
import org.talenthub.reference.standards.Regions;
import org.talenthub.security.Viewer;

/**
 * What reports, corrections, choices, merges and reverts did to a record. Who sees it in full is told of everybody's; one of several carriers
 * that report it, and everybody else, of his own reports only. Merges are told to who decides about the record.
 */
@Component
class ReportHistory implements Happenings {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final OpenBatches doors;
    private final Rights rights;
    private final Regions regions;
    private final FieldChoices chosen;

    ReportHistory(JdbcClient jdbc, OpenBatches doors, Rights rights, Regions regions, FieldChoices chosen) {
        this.chosen = chosen;
        this.jdbc = jdbc;
        this.doors = doors;
        this.rights = rights;
        this.regions = regions;
    }

    private record Row(
            long batch,
            int row,
            String state,
            String reporter,
            Instant live,
            boolean correction,
            @Nullable String carrier,
            @Nullable Instant reverted) {

        static Row of(ResultSet rs) throws SQLException {
            Timestamp reverted = rs.getTimestamp(8);
            return new Row(
                    rs.getLong(1),
                    rs.getInt(2),
                    rs.getString(3),
                    rs.getString(4),
                    rs.getTimestamp(5).toInstant(),
                    rs.getBoolean(6),
                    rs.getString(7),
                    reverted == null ? null : reverted.toInstant());
        }
    }

    @Override
    public List<Happening> of(RecordSnapshot record, RecordView seen, Viewer viewer) {
        String own = Organisation.of(viewer);
        boolean one = viewer.carrier() != null && record.reporters().contains(own);
        boolean everybody =
                seen.visibility().sources() && !(one && record.reporters().size() > 1);
        List<Happening> told = new ArrayList<>();
        if (everybody || one) {
            reports(record, everybody ? null : own, viewer, told);
        }
        if (everybody) {
            choices(record, told);
            if (rights.may(Act.DECIDE, record.type(), record, viewer)) {
                merges(record, told);
            }
        }
        return told;
    }

    private void reports(RecordSnapshot record, @Nullable String only, Viewer viewer, List<Happening> told) {
        List<Row> rows = jdbc.sql("""
                        select r.batch_id, r.row_no, r.state, r.reporter, r.live_at,
                          exists (select 1 from correction_row c where c.batch_id = r.batch_id and c.row_no = r.row_no),
                          b.reporter_name, case when r.state = 'WITHDRAWN' then b.updated_at end
                        from report r left join import_batch b on b.id = r.batch_id
                        where r.record_id = ? and r.live_at is not null and r.state in ('LIVE', 'SAME', 'REPLACED', 'WITHDRAWN')
                        order by r.live_at, r.id limit ?""")
                .params(record.id(), MOST)
                .query((rs, i) -> Row.of(rs))
                .list();
        List<Row> shown = rows.stream()
                .filter(r -> only == null || r.reporter.equals(only))
                .toList();
        Set<Long> open = doors.of(shown.stream().map(r -> r.batch).collect(Collectors.toSet()), viewer);
        for (Row r : shown) {
            String batch = open.contains(r.batch) ? Ids.text(r.batch) : null;
            told.add(new Happening(
                    r.live, r.correction ? Kind.CORRECTED : Kind.REPORTED, who(r), null, null, batch, r.row));
            if (r.reverted != null) {
                told.add(new Happening(r.reverted, Kind.REVERTED, who(r), null, null, batch, r.row));
            }
        }
    }

    /** The office or carrier; a department by its region, the province by nothing. */
    private String who(Row r) {
        String region = Organisation.regionOf(r.reporter);
        return region != null
                ? regions.label(region)
                : r.reporter.startsWith(Organisation.CARRIER) && r.carrier != null ? r.carrier : "";
    }

    private void choices(RecordSnapshot record, List<Happening> told) {
        chosen.of(List.of(record.id())).stream()
                .map(c -> new Happening(c.chosenAt, Kind.CHOSEN, c.chosenName, c.asked, c.reason, null, null))
                .forEach(told::add);
    }

    /** Records that became part of this one by a decision, also by way of others. */
    private void merges(RecordSnapshot record, List<Happening> told) {
        jdbc.sql("""
                        select s.decided_at, s.note from suspect s join pool_record m on m.id = s.moved
                        where s.state = 'SAME' and s.decided_at is not null and m.same_as = ?""")
                .param(record.id())
                .query((rs, i) -> new Happening(
                        rs.getTimestamp(1).toInstant(), Kind.MERGED, "", null, rs.getString(2), null, null))
                .list()
                .forEach(told::add);
    }
}
