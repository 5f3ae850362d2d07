package org.talenthub.services;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.PersonalData;

/** Needs of a person go; what was settled stays as a number, of nobody. */
@Component
class ErasedNeeds implements PersonalData {

    private final JdbcClient jdbc;

    ErasedNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "needs";
    }

    @Override
    public long erase(Person person) {
        long gone = jdbc.sql("delete from service_case where talent_id in (:ids) and state <> 'SETTLED'")
                .param("ids", person.records())
                .update();
        return gone
                + jdbc.sql("update service_case set talent_id = 0, note = null, need = '' where talent_id in (:ids)")
                        .param("ids", person.records())
                        .update();
    }
}
