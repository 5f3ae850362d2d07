package org.talenthub.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stations asked for in past years: of this year's posts some that were wanted then already, and some that have been filled or given
 * up since.
 */
final class PastDemands {

    /** Stations that reported then already. */
    static final int STATIONS = 8;

    /** @param year of the sheets; one for each of the first stations */
    record Year(int year, List<Table> tables) {}

    private static final int POST = Titles.DEMAND.indexOf("岗位名称");

    private final List<Table> now;

    PastDemands(List<Table> now) {
        this.now = now;
    }

    List<Year> years() {
        return List.of(year(2024), year(2025), new Year(2026, filledSince()));
    }

    private Year year(int year) {
        List<Table> tables = new ArrayList<>();
        Dice dice = new Dice(year);
        for (int i = 0; i < STATIONS; i++) {
            Table table = new Table(Titles.DEMAND);
            Style style = Style.of(i);
            List<List<String>> rows = now.get(i).rows();
            for (int r = 0; r < rows.size(); r++) {
                // half of what is wanted now was wanted a year ago, a quarter two years ago
                boolean repeated = r % (year == 2025 ? 2 : 4) == 0;
                if (repeated || (r % 2 == 1 && table.rows().size() < 10)) {
                    Map<String, String> row = row(rows.get(r));
                    row.put("有效期至", style.day(LocalDate.of(year, 12, 31)));
                    row.put("到岗时限", "");
                    if (!repeated && rows.get(r).get(POST).endsWith("）")) {
                        continue;
                    }
                    if (!repeated) {
                        // of another line of the company, and over since: filled, or lapsed
                        row.put("岗位名称", former(row.get("岗位名称"), year));
                        if (dice.chance(0.6) && year == 2024) {
                            row.put("备注", "上一年度延续");
                        }
                    }
                    table.add(row);
                }
            }
            tables.add(table);
        }
        if (year == 2025) {
            for (int i = 0; i < STATIONS; i++) {
                filled(tables.get(i), i, 2024, LocalDate.of(2025, 12, 31));
            }
        }
        return new Year(year, tables);
    }

    /** The first half of 2026: some of what was asked for in 2025 has come. */
    private List<Table> filledSince() {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < STATIONS / 2; i++) {
            Table table = new Table(Titles.DEMAND);
            filled(table, i, 2025, LocalDate.of(2026, 6, 30));
            tables.add(table);
        }
        return tables;
    }

    /** What was asked for under that year's name has been filled. */
    private void filled(Table table, int station, int year, LocalDate until) {
        Style style = Style.of(station);
        List<List<String>> rows = now.get(station).rows();
        for (int r = 1; r < rows.size() && r < 8; r += 2) {
            if (!rows.get(r).get(POST).endsWith("）")) {
                Map<String, String> row = row(rows.get(r));
                row.put("岗位名称", former(rows.get(r).get(POST), year));
                row.put("已到岗人数", row.get("需求人数"));
                row.put("有效期至", style.day(until));
                row.put("到岗时限", "");
                table.add(row);
            }
        }
    }

    private static String former(String post, int year) {
        return post + (year == 2024 ? "（一期项目）" : "（二期项目）");
    }

    private static Map<String, String> row(List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(Titles.DEMAND.get(i), cells.get(i));
        }
        return row;
    }
}
