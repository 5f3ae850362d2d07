package org.talenthub.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.assessment.life.Assessing;
import org.talenthub.assessment.life.CarrierLife.Action;
import org.talenthub.assessment.life.CarrierLife.State;
import org.talenthub.assessment.life.Judging;
import org.talenthub.assessment.life.Judging.Said;
import org.talenthub.assessment.life.Standing;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.records.Records;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;
import org.talenthub.services.NeedsWatch;

/** Two closed years of a demo hub, with a carrier that must put things right and one that lost its plaque; needs and typical cases. */
@Component
class DemoYears {

    private static final Viewer OFFICE = new Viewer(0, "hub", "省委人才办（演示）", Role.PROVINCE, null, null, null);
    private static final String RECTIFIED = "咸宁示例光通信人才驿站";
    private static final String DELISTED = "恩施示例硒谷人才基地";
    private static final int MONTHS = 12;

    private final Assessing assessing;
    private final Judging verdicts;
    private final Records records;
    private final NeedsWatch needs;
    private final JdbcClient jdbc;

    DemoYears(Assessing assessing, Judging verdicts, Records records, NeedsWatch needs, JdbcClient jdbc) {
        this.assessing = assessing;
        this.verdicts = verdicts;
        this.records = records;
        this.needs = needs;
        this.jdbc = jdbc;
    }

    void fill() {
        int now = HubTime.today().getYear();
        services(now);
        for (int year = now - 2; year < now; year++) {
            if (closed(year)) {
                continue;
            }
            past(year);
            for (Standing s : assessing.list(year, OFFICE)) {
                if (s.state() == State.OPERATING) {
                    judge(year, s, now);
                }
            }
            verdicts.close(year, OFFICE);
        }
    }

    private boolean closed(int year) {
        return jdbc.sql("select count(*) from carrier_assessment_year where year = ?")
                        .param(year)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The sheets of that year were sent in that year, and the calendar knows of it. */
    private void past(int year) {
        Timestamp then = Timestamp.from(
                LocalDate.of(year, 6, 18).atTime(10, 0).atZone(HubTime.ZONE).toInstant());
        String files = "demo-" + year + "-%";
        jdbc.sql("update report r join import_batch b on b.id = r.batch_id set r.live_at = ?"
                        + " where b.file_name like ? and r.live_at is not null")
                .params(then, files)
                .update();
        jdbc.sql("update import_batch set updated_at = ? where file_name like ?")
                .params(then, files)
                .update();
        for (Standing s : assessing.list(year, OFFICE)) {
            for (int m = 1; m <= MONTHS; m++) {
                if (s.kind().equals("STATION")) {
                    month(year, m, s.carrier(), (s.carrier() + m) % 7);
                }
            }
        }
    }

    /** @param how 0 never came, 1 late, else in time */
    private void month(int year, int month, long carrier, long how) {
        LocalDate due = LocalDate.of(year, month, 25);
        Instant came = how == 0
                ? null
                : due.plusDays(how == 1 ? 3 : -how)
                        .atTime(9, 30)
                        .atZone(HubTime.ZONE)
                        .toInstant();
        jdbc.sql("insert ignore into reporting_month (id, carrier_id, month, due_on, came_at, row_count, batches)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(
                        Ids.next(),
                        carrier,
                        String.format(Locale.ROOT, "%d-%02d", year, month),
                        java.sql.Date.valueOf(due),
                        came == null ? null : Timestamp.from(came),
                        came == null ? 0 : 20,
                        came == null ? 0 : 1))
                .update();
    }

    private void judge(int year, Standing s, int now) {
        double system = s.system() == null ? 0 : s.system();
        String why = "示例：以现场核查材料为准。";
        String document = "鄂人才示例〔" + (year + 1) + "〕5 号";
        if (s.card() != null && !s.card().few()) {
            columns(year, s, system, why);
        }
        outcome(year, s, now, why, document);
    }

    private void columns(int year, Standing s, double system, String why) {
        Viewer own = new Viewer(
                0, "hub", s.name(), s.kind().equals("BASE") ? Role.BASE : Role.STATION, null, s.carrier(), s.name());
        act(year, s, Action.SELF, new Said(Math.min(100, system + 6), why, null, null), own);
        String region = s.region();
        if (region != null) {
            String city = region.startsWith("4290") || region.equals("429021") ? region : region.substring(0, 4) + "00";
            Viewer office = new Viewer(0, "hub", "市委人才办（演示）", Role.CITY, city, null, null);
            act(year, s, Action.CITY, new Said(Math.min(100, system + 2), why, null, null), office);
        }
        act(year, s, Action.EXPERTS, new Said(Math.max(0, system - 2), why, null, null), OFFICE);
    }

    private void outcome(int year, Standing s, int now, String why, String document) {
        if (s.name().equals(DELISTED) && year == now - 2) {
            act(year, s, Action.RECTIFY, new Said(null, "示例：全年未上报，服务场地停用。", soon(), document), OFFICE);
            await(s.carrier(), "RECTIFYING");
            act(year, s, Action.REASSESS, new Said(null, "示例：复核后仍未恢复。", null, null), OFFICE);
            act(year, s, Action.DELIST, new Said(null, "示例：整改期满无改进，摘牌退出。", null, document), OFFICE);
            await(s.carrier(), "DELISTED");
        } else if (s.name().equals(RECTIFIED) && year == now - 1) {
            act(year, s, Action.RECTIFY, new Said(null, "示例：多月未按时上报。", soon(), document), OFFICE);
            await(s.carrier(), "RECTIFYING");
        } else if (s.card() != null && s.card().rank() != null && s.card().rank() == 1) {
            act(year, s, Action.COMMEND, new Said(null, why, null, document), OFFICE);
        } else {
            act(year, s, Action.PASS, new Said(null, why, null, document), OFFICE);
        }
    }

    private static String soon() {
        return HubTime.today().plusDays(90).toString();
    }

    private void act(int year, Standing s, Action action, Said said, Viewer by) {
        verdicts.act(year, Ids.text(s.carrier()), action, said, by);
    }

    /** The record follows by a report, which takes a moment. */
    private void await(long carrier, String state) {
        for (int i = 0; i < 300; i++) {
            if (records.snapshots(List.of(carrier)).values().stream()
                    .anyMatch(
                            r -> r.fields().text("state").filter(state::equals).isPresent())) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void services(int year) {
        needs.take();
        if (count("select count(*) from service_case where state <> 'ASKED'") == 0) {
            String change =
                    "update service_case set state = ?, changed_by = '示例', reason = ? where mod(talent_id, 5) = ?";
            step(change, "SETTLED", null, 0);
            step(change, "SETTLED", null, 1);
            step(change, "ACCEPTED", null, 2);
            step(change, "DECLINED", "示例：不在政策范围内。", 3);
        }
        if (count("select count(*) from typical_case") == 0) {
            typical(year, "湖北示例光电人才驿站", "一张清单办好人才落户", "驿站把住房、入学、医疗列成一张清单，专员代办，五个工作日内答复。一年办结一百余件。", true);
            typical(year, "宜昌示例生物医药人才驿站", "把企业的需求说清楚再去找人", "驿站帮企业把“急需”写成条件，按月更新，三个月里接触的人里有四成签约。", false);
        }
    }

    private void step(String sql, String state, @Nullable String reason, int which) {
        jdbc.sql(sql).params(java.util.Arrays.asList(state, reason, which)).update();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void typical(int year, String carrier, String title, String text, boolean collected) {
        records.find("carrier", carrier)
                .ifPresent(c -> jdbc.sql("insert into typical_case (id, carrier_id, region, year, title, text, state,"
                                + " collected, written_by, released_by, changed_at, version) values (?, ?, ?, ?,"
                                + " ?, ?, 'RELEASED', ?, ?, '示例', ?, 0)")
                        .params(java.util.Arrays.asList(
                                Ids.next(),
                                c.id(),
                                c.region(),
                                year,
                                title,
                                text,
                                collected,
                                carrier,
                                Timestamp.from(Instant.now())))
                        .update());
    }
}
