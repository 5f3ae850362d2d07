package org.talenthub.demo;

import java.util.List;

/** {@code demo.yml}: which files the demo imports, in order and for whom, and its accounts; passwords are not in it. */
final class Manifest {

    private Manifest() {}

    /** The sheet of the i-th station for a past year. */
    static String past(int year, int i) {
        return "demo-%d-%02d.csv".formatted(year, i + 1);
    }

    static String text(
            List<Carrier> stations, List<String> talentFiles, List<String> demandFiles, List<PastDemands.Year> past) {
        StringBuilder text = new StringBuilder("""
                # What a demo hub imports, in this order, and its accounts. Written by the generator under src/test (DemoData).
                # reporter: province, or the carrier that reports. year: sheets of a past year, imported before all others of the carriers.
                imports:
                  - {feed: enterprise, file: enterprise/samples/demo.csv, reporter: province}
                  - {feed: carrier, file: carrier/samples/demo.csv, reporter: province}
                  - {feed: platform, file: platform/samples/demo.csv, reporter: province}
                """);
        for (int i = 0; i < stations.size(); i++) {
            text.append("  - {feed: talent, file: talent/samples/%s, reporter: %s}\n"
                    .formatted(talentFiles.get(i), stations.get(i).name()));
        }
        for (PastDemands.Year year : past) {
            for (int i = 0; i < year.tables().size(); i++) {
                text.append("  - {feed: demand, file: demand/samples/%s, reporter: %s, year: %d}\n"
                        .formatted(past(year.year(), i), stations.get(i).name(), year.year()));
            }
        }
        for (int i = 0; i < stations.size(); i++) {
            text.append("  - {feed: demand, file: demand/samples/%s, reporter: %s}\n"
                    .formatted(demandFiles.get(i), stations.get(i).name()));
        }
        text.append("""
                accounts:
                  - {username: province, role: PROVINCE, displayName: 省委人才办（演示）}
                  - {username: wuhan, role: CITY, region: "420100", displayName: 武汉市委人才办（演示）}
                  - {username: yichang, role: CITY, region: "420500", displayName: 宜昌市委人才办（演示）}
                  - {username: base, role: BASE, carrier: 武汉示例光谷人才基地, displayName: 武汉示例光谷 · 基地}
                  - {username: station, role: STATION, carrier: 湖北示例光电人才驿站, displayName: 湖北示例光电 · 驿站}
                  - {username: station2, role: STATION, carrier: 宜昌示例生物医药人才驿站, displayName: 宜昌示例生物医药 · 驿站}
                  - {username: matchmaker, role: MATCHMAKER, displayName: 活动承办（演示）}
                  - {username: admin, role: ADMIN, displayName: 系统管理员（演示）}
                """);
        return text.toString();
    }
}
