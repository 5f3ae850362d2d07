package org.talenthub.lifecycle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.talenthub.HubTest;
import org.talenthub.accounts.Accounts;
import org.talenthub.common.HubTime;
import org.talenthub.common.Ids;
import org.talenthub.lifecycle.CaseRoom;
import org.talenthub.lifecycle.model.ApplicationLife.Action;
import org.talenthub.lifecycle.model.ApplicationLife.Level;
import org.talenthub.lifecycle.model.ApplicationLife.State;

/** Every cell of the table, called by every role: own, another's, absent. */
@HubTest
@Tag("database")
class ApplicationCellsTests {

    /** With which every action that is allowed can be done. */
    private static final Map<String, Object> SAID = Map.of(
            "reason",
            "核对",
            "experts",
            CaseRoom.EXPERTS,
            "document",
            "鄂人才示例〔2026〕9 号",
            "due",
            HubTime.today().plusDays(9).toString());

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private CaseRoom room;

    @BeforeEach
    void whoActs() {
        room = new CaseRoom(port, accounts, jdbc, "apc");
        room.open();
    }

    @Test
    void everyCellAnswersEachRoleAsTheTableSays() {
        String path = room.draft(room.call(Map.of()), "示例申报逐格驿站");
        String absent = "/api/v1/applications/" + Ids.text(Ids.next());
        Map<String, Level> mine = Map.of(room.wuhan(), Level.CITY, room.province(), Level.PROVINCE);
        List<String> users = List.of(room.wuhan(), room.province(), room.yichang(), room.station(), room.maker(), "");
        int cells = 0;
        List<String> surprises = new ArrayList<>();
        for (State state : State.values()) {
            for (Action action : Action.values()) {
                for (String user : users) {
                    put(path, state, mine.get(user));
                    int expected = expected(state, action, user, mine.get(user));
                    int status = room.act(user, path, action.name().toLowerCase(Locale.ROOT), SAID)
                            .status();
                    cells++;
                    if (status != expected) {
                        surprises.add(state + " " + action + " " + user + ": " + status + " for " + expected);
                    }
                    int none = room.act(user, absent, action.name().toLowerCase(Locale.ROOT), SAID)
                            .status();
                    cells++;
                    if (none != expected(user, mine.get(user))) {
                        surprises.add("absent " + action + " " + user + ": " + none);
                    }
                }
            }
        }
        assertThat(cells).isEqualTo(State.values().length * Action.values().length * users.size() * 2);
        assertThat(surprises).isEmpty();
    }

    /** Of a case that is not there: as of one that nobody may know of. */
    private int expected(String user, Level level) {
        return user.isEmpty() ? 401 : user.equals(room.maker()) || user.equals(room.station()) ? 403 : 404;
    }

    private int expected(State state, Action action, String user, Level level) {
        if (level == null) {
            return expected(user, null);
        }
        if (ApplicationLife.TABLE.allowed(state, level).contains(action)) {
            return 200;
        }
        boolean ever = List.of(State.values()).stream()
                .anyMatch(s -> ApplicationLife.TABLE.allowed(s, level).contains(action));
        return ever ? 409 : 403;
    }

    /** A case that stands there since a moment ago, by a step of this level. */
    private void put(String path, State state, Level level) {
        long id = CaseRoom.id(path);
        jdbc.sql("delete from carrier_review where application_id = ?")
                .param(id)
                .update();
        jdbc.sql(
                        "update carrier_application set state = ?, `before` = 'DRAFT', last_level = ?, since = utc_timestamp(6),"
                                + " experts = ?, approved_year = null, document = null, batch_id = null where id = ?")
                .params(state.name(), level == null ? "CITY" : level.name(), CaseRoom.json(CaseRoom.EXPERTS), id)
                .update();
        if (state == State.VISITED) {
            for (Map<String, String> e : CaseRoom.EXPERTS) {
                jdbc.sql("insert into carrier_review (id, application_id, expert, declined, total, scores, entered_by,"
                                + " entered_at) values (?, ?, ?, false, 85, '{}', 'x', utc_timestamp(6))")
                        .params(Ids.next(), id, e.get("name"))
                        .update();
            }
        }
    }

    @Test
    void aStepIsTakenBackWithinADayAndByTheSameLevelOnly() {
        String path = room.draft(room.call(Map.of()), "示例申报撤销驿站");
        room.done(room.wuhan(), path, "submit", Map.of());
        room.done(room.wuhan(), path, "pass", Map.of());
        assertThat(room.act(room.province(), path, "undo", Map.of("reason", "越级"))
                        .status())
                .isEqualTo(409);
        jdbc.sql("update carrier_application set since = utc_timestamp(6) - interval 25 hour where id = ?")
                .param(CaseRoom.id(path))
                .update();
        assertThat(room.hub
                        .get(room.wuhan(), path)
                        .body()
                        .path("allowed")
                        .valueStream()
                        .map(a -> a.asString()))
                .containsExactly("withdraw");
        var late = room.act(room.wuhan(), path, "undo", Map.of("reason", "太晚"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("code").asString()).isEqualTo("action.not-now");
        jdbc.sql("update carrier_application set since = utc_timestamp(6) - interval 23 hour where id = ?")
                .param(CaseRoom.id(path))
                .update();
        assertThat(room.done(room.wuhan(), path, "undo", Map.of("reason", "来得及"))
                        .path("state")
                        .asString())
                .isEqualTo("SUBMITTED");
        assertThat(room.hub.get(room.wuhan(), path).body().path("steps").size())
                .as("both stay on record")
                .isEqualTo(3);
        assertThat(room.act(room.wuhan(), path, "undo", Map.of("reason", "再撤")).status())
                .as("a taking back is not taken back")
                .isEqualTo(409);
    }
}
