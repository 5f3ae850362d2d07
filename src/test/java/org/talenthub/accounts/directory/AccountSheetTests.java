package org.talenthub.accounts.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubClient;
import org.talenthub.HubClient.Answer;
import org.talenthub.HubTest;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.security.Role;

/** Accounts made from a sheet, and what each role gets. */
@HubTest
@Tag("database")
class AccountSheetTests {

    private static final String PATH = "/api/v1/accounts/import";

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    HubClient hub;
    String n;

    @BeforeEach
    void people() {
        hub = new HubClient(port, TestAccounts.PASSWORD);
        n = "as.n" + System.nanoTime() % 1_000_000_000;
        new TestAccounts(hub, accounts, jdbc)
                .admin("as.admin")
                .province("as.province")
                .station("as.province", "as.station", "湖北示例批量人才驿站", "420100");
        if (accounts.find("as.wuhan").isEmpty()) {
            accounts.create(new NewAccount("as.wuhan", TestAccounts.PASSWORD, "武汉", Role.CITY, "420100", null, null));
        }
    }

    @Test
    void goodRowsAreMadeAndBadOnesTold() throws IOException {
        Answer answer = hub.file(
                "as.admin",
                PATH,
                "账号.xlsx",
                book(
                        new String[] {"某市账号开通表"},
                        new String[] {"序号", "用户名*", "姓名", "角色", "地区", "载体", "邮箱"},
                        new String[] {"1", n + "a", "王工", "市州", "武汉市", "", "wang@example.cn"},
                        new String[] {},
                        new String[] {"2", n + "b", "李工", "STATION", "", "湖北示例批量人才驿站", ""},
                        new String[] {"3", "as.admin", "张工", "PROVINCE", "", "", ""},
                        new String[] {"4", n + "d", "赵工", "皇帝", "", "", ""},
                        new String[] {"5", n + "e", "钱工", "PROVINCE", "", "", "no mail"}));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/made").asInt()).isEqualTo(2);
        assertThat(answer.body().at("/refused").asInt()).isEqualTo(3);
        assertThat(answer.body().at("/items/0/row").asInt()).isEqualTo(3);
        assertThat(answer.body().at("/items/0/account/region").asString()).isEqualTo("420100");
        assertThat(answer.body().at("/items/0/account/invitation/link").asString())
                .contains("/invitation/");
        assertThat(answer.body().at("/items/3/code").asString()).isNotEmpty();
        assertThat(answer.body().at("/items/4/code").asString()).isEqualTo("account.email");
        assertThat(accounts.find(n + "a")).isPresent();
        assertThat(accounts.find(n + "b")).isPresent();
        assertThat(accounts.find(n + "e")).isEmpty();
    }

    @Test
    void aCityMakesThoseOfItsCarriersOnly() {
        byte[] csv = ("用户名,姓名,角色,载体\n" + n + "a,李工,STATION,湖北示例批量人才驿站\n" + n + "b,张工,PROVINCE,\n")
                .getBytes(StandardCharsets.UTF_8);
        Answer answer = hub.file("as.wuhan", PATH, "a.csv", csv);
        assertThat(answer.body().at("/made").asInt()).isEqualTo(1);
        assertThat(accounts.find(n + "b")).isEmpty();
    }

    @Test
    void othersAndOtherFilesAreRefused() {
        byte[] csv = "用户名,姓名,角色\na,b,PROVINCE\n".getBytes(StandardCharsets.UTF_8);
        assertThat(hub.file("as.station", PATH, "a.csv", csv).status()).isEqualTo(403);
        assertThat(hub.file("as.province", PATH, "a.csv", csv).status()).isEqualTo(403);
        assertThat(hub.file("", PATH, "a.csv", csv).status()).isEqualTo(401);
        Answer none = hub.file("as.admin", PATH, "a.csv", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body().at("/code").asString()).isEqualTo("accounts.header");
        assertThat(hub.file("as.admin", PATH, "a.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isIn(415, 422);
        assertThat(hub.post("as.admin", PATH, "{}").status()).isIn(400, 415);
    }

    private static byte[] book(String[]... rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("账号");
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    (sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r))
                            .createCell(c)
                            .setCellValue(rows[r][c]);
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
