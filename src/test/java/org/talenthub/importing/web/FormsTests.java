package org.talenthub.importing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.talenthub.security.TestViewers.as;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TalentRows;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.security.Role;
import org.talenthub.security.Viewer;

/** Nobody is shown a form that he may not send: the page of a batch in every state, for everybody who may open it. */
@HubTest
@Tag("database")
class FormsTests {

    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("<a class=\"button[^\"]*\"[^>]*href=\"(/imports/[^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private HubClient hub;

    @BeforeEach
    void people() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc)
                .province("fm-province")
                .station("fm-province", "fm-one", "表单甲驿站", "武汉市")
                .station("fm-province", "fm-two", "表单乙驿站", "宜昌市");
        if (accounts.find("fm-wuhan").isEmpty()) {
            accounts.create(new NewAccount("fm-wuhan", TestAccounts.PASSWORD, "武汉", Role.CITY, "420100", null, null));
        }
    }

    @Test
    void everyFormThatIsShownMayBeSent() throws IOException {
        Viewer station = accounts.find("fm-one").orElseThrow();
        Map<String, String> batches = new LinkedHashMap<>();
        batches.put("sheets asked", asked("a.xlsx", twoSheets(), station));
        batches.put("columns asked", asked("b.csv", """
                        姓名,性别,出生年月,最后学历,人才类别,技术专长,所属产业,工作单位
                        表单丁,男,1985-03,博士,卓越工程师,激光,光电子信息,示例单位
                        """.getBytes(StandardCharsets.UTF_8), station));
        batches.put("preview", imported("preview", "表单甲"));
        batches.put("committed", imported("commit", "表单乙"));
        String reverted = imported("commit", "表单丙");
        hub.post("fm-one", "/api/v1/imports/" + reverted + "/revert");
        hub.settle("fm-one", reverted, "REVERTED");
        batches.put("reverted", reverted);

        SoftAssertions all = new SoftAssertions();
        Map<String, Set<String>> shown = new LinkedHashMap<>();
        for (String user : List.of("fm-wuhan", "fm-province", "fm-two", "fm-one")) {
            Viewer viewer = accounts.find(user).orElseThrow();
            batches.forEach((state, id) -> {
                MvcTestResult page =
                        mvc.get().uri("/imports/" + id).with(as(viewer)).exchange();
                if (user.equals("fm-two")) {
                    all.assertThat(page.getResponse().getStatus()).isEqualTo(404);
                    return;
                }
                String html = text(page);
                if (state.equals("sheets asked")) {
                    all.assertThat(html).as(user).contains("十月", "十一月");
                }
                for (String action : actions(html)) {
                    shown.computeIfAbsent(user, u -> new LinkedHashSet<>()).add(state + " " + action.replace(id, "*"));
                    // what a batch's owner may, other tests do
                    if (!user.equals("fm-one")) {
                        all.assertThat(status(mvc.post()
                                        .uri(action)
                                        .with(as(viewer))
                                        .with(csrf())
                                        .exchange()))
                                .as("%s: %s sends %s", state, user, action)
                                .isNotIn(401, 403, 404, 405);
                    }
                }
                Matcher link = LINK.matcher(html);
                while (link.find()) {
                    all.assertThat(status(mvc.get()
                                    .uri(link.group(1))
                                    .with(as(viewer))
                                    .exchange()))
                            .as("%s: %s follows %s", state, user, link.group(1))
                            .isEqualTo(200);
                }
            });
        }
        all.assertThat(shown.getOrDefault("fm-one", Set.of()))
                .as("the station itself has them")
                .contains(
                        "sheets asked /imports/*/mapping",
                        "columns asked /imports/*/mapping",
                        "preview /imports/*/commit",
                        "preview /imports/*/drop");
        all.assertThat(shown.getOrDefault("fm-wuhan", Set.of())).noneMatch(a -> a.contains("/imports/"));
        all.assertAll();
    }

    private static int status(MvcTestResult result) {
        return result.getResponse().getStatus();
    }

    private static List<String> actions(String html) {
        List<String> actions = new ArrayList<>();
        Matcher form = FORM.matcher(html);
        while (form.find()) {
            Matcher action = ACTION.matcher(form.group());
            if (form.group().contains("method=\"post\"")
                    && action.find()
                    && !action.group(1).equals("/logout")) {
                actions.add(action.group(1));
            }
        }
        return actions;
    }

    private String imported(String mode, String name) {
        byte[] file =
                new TalentRows().row(name, "工作单位", "表单有限公司" + System.nanoTime()).csv();
        return hub.imported("fm-one", "talent", name + ".csv", file, mode)
                .path("id")
                .asString();
    }

    /** Uploaded on the page, where a file that leaves a question open is kept. */
    private String asked(String fileName, byte[] file, Viewer station) {
        MvcTestResult sent = mvc.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("file", fileName, "application/octet-stream", file))
                .param("feed", "talent")
                .with(as(station))
                .with(csrf())
                .exchange();
        String to = sent.getResponse().getRedirectedUrl();
        assertThat(to).as("%s", status(sent)).startsWith("/imports/");
        return to.substring("/imports/".length()).replaceAll("\\?.*", "");
    }

    private static byte[] twoSheets() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String name : List.of("十月", "十一月")) {
                XSSFSheet sheet = book.createSheet(name);
                fill(sheet.createRow(0), "姓名", "性别", "出生年月", "学历", "人才类别", "技术专长", "所属产业", "工作单位");
                fill(
                        sheet.createRow(1),
                        "表单" + name,
                        "男",
                        "1985-03",
                        "博士研究生",
                        "卓越工程师",
                        "激光",
                        "光电子信息",
                        "示例单位" + System.nanoTime());
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Row row, String... values) {
        for (int i = 0; i < values.length; i++) {
            row.createCell(i).setCellValue(values[i]);
        }
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
