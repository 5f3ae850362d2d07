package org.talenthub.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.talenthub.PoolRows;
import org.talenthub.access.Organisation;
import org.talenthub.common.Ids;

/** Two enterprises with demands and eight people who fit one or the other; one enterprise's demand is reported by a station. */
final class EventPool {

    static final String STATION = Organisation.ofCarrier(12);
    static final String OTHER = Organisation.ofCarrier(77);

    final PoolRows.Row optics = enterprise("示例光电公司", "91420100MA4K1111X1", "420111");
    final PoolRows.Row pharma = enterprise("示例医药公司", "91420500MA4K2222X2", "420500");
    final PoolRows.Row chips = demand(optics, "光芯片工艺工程师", STATION, "磷化铟光芯片工艺", "OPTO");
    final PoolRows.Row tests = demand(optics, "光芯片测试工程师", STATION, "光芯片测试", "OPTO");
    final PoolRows.Row drugs = demand(pharma, "制剂研发工程师", OTHER, "缓控释制剂研发", "BIO");
    final List<PoolRows.Row> people = new ArrayList<>();

    EventPool() {
        for (String name : List.of("周全", "吴新", "郑本", "王默")) {
            people.add(person(name, "磷化铟光芯片工艺", "OPTO", "420100", OTHER));
        }
        for (String name : List.of("冯药", "陈方", "褚丹", "卫康")) {
            people.add(person(name, "缓控释制剂研发", "BIO", "420500", STATION));
        }
    }

    private static PoolRows.Row enterprise(String name, String code, String region) {
        return row(
                "enterprise",
                name,
                region,
                code,
                null,
                "province",
                Map.of("name", name, "code", code, "industries", List.of("OPTO")));
    }

    private static PoolRows.Row demand(PoolRows.Row of, String post, String reporter, String skill, String industry) {
        Map<String, Object> f = new HashMap<>();
        f.put("post", post);
        f.put("skills", List.of(skill));
        f.put("education", "21");
        f.put("industries", List.of(industry));
        f.put("mode", "FULL_TIME");
        f.put("headcount", 2);
        f.put("enterpriseName", of.name());
        return row("demand", post, of.region(), of.code(), of.name(), reporter, f);
    }

    static PoolRows.Row person(String name, String skill, String industry, String region, String reporter) {
        Map<String, Object> f = new HashMap<>();
        f.put("name", name);
        f.put("sex", "1");
        f.put("expertise", List.of(skill));
        f.put("industries", List.of(industry));
        f.put("category", "OUTSTANDING_ENGINEER");
        f.put("education", "11");
        f.put("birth", "1985-03");
        f.put("employerName", "某某研究所");
        f.put("placeRegion", region);
        f.put("availability", "OPEN");
        return row("talent", name, region, null, "某某研究所", reporter, f);
    }

    private static PoolRows.Row row(
            String type,
            String name,
            String region,
            @org.jspecify.annotations.Nullable String code,
            @org.jspecify.annotations.Nullable String enterprise,
            String reporters,
            Map<String, Object> fields) {
        return new PoolRows.Row(
                Ids.next(),
                type,
                null,
                name,
                region,
                code,
                enterprise,
                null,
                null,
                reporters,
                type.equals("talent") ? "2026-11-01" : null,
                fields);
    }

    List<PoolRows.Row> all() {
        List<PoolRows.Row> all = new ArrayList<>(List.of(optics, pharma, chips, tests, drugs));
        all.addAll(people);
        return all;
    }

    static String id(PoolRows.Row r) {
        return Ids.text(r.id());
    }
}
