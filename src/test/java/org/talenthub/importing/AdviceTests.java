package org.talenthub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubTest;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import tools.jackson.databind.JsonNode;

/** What a demand lacks, and what of it could not be published, is told when it is reported, and keeps no row out. */
@HubTest
@Tag("database")
class AdviceTests {

    private static final String SHEET = """
            需求单位,统一社会信用代码,岗位名称,需求人数,所属产业,专业要求,学历要求,技术技能要求,岗位职责,引才方式
            武汉示例智能算法股份有限公司,91429999DEMA002323,建议甲工程师,1,光电子信息,光学工程,硕士研究生,磷化铟外延,负责外延，限男性，35 岁以下,全职
            武汉示例智能算法股份有限公司,91429999DEMA002323,建议乙工程师,1,光电子信息,,,磷化铟外延,负责外延，性别不限,全职
            武汉示例智能算法股份有限公司,91429999DEMA002323,建议丙工程师,1,光电子信息,光学工程,硕士研究生,女性用品检测,负责检测,全职
            """;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatADemandLacksAndWhatCannotBePublishedIsToldAndKept() {
        HubClient hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).province("ad-province").station("ad-province", "ad-one", "建议驿站", "武汉市");
        JsonNode preview =
                hub.imported("ad-one", "demand", "建议.csv", SHEET.getBytes(StandardCharsets.UTF_8), "preview");
        String rows = "/api/v1/imports/" + preview.path("id").asString() + "/rows";
        assertThat(preview.at("/counts/created").asInt()).isEqualTo(3);
        assertThat(preview.at("/counts/rejected").asInt()).isZero();
        assertThat(preview.at("/counts/warnings").asInt()).isOne();

        assertThat(issues(hub, rows, 2)).containsExactly("岗位职责 WARNING wording.sex", "岗位职责 WARNING wording.age");
        assertThat(issues(hub, rows, 3)).containsExactly(" NOTICE conditions.few");
        assertThat(issues(hub, rows, 4)).isEmpty();
        String chinese = hub.get("ad-one", rows).body().toString();
        assertThat(chinese)
                .contains("“限男”涉及性别，已收下，但这样写不能公布。可写成：", "性别不限")
                .contains("条件过宽，人人都合适：加上学历要求、专业要求、工作年限后可比对的条件由 1 项增至 4 项。");
        String english = hub.in("en").get("ad-one", rows).body().toString();
        assertThat(english)
                .contains("is about sex. It was accepted, but cannot be published so.")
                .contains("the conditions that can be checked grow from 1 to 4.");

        hub.post("ad-one", "/api/v1/imports/" + preview.path("id").asString() + "/commit");
        JsonNode committed = hub.settle("ad-one", preview.path("id").asString(), "COMMITTED");
        assertThat(committed.at("/counts/created").asInt()).isEqualTo(3);
    }

    private static List<String> issues(HubClient hub, String rows, int row) {
        return hub.get("ad-one", rows)
                .body()
                .path("items")
                .valueStream()
                .filter(i -> i.path("row").asInt() == row)
                .flatMap(i -> i.path("issues").valueStream())
                .map(i -> i.path("title").asString("") + " "
                        + i.path("level").asString("") + " "
                        + i.path("code").asString(""))
                .toList();
    }
}
