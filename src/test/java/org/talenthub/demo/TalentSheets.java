package org.talenthub.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One talent sheet per station: its host's people, those of enterprises of its division or industry, guests from institutes. */
final class TalentSheets {

    private final World world;
    private final Dice dice = new Dice(202604);

    TalentSheets(World world) {
        this.world = world;
    }

    List<Table> tables() {
        TalentRows rows = new TalentRows(world.words(), dice, 0);
        List<Table> tables = new ArrayList<>();
        List<Map<String, String>> guests = new ArrayList<>();
        for (int i = 0; i < world.stations().size(); i++) {
            Carrier station = world.stations().get(i);
            Style style = Style.of(i);
            Table table = new Table(Titles.TALENT);
            int size = station.region().code().equals("420100") ? 170 : dice.between(80, 115);
            List<Company> neighbours = neighbours(station);
            for (int n = 0; n < size; n++) {
                Map<String, String> row = rows.next(employer(station, neighbours), style);
                table.add(row);
                if (row.containsKey("证件号码") && dice.chance(0.02)) {
                    guests.add(row);
                }
            }
            tables.add(table);
        }
        shared(tables, guests);
        return tables;
    }

    private Company employer(Carrier station, List<Company> neighbours) {
        int at = dice.between(1, 100);
        return at <= 45 ? world.host(station) : at <= 92 ? dice.pick(neighbours) : dice.pick(world.institutes());
    }

    /** Enterprises of the same division; of the same industry elsewhere, where there are few. */
    private List<Company> neighbours(Carrier station) {
        List<Company> near = world.companies().stream()
                .filter(c -> c.region().equals(station.region()))
                .toList();
        return near.size() >= 3
                ? near
                : world.companies().stream()
                        .filter(c -> station.industries().contains(c.industry().label()))
                        .toList();
    }

    /** Some are reported by a second station too, which they advise: one person, two reports. */
    private void shared(List<Table> tables, List<Map<String, String>> guests) {
        for (Map<String, String> guest : guests) {
            Table table = dice.pick(tables);
            Map<String, String> again = new HashMap<>(guest);
            again.put("引进方式", "柔性");
            again.put("信息确认日期", "2026-11-10");
            again.put("服务需求", "");
            List<String> line =
                    table.titles().stream().map(t -> again.getOrDefault(t, "")).toList();
            int document = table.titles().indexOf("证件号码");
            if (table.rows().stream().noneMatch(r -> r.get(document).equals(line.get(document)))) {
                table.rows().add(line);
            }
        }
    }
}
