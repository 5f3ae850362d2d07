package org.talenthub.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talenthub.security.TestViewers.PROVINCE;
import static org.talenthub.security.TestViewers.as;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.talenthub.HubClient;
import org.talenthub.HubClient.Answer;
import org.talenthub.HubTest;
import org.talenthub.PoolRows;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import tools.jackson.databind.JsonNode;

/** From the sheets with their phones to the printed pages: nobody's phone stands on a page of who does not meet him. */
@HubTest
@Tag("database")
class HandbookPhonesTests {

    private static final String ME = "hb.province";
    private static final int PEOPLE = 8;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MockMvcTester mvc;

    @LocalServerPort
    int port;

    private HubClient hub;
    private final Map<String, String> phones = new HashMap<>();
    private final EventPool rows = new EventPool();

    private JsonNode ok(Answer a) {
        assertThat(a.status()).as("%s", a.body()).isBetween(200, 299);
        return a.body();
    }

    private static String phone(int given) {
        return "1390000%04d".formatted(given);
    }

    private String event() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province(ME).station(ME, "hb.station", "湖北示例手册人才驿站", "420100");
        TalentRows sheet = new TalentRows();
        for (int i = 0; i < PEOPLE; i++) {
            char given = (char) ('一' + 700 * i);
            sheet.row("手册" + given, "联系电话", phone(700 * i), "工作地点", "武汉市");
        }
        String batch = hub.imported("hb.station", "talent", "handbook.csv", sheet.csv(), "commit")
                .path("id")
                .asString();
        jdbc.sql("select p.id, p.name from pool_record p join report r on r.record_id = p.id where r.batch_id = ?")
                .param(Ids.parse(batch).orElseThrow())
                .query(rs -> {
                    phones.put(Ids.text(rs.getLong(1)), phone((rs.getString(2).charAt(2) - '一') % 10_000));
                });
        assertThat(phones).hasSize(PEOPLE);
        PoolRows pool = new PoolRows(jdbc, transactions, events);
        pool.putAll(List.of(rows.optics, rows.pharma, rows.chips, rows.drugs), 1);
        String day = HubTime.today().plusDays(5).toString();
        String e = "/api/v1/events/"
                + ok(hub.post(
                                ME,
                                "/api/v1/events",
                                "{\"kind\":\"TALENT_TRAIN\",\"name\":\"手册专列\",\"from\":\"%s\",\"to\":\"%s\",\"place\":\"武汉\",\"slots\":6}"
                                        .formatted(day, day)))
                        .path("id")
                        .asString();
        ok(hub.post(
                ME,
                e + "/participants",
                "{\"enterprises\":[\"%s\",\"%s\"],\"talents\":[\"%s\"]}"
                        .formatted(
                                Ids.text(rows.optics.id()),
                                Ids.text(rows.pharma.id()),
                                String.join("\",\"", phones.keySet()))));
        int n = 0;
        for (JsonNode p :
                ok(hub.get(ME, e + "/participants?kind=TALENT&size=100")).path("items")) {
            boolean consent = n % 2 == 0;
            ok(hub.put(ME, e + "/participants/" + p.path("id").asString(), "{\"consent\":" + consent + "}"));
            String host = Ids.text(n < 5 ? rows.optics.id() : rows.pharma.id());
            ok(hub.put(
                    ME,
                    e + "/wishes",
                    "{\"enterprise\":\"%s\",\"talent\":\"%s\",\"wish\":\"MUST\"}"
                            .formatted(host, p.at("/talent/id").asString())));
            n++;
        }
        ok(hub.post(ME, e + "/open", ""));
        int version =
                ok(hub.post(ME, e + "/plan", "{\"seconds\":2}")).path("version").asInt();
        for (int i = 0; i < 200; i++) {
            if (!ok(hub.get(ME, e + "/plan?version=" + version))
                    .path("state")
                    .asString()
                    .equals("PLANNING")) {
                break;
            }
            HubClient.pause(100);
        }
        ok(hub.post(ME, e + "/publish", ""));
        return e;
    }

    private static List<String> pages(Answer pdf) throws IOException {
        assertThat(pdf.status()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            List<String> pages = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document).replaceAll("[\\s\u3000]", ""));
            }
            return pages;
        }
    }

    @Test
    void phonesStandWhereTheyBelong() throws IOException {
        String e = event();
        JsonNode plan = ok(hub.get(ME, e + "/plan"));
        Map<String, Set<String>> met = new HashMap<>();
        plan.path("meetings")
                .forEach(m -> met.computeIfAbsent(m.at("/enterprise/id").asString(), k -> new HashSet<>())
                        .add(m.at("/talent/id").asString()));
        assertThat(met).isNotEmpty();
        Set<String> consent = new HashSet<>();
        JsonNode people = ok(hub.get(ME, e + "/participants?kind=TALENT&size=100"));
        people.path("items").forEach(p -> {
            if (p.path("consent").asBoolean()) {
                consent.add(p.at("/talent/id").asString());
            }
        });
        int seen = 0;
        for (PoolRows.Row host : List.of(rows.optics, rows.pharma)) {
            String id = Ids.text(host.id());
            String all = String.join("", pages(hub.get(ME, e + "/handbook?for=enterprise&id=" + id)));
            for (Map.Entry<String, String> p : phones.entrySet()) {
                boolean may = met.getOrDefault(id, Set.of()).contains(p.getKey()) && consent.contains(p.getKey());
                assertThat(all.contains(p.getValue())).as(p.getValue()).isEqualTo(may);
                seen += may ? 1 : 0;
            }
        }
        assertThat(seen).isPositive();
        for (JsonNode p : people.path("items")) {
            String all = String.join(
                    "",
                    pages(hub.get(
                            ME, e + "/handbook?for=person&id=" + p.path("id").asString())));
            phones.values().forEach(phone -> assertThat(all).doesNotContain(phone));
            people.path("items").forEach(o -> {
                if (!o.path("id").equals(p.path("id"))) {
                    assertThat(all).doesNotContain(o.path("name").asString());
                }
            });
        }
        int pages = 0;
        for (String page : pages(hub.get(ME, e + "/handbook?for=organiser"))) {
            for (Map.Entry<String, String> p : phones.entrySet()) {
                if (page.contains(p.getValue())) {
                    pages++;
                    assertThat(List.of(rows.optics, rows.pharma).stream().filter(h -> page.contains(h.name() + "对接安排")))
                            .hasSize(1)
                            .allMatch(h -> met.get(Ids.text(h.id())).contains(p.getKey()));
                }
            }
        }
        assertThat(pages).isEqualTo(seen);
        for (String form : List.of(".xlsx", ".ics")) {
            Answer file = hub.get(ME, e + "/handbook" + form + "?for=organiser");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.bytes()).isNotEmpty();
        }
        assertThat(mvc.get()
                        .uri(e.replace("/api/v1", "") + "/handbook?for=organiser")
                        .with(as(PROVINCE))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("手册专列", "仅供", "对接安排");
        assertThat(hub.get(ME, e + "/handbook?for=person&id=" + Ids.text(rows.optics.id()))
                        .status())
                .isEqualTo(404);
        assertThat(hub.get(ME, e + "/handbook?for=nobody").status()).isEqualTo(400);
    }
}
