package org.talenthub.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talenthub.PoolRows;
import org.talenthub.access.Organisation;
import org.talenthub.common.Ids;

/** A demand of a station and people who fit it more or less, some of them reported by others. */
public final class MatchPool {

    static final String OWN = Organisation.ofCarrier(12);
    static final String OTHER = Organisation.ofCarrier(77);

    public final PoolRows.Row demand;
    public final PoolRows.Row foreign;
    public final PoolRows.Row fits;
    public final PoolRows.Row old;
    public final PoolRows.Row bachelor;
    public final PoolRows.Row silent;

    public MatchPool() {
        demand = row(
                "demand",
                "光芯片工艺工程师",
                "420111",
                "示例光电公司",
                12L,
                OWN,
                "post",
                "光芯片工艺工程师",
                "skills",
                List.of("磷化铟光芯片工艺", "高速调制器设计"),
                "majors",
                List.of("光学工程"),
                "education",
                "14",
                "ageMax",
                45,
                "industries",
                List.of("OPTO"),
                "mode",
                "FULL_TIME",
                "headcount",
                2,
                "enterpriseName",
                "示例光电公司",
                "placeRegion",
                "420111");
        foreign = row(
                "demand",
                "光芯片测试工程师",
                "420500",
                "宜昌光电公司",
                77L,
                OTHER,
                "post",
                "光芯片测试工程师",
                "skills",
                List.of("磷化铟光芯片工艺"),
                "education",
                "21",
                "degree",
                "4",
                "industries",
                List.of("OPTO"),
                "mode",
                "FULL_TIME",
                "headcount",
                1,
                "enterpriseName",
                "宜昌光电公司");
        fits = person("周全", OTHER, 77L, "420100", "education", "11", "birth", "1985-03", "major", "光学工程");
        old = person("吴老", OTHER, 77L, "420500", "education", "14", "birth", "1979-01", "major", "光学工程");
        bachelor = person("郑本", OWN, 12L, "420111", "education", "21", "birth", "1990-05", "major", "光学工程");
        silent = person("王默", OWN, 12L, "420111");
    }

    static PoolRows.Row person(String name, String reporter, Long carrier, String region, Object... more) {
        Object[] fields = {
            "name",
            name,
            "sex",
            "1",
            "expertise",
            List.of("磷化铟光芯片工艺", "调制器设计"),
            "industries",
            List.of("OPTO"),
            "category",
            "OUTSTANDING_ENGINEER",
            "employerName",
            "某某研究所",
            "placeRegion",
            region,
            "availability",
            "OPEN"
        };
        Object[] all = new Object[fields.length + more.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return row("talent", name, region, "某某研究所", carrier, reporter, all);
    }

    static PoolRows.Row row(
            String type,
            String name,
            String region,
            @Nullable String enterprise,
            @Nullable Long carrier,
            String reporters,
            Object... fields) {
        Map<String, Object> f = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            f.put((String) fields[i], fields[i + 1]);
        }
        return new PoolRows.Row(
                Ids.next(),
                type,
                null,
                name,
                region,
                null,
                enterprise,
                null,
                carrier,
                reporters,
                type.equals("talent") ? "2026-11-01" : null,
                f);
    }

    List<PoolRows.Row> all() {
        return List.of(demand, foreign, fits, old, bachelor, silent);
    }

    static String id(PoolRows.Row r) {
        return Ids.text(r.id());
    }
}
