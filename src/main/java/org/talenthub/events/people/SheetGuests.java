package org.talenthub.events.people;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.access.Rights;
import org.talenthub.access.Scope;
import org.talenthub.access.Visibility;
import org.talenthub.common.Ids;
import org.talenthub.common.Problem;
import org.talenthub.common.Sentence;
import org.talenthub.events.model.EventDesk;
import org.talenthub.events.model.EventLife.Action;
import org.talenthub.importing.PlainSheets;
import org.talenthub.records.RecordSnapshot;
import org.talenthub.records.Records;
import org.talenthub.security.Viewer;

/**
 * People to ask from a sheet: by their id, or by name and employer. Titles and notes above the header are ordinary; a row that means nobody,
 * or several, is told with its number, and in the same words as one whose person the viewer may not bring.
 */
@Component
public class SheetGuests {

    /** Rows of one sheet. */
    private static final int MOST = 2_000;

    private static final int DEEPEST = 10;
    private static final Set<String> NAME = Set.of("姓名", "人才姓名", "名字", "name");
    private static final Set<String> EMPLOYER = Set.of("工作单位", "单位", "单位名称", "现工作单位", "employer");
    private static final Set<String> ID = Set.of("编号", "人才编号", "id");

    private final EventDesk desk;
    private final Rights rights;
    private final Records records;
    private final JdbcClient jdbc;
    private final PlainSheets sheets;

    SheetGuests(EventDesk desk, Rights rights, Records records, JdbcClient jdbc, PlainSheets sheets) {
        this.sheets = sheets;
        this.desk = desk;
        this.rights = rights;
        this.records = records;
        this.jdbc = jdbc;
    }

    /** @param unknown numbers of rows below the header, from 1, that mean nobody whom the viewer may bring */
    public record Read(List<Long> people, List<Integer> unknown) {}

    /** @throws Problem 404, 403, 409 as the event says; 413, 415, 422 for what cannot be read, or has no column that names people */
    public Read people(String event, InputStream file, Viewer viewer) {
        desk.own(event, Action.INVITE, viewer);
        List<List<String>> rows = sheets.rows(file, MOST);
        Map<String, Integer> columns = Map.of();
        int header = -1;
        for (int i = 0; i < Math.min(DEEPEST, rows.size()) && header < 0; i++) {
            columns = columns(rows.get(i));
            header = columns.isEmpty() ? -1 : i;
        }
        if (header < 0) {
            throw Problem.unusable("sheet.header", Sentence.of("refused.sheet.header"));
        }
        Scope scope = rights.scope("talent", viewer);
        Set<Long> people = new LinkedHashSet<>();
        List<Integer> unknown = new ArrayList<>();
        for (int i = header + 1; i < rows.size(); i++) {
            List<Long> meant = meant(rows.get(i), columns).stream()
                    .filter(r -> scope.of(r) == Visibility.FULL)
                    .map(RecordSnapshot::id)
                    .toList();
            if (meant.size() == 1) {
                people.addAll(meant);
            } else {
                unknown.add(i - header);
            }
        }
        return new Read(List.copyOf(people), unknown);
    }

    private static Map<String, Integer> columns(List<String> row) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String title = row.get(i).replaceAll("[\\s*＊：:]", "").toLowerCase(Locale.ROOT);
            String means = NAME.contains(title)
                    ? "name"
                    : EMPLOYER.contains(title) ? "employer" : ID.contains(title) ? "id" : "";
            if (!means.isEmpty()) {
                columns.putIfAbsent(means, i);
            }
        }
        return columns.containsKey("id") || columns.containsKey("name") ? columns : Map.of();
    }

    private List<RecordSnapshot> meant(List<String> row, Map<String, Integer> columns) {
        String id = cell(row, columns.get("id"));
        List<Long> ids = id.isEmpty() ? List.of() : Ids.parse(id).map(List::of).orElse(List.of());
        String name = cell(row, columns.get("name"));
        String employer = cell(row, columns.get("employer"));
        if (ids.isEmpty() && !name.isEmpty()) {
            ids = jdbc.sql("select id from pool_record where type = 'talent' and state = 'LIVE' and name = ?"
                            + (employer.isEmpty() ? "" : " and enterprise_name = ?") + " limit 20")
                    .params(employer.isEmpty() ? List.of(name) : List.of(name, employer))
                    .query((rs, i) -> rs.getLong(1))
                    .list();
        }
        return records.snapshots(ids).values().stream()
                .filter(r -> r.live() && r.type().equals("talent"))
                .toList();
    }

    private static String cell(List<String> row, @org.jspecify.annotations.Nullable Integer column) {
        return column == null || column >= row.size() ? "" : row.get(column).strip();
    }
}
