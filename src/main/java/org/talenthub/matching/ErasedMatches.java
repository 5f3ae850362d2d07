package org.talenthub.matching;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.PersonalData;

/**
 * Pairs, requests and wishes of a person go. What was signed stays as a number, of nobody: the heads that it filled are the demand's, and
 * reopening them would be wrong.
 */
@Component
class ErasedMatches implements PersonalData {

    private static final String FILLS = "('SIGNED', 'ARRIVED', 'RETAINED')";

    private final JdbcClient jdbc;

    ErasedMatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "matches";
    }

    @Override
    public long erase(Person person) {
        long gone = on(person, "delete from match_pair where talent_id in (:ids)");
        on(person, "delete from match_party where talent_id in (:ids)");
        gone += on(person, "delete from contact_request where talent_id in (:ids)");
        gone += on(person, "delete from talent_wish where talent_id in (:ids)");
        on(
                person,
                "delete s from placement_step s join placement p on p.id = s.placement_id where p.talent_id in (:ids) and p.state not in "
                        + FILLS);
        gone += on(person, "delete from placement where talent_id in (:ids) and state not in " + FILLS);
        on(
                person,
                "update placement_step s join placement p on p.id = s.placement_id set s.note = null where p.talent_id in (:ids)");
        gone += on(person, "update placement set talent_id = 0, note = null where talent_id in (:ids)");
        return gone;
    }

    private int on(Person person, String sql) {
        return jdbc.sql(sql).param("ids", person.records()).update();
    }
}
