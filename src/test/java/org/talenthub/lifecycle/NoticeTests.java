package org.talenthub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.FullTest;
import org.talenthub.HubClient;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.HubTime;

/** A hub on which a case stands on public notice for three days. */
@FullTest
class NoticeTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void nothingIsApprovedBeforeTheNoticeIsOver() {
        CaseRoom room = new CaseRoom(port, accounts, jdbc, "apn");
        room.open();
        String path = room.draft(room.call(Map.of()), "示例申报公示驿站");
        room.experts(path, CaseRoom.EXPERTS);
        room.done(room.province(), path, "visit", Map.of());
        CaseRoom.EXPERTS.forEach(e -> room.review(room.province(), path, e.get("name"), 25));
        room.done(room.province(), path, "recommend", Map.of());
        room.done(room.province(), path, "notice", Map.of());
        HubClient.Answer early = room.act(room.province(), path, "approve", Map.of("document", "一号"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body().path("code").asString()).isEqualTo("notice.running");
        assertThat(early.body().path("detail").asString())
                .contains(HubTime.today().plusDays(2).toString());
        jdbc.sql("update carrier_application set since = utc_timestamp(6) - interval 3 day where id = ?")
                .param(CaseRoom.id(path))
                .update();
        assertThat(room.done(room.province(), path, "approve", Map.of("document", "一号"))
                        .path("state")
                        .asString())
                .isEqualTo("APPROVED");
    }
}
