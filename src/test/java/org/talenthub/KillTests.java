package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A hub killed again and again in the middle of an import loses nothing and doubles nothing. */
class KillTests {

    private static final int ROWS = 20_000;
    private static final int DIRTY = 200;
    private static final String PASSWORD = "demo-Hub-2026";
    private static final String DIGITS = "零一二三四五六七八九";

    @Test
    void killedWhileReadingWhileCommittingAndWhileIndexing() throws Exception {
        Path home = Path.of("target/kill-hub");
        FileSystemUtils.deleteRecursively(home);
        int port = RunningHub.freePort();
        RunningHub hub = RunningHub.start(home, port, "--hub.demo=true");
        try {
            HubClient client = hub.client(PASSWORD);
            long before = client.total("province", "/api/v1/talents");
            assertThat(before).isGreaterThan(2000);
            HubClient.Answer upload = client.upload("station", "talent", "两万行.csv", file(), "commit");
            assertThat(upload.status()).as("%s", upload.body()).isEqualTo(202);
            String id = upload.body().path("id").asString();

            hub = killedAt(hub, home, port, id, "READING", 3_000);
            hub = killedAt(hub, home, port, id, "COMMITTING", 2_000);
            hub = killedAt(hub, home, port, id, "COMMITTING", 12_000);
            hub = killedAt(hub, home, port, id, "INDEXING", 0);

            JsonNode done = client.settle("station", id, "COMMITTED", "REJECTED");
            JsonNode counts = done.path("counts");
            assertThat(counts.path("read").asInt()).isEqualTo(ROWS);
            assertThat(counts.path("created").asInt()).isEqualTo(ROWS - DIRTY);
            assertThat(counts.path("rejected").asInt()).isEqualTo(DIRTY);
            assertThat(counts.path("updated").asInt() + counts.path("unchanged").asInt())
                    .isZero();
            long found = 0;
            for (int i = 0; i < 600 && found != before + ROWS - DIRTY; i++) {
                HubClient.pause(100);
                found = client.total("province", "/api/v1/talents");
            }
            assertThat(found).isEqualTo(before + ROWS - DIRTY);
            assertThat(client.total("province", "/api/v1/talents?employer=" + HubClient.encode("示例耐久有限公司")))
                    .isEqualTo(ROWS - DIRTY);
            JsonNode check = client.get("admin", "/api/v1/admin/reconcile").body();
            assertThat(check.path("clean").asBoolean()).as("%s", check).isTrue();
        } finally {
            hub.close();
        }
    }

    /** Kills the hub once the batch is in the phase with that many rows done, or past it, and starts it again. */
    private static RunningHub killedAt(RunningHub hub, Path home, int port, String id, String phase, int rows)
            throws IOException, InterruptedException {
        HubClient client = hub.client(PASSWORD);
        long until = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < until) {
            JsonNode batch = client.get("station", "/api/v1/imports/" + id).body();
            boolean there = batch.at("/progress/phase").asString("").equals(phase)
                    && batch.at("/progress/rowsRead").asInt() >= rows;
            if (there || batch.path("status").asString("").equals("COMMITTED")) {
                break;
            }
            HubClient.pause(5);
        }
        hub.kill();
        return RunningHub.start(home, port, "--hub.demo=true");
    }

    private static byte[] file() {
        StringBuilder csv = new StringBuilder("姓名,性别,出生年月,学历,人才类别,技术专长,所属产业,工作单位,工作地点,联系电话\r\n");
        for (int i = 0; i < ROWS; i++) {
            String birth = i % (ROWS / DIRTY) == 7 ? "上世纪" : "1985-03";
            csv.append(name(i))
                    .append(",男,")
                    .append(birth)
                    .append(",硕士,卓越工程师,激光芯片；封装,光电子信息,示例耐久有限公司,武汉市,13800138000\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String name(int i) {
        StringBuilder name = new StringBuilder("耐");
        for (char c : String.format("%05d", i).toCharArray()) {
            name.append(DIGITS.charAt(c - '0'));
        }
        return name.toString();
    }
}
