package org.talenthub.accounts.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.AroundTheHub;
import org.talenthub.FullTest;
import org.talenthub.HubClient;
import org.talenthub.HubClient.Answer;
import org.talenthub.TestAccounts;
import org.talenthub.accounts.Accounts;

/** Invitations by a real SMTP server. */
@FullTest
class LettersTests {

    private static final GreenMail MAIL = AroundTheHub.MAIL;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    HubClient hub;

    @BeforeEach
    void people() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        hub = new HubClient(port, TestAccounts.PASSWORD);
        new TestAccounts(hub, accounts, jdbc).admin("le.admin");
    }

    @Test
    void anInvitationGoesToTheAddressOfTheAccountAndToNobodyElse() throws Exception {
        String name = "le.n" + System.nanoTime() % 1_000_000_000;
        Answer made = hub.post(
                "le.admin",
                "/api/v1/accounts",
                "{\"username\":\"" + name
                        + "\",\"displayName\":\"李工\",\"role\":\"PROVINCE\",\"email\":\"li@example.cn\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/email").asString()).isEqualTo("li@example.cn");
        assertThat(made.body().at("/invitation/sentTo").asString()).isEqualTo("li@example.cn");
        assertThat(MAIL.waitForIncomingEmail(10_000, 1)).isTrue();
        MimeMessage letter = MAIL.getReceivedMessages()[0];
        assertThat(Arrays.toString(letter.getAllRecipients())).isEqualTo("[li@example.cn]");
        assertThat(letter.getFrom()[0].toString()).isEqualTo("hub@hub.example");
        assertThat(letter.getSubject()).contains("请设置密码", "choose a password");
        assertThat(String.valueOf(letter.getContent()))
                .contains(name, "李工", made.body().at("/invitation/link").asString());

        String id = made.body().at("/id").asString();
        assertThat(hub.put("le.admin", "/api/v1/accounts/" + id, "{\"email\":\"\"}")
                        .status())
                .isEqualTo(200);
        Answer again = hub.post("le.admin", "/api/v1/accounts/" + id + "/invitation");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().at("/sentTo").isMissingNode()).isTrue();
        assertThat(MAIL.waitForIncomingEmail(1_000, 2)).isFalse();
    }

    @Test
    void anAddressThatIsNoneOrWouldBeSeveralIsRefused() {
        for (String wrong :
                new String[] {"li", "li@", "a@b.cn, c@d.cn", "li@example.cn\\r\\nBcc: x@y.cn", "<li@example.cn>"}) {
            Answer refused = hub.post(
                    "le.admin",
                    "/api/v1/accounts",
                    "{\"username\":\"le.wrong\",\"displayName\":\"x\",\"role\":\"PROVINCE\",\"email\":\"" + wrong
                            + "\"}");
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.body().at("/code").asString()).isEqualTo("account.email");
        }
        assertThat(accounts.find("le.wrong")).isEmpty();
    }
}
