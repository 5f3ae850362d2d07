package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.talenthub.common.Ids;
import org.talenthub.engines.EngineKills;

/**
 * Hub and database die while committed batches are matched, reverted and a person erased; then the pairs are those that matching anew and
 * undisturbed finds: none is lost, none is there twice, none is left of whoever is gone. {@code -Dhub.test.kills=…}, {@code -Dhub.test.seed=…}.
 */
@ResourceLock("programs")
@Tag("long")
@Tag("demo")
class MatchKillTests {

    private static final int KILLS = Integer.getInteger("hub.test.kills", 4);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> SKILLS =
            List.of("磷化铟外延", "伺服阀", "单克隆抗体", "组合导航", "量子密钥", "磷酸铁锂", "五轴数控", "中药炮制", "碳纤维", "毫米波雷达", "基因测序", "大语言模型");

    /** Of each skill in each file: all of them together stay below what a demand is tried on. */
    private static final int PEOPLE = 20;

    private static final int DEMANDS = 4;

    private static final String DEMAND_HEADER = "需求单位,统一社会信用代码,岗位名称,需求人数,所属产业,专业要求,学历要求,技术技能要求,引才方式\r\n";
    private static final String TALENT_HEADER = "姓名,性别,出生年月,学历,所学专业,人才类别,技术专长,所属产业,工作单位,现任职务,工作地点,求职意向\r\n";
    private static final String DIGITS = "零一二三四五六七八九";

    private static final String OURS =
            "(select id from pool_record where type = 'talent' and enterprise_name = '" + ManyTalents.EMPLOYER + "')";

    private final Path home = Path.of("target/match-kill-hub");
    private final long seed = Long.getLong("hub.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final int port;
    private RunningHub hub;

    MatchKillTests() throws IOException {
        port = RunningHub.freePort();
    }

    @Test
    void noPairIsLostOrDoubledWhateverDies() throws Exception {
        System.out.println("[match-chaos] seed " + seed);
        DemoHome.copy(home);
        start();
        try {
            HubClient client = hub.client(Chaos.PASSWORD);
            client.imported("station", "demand", "需求.csv", demands(), "commit");
            settled();
            List<String> batches = new ArrayList<>();
            for (int i = 0; i < KILLS; i++) {
                batches.add(sent(client, "人才" + i + ".csv", people(i)));
                kill(i % 2 == 0, "matching");
                client.settle("station2", batches.getLast(), "COMMITTED");
            }
            settled();
            assertThat(number("select count(distinct talent_id) from match_pair where talent_id in " + OURS))
                    .as("people with pairs")
                    .isEqualTo((long) KILLS * SKILLS.size() * PEOPLE);
            consistent();
            againTheSame();

            client.post("station2", "/api/v1/imports/" + batches.getFirst() + "/revert");
            kill(true, "taking back");
            client.settle("station2", batches.getFirst(), "REVERTED");
            settled();
            assertThat(number("select count(distinct talent_id) from match_pair where talent_id in " + OURS))
                    .as("people with pairs after one file was taken back")
                    .isEqualTo((KILLS - 1L) * SKILLS.size() * PEOPLE);
            consistent();
            againTheSame();

            erasedUnderway(client);
        } finally {
            hub.close();
        }
    }

    private void erasedUnderway(HubClient client) throws Exception {
        long person = number("select min(talent_id) from match_pair where talent_id in " + OURS);
        long demand = number("select min(demand_id) from match_pair where talent_id = " + person);
        String pair = "/api/v1/matches/" + text(demand) + "/" + text(person);
        assertThat(client.put("province", pair, Map.of("state", "SHORTLISTED", "note", "面谈"))
                        .status())
                .isEqualTo(200);
        Thread asking = Thread.ofVirtual()
                .start(() -> client.post(
                        "province", "/api/v1/talents/" + text(person) + "/erase", "{\"request\":\"受理 2026-009\"}"));
        HubClient.pause(random.nextInt(300));
        kill(true, "erasing");
        asking.join();
        assertThat(client.post(
                                "province",
                                "/api/v1/talents/" + text(person) + "/erase",
                                "{\"request\":\"受理 2026-009\"}")
                        .status())
                .isIn(200, 404);
        settled();
        for (String table : List.of("match_pair", "match_party", "contact_request", "talent_wish")) {
            assertThat(number("select count(*) from " + table + " where talent_id = " + person))
                    .as(table)
                    .isZero();
        }
        consistent();
    }

    private void start() throws Exception {
        hub = RunningHub.start(home, port, "--hub.demo=true", "--hub.search.meaning=false");
    }

    /** Waits until something waits to be matched, a little longer, and kills. */
    private void kill(boolean whole, String doing) throws Exception {
        Instant until = Instant.now().plus(Duration.ofSeconds(20));
        while (number("select count(*) from match_change") == 0 && Instant.now().isBefore(until)) {
            HubClient.pause(10);
        }
        HubClient.pause(random.nextInt(1_800));
        long waiting = number("select count(*) from match_change");
        long pairs = number("select count(*) from match_pair where talent_id in " + OURS);
        if (whole) {
            hub.kill();
            start();
        } else {
            assertThat(EngineKills.kill(home, "database")).isPositive();
        }
        awaitWell();
        System.out.printf(
                "[match-chaos] %s killed while %s: %d pieces waited, %d pairs were there%n",
                whole ? "hub" : "database", doing, waiting, pairs);
    }

    private void awaitWell() {
        HubClient client = hub.client(Chaos.PASSWORD);
        Instant until = Instant.now().plus(PATIENCE);
        while (client.get("province", "/api/v1/matches?size=1").status() != 200) {
            assertThat(Instant.now()).as("the hub did not come back").isBefore(until);
            HubClient.pause(100);
        }
    }

    private static String sent(HubClient client, String name, byte[] file) {
        HubClient.Answer a = client.upload("station2", "talent", name, file, "commit");
        assertThat(a.status()).as("%s", a.body()).isEqualTo(202);
        return a.body().path("id").asString();
    }

    private void settled() throws Exception {
        HubDatabase.settled(home, PATIENCE);
    }

    private void consistent() throws Exception {
        String live = "select id from pool_record where state = 'LIVE'";
        assertThat(number(
                        "select count(*) from (select demand_id, talent_id from match_pair group by demand_id, talent_id"
                                + " having count(*) > 1) twice"))
                .as("pairs twice")
                .isZero();
        assertThat(number("select count(*) from match_pair where state = 'NEW' and (talent_id not in (" + live
                        + ") or demand_id not in (" + live + "))"))
                .as("pairs of whoever is gone")
                .isZero();
        assertThat(number("select count(*) from match_party y where not exists (select 1 from match_pair p where"
                        + " p.demand_id = y.demand_id and p.talent_id = y.talent_id)"))
                .as("parties of no pair")
                .isZero();
        assertThat(number("select count(*) from match_pair p where p.state = 'NEW' and not exists (select 1 from"
                        + " match_party y where p.demand_id = y.demand_id and p.talent_id = y.talent_id)"))
                .as("pairs of nobody")
                .isZero();
    }

    /** Everybody of these files is matched once more with nothing there, and it comes to the same. */
    private void againTheSame() throws Exception {
        TreeSet<String> before = pairs();
        assertThat(before).isNotEmpty();
        try (Connection db = HubDatabase.connect(home);
                Statement sql = db.createStatement()) {
            List<Long> people = new ArrayList<>();
            try (ResultSet rs = sql.executeQuery(OURS + " order by id")) {
                while (rs.next()) {
                    people.add(rs.getLong(1));
                }
            }
            db.setAutoCommit(false);
            sql.executeUpdate("delete from match_party where talent_id in " + OURS);
            sql.executeUpdate("delete from match_pair where talent_id in " + OURS);
            ByteBuffer ids = ByteBuffer.allocate(people.size() * Long.BYTES);
            people.forEach(ids::putLong);
            try (PreparedStatement piece = db.prepareStatement(
                    "insert into match_change (id, type, ids, at) values (1, 'talent', ?, now(6))")) {
                piece.setBytes(1, ids.array());
                piece.executeUpdate();
            }
            db.commit();
        }
        settled();
        assertThat(pairs()).isEqualTo(before);
        consistent();
    }

    private TreeSet<String> pairs() throws Exception {
        TreeSet<String> pairs = new TreeSet<>();
        try (Connection db = HubDatabase.connect(home);
                Statement sql = db.createStatement();
                ResultSet rs = sql.executeQuery(
                        "select demand_id, talent_id, state, score, confidence, band, judged, (select group_concat(organisation"
                                + " order by organisation) from match_party y where y.demand_id = p.demand_id and"
                                + " y.talent_id = p.talent_id) from match_pair p where talent_id in " + OURS)) {
            while (rs.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= 8; i++) {
                    line.append(rs.getString(i)).append(' ');
                }
                pairs.add(line.toString());
            }
        }
        return pairs;
    }

    private long number(String query) throws Exception {
        return HubDatabase.number(home, query, PATIENCE);
    }

    private static String text(long id) {
        return Ids.text(id);
    }

    private static byte[] demands() {
        StringBuilder csv = new StringBuilder(DEMAND_HEADER);
        for (String skill : SKILLS) {
            for (int i = 0; i < DEMANDS; i++) {
                csv.append("武汉示例智能算法股份有限公司,91429999DEMA002323,")
                        .append(skill)
                        .append("工程师")
                        .append(DIGITS.charAt(i))
                        .append(",2,光电子信息,光学工程,硕士研究生,")
                        .append(skill)
                        .append(",全职\r\n");
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] people(int file) {
        StringBuilder csv = new StringBuilder(TALENT_HEADER);
        for (int s = 0; s < SKILLS.size(); s++) {
            for (int i = 0; i < PEOPLE; i++) {
                csv.append("对")
                        .append(DIGITS.charAt(file % 10))
                        .append((char) (0x4E01 + s))
                        .append((char) (0x5200 + i + 20 * (file / 10)))
                        .append(",男,1985-03,博士研究生,光学工程,卓越工程师,")
                        .append(SKILLS.get(s))
                        .append(",光电子信息,")
                        .append(ManyTalents.EMPLOYER)
                        .append(",工程师,武汉市,在职看机会\r\n");
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
