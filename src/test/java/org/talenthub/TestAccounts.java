package org.talenthub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.security.Role;
import tools.jackson.databind.JsonNode;

/** Accounts for tests that talk to the hub over HTTP; stations are imported as they would be. */
public record TestAccounts(HubClient hub, Accounts accounts, JdbcClient jdbc) {

    public static final String PASSWORD = "a-Long-test-password-1";

    /** The province's account, unless it is there already. */
    public TestAccounts province(String username) {
        if (accounts.find(username).isEmpty()) {
            accounts.create(new NewAccount(username, PASSWORD, "省委人才办", Role.PROVINCE, null, null, null));
        }
        return this;
    }

    /** An administrator, unless it is there already. */
    public TestAccounts admin(String username) {
        if (accounts.find(username).isEmpty()) {
            accounts.create(new NewAccount(username, PASSWORD, "系统管理员", Role.ADMIN, null, null, null));
        }
        return this;
    }

    /** A station of that name in that region and its account, unless they are there already; other tests may have emptied the pool. */
    public TestAccounts station(String province, String username, String name, String region) {
        return carrier(province, username, name, region, Role.STATION);
    }

    /** The same of a base. */
    public TestAccounts base(String province, String username, String name, String region) {
        return carrier(province, username, name, region, Role.BASE);
    }

    private TestAccounts carrier(String province, String username, String name, String region, Role role) {
        Optional<Long> carrier = carrier(name);
        if (carrier.isEmpty()) {
            // never the same file twice: that one is only looked up again
            String sheet = "载体名称,载体类型,依托单位,行政区划,主导产业,简介\n%s,%s,湖北示例公司,%s,光电子信息,%d\n"
                    .formatted(name, role == Role.BASE ? "人才基地" : "人才驿站", region, System.nanoTime());
            JsonNode done =
                    hub.imported(province, "carrier", name + ".csv", sheet.getBytes(StandardCharsets.UTF_8), "commit");
            assertThat(done.at("/counts/created").asInt()).as("%s", done).isOne();
            carrier = carrier(name);
        }
        long id = carrier.orElseThrow();
        if (accounts.find(username).isEmpty()) {
            accounts.create(new NewAccount(username, PASSWORD, name, role, null, id, name));
        } else {
            jdbc.sql("update account set carrier_id = ? where username = ?")
                    .params(id, username)
                    .update();
        }
        return this;
    }

    private Optional<Long> carrier(String name) {
        return jdbc.sql("select id from pool_record where type = 'carrier' and state = 'LIVE' and name = ?")
                .param(name)
                .query(Long.class)
                .optional();
    }
}
