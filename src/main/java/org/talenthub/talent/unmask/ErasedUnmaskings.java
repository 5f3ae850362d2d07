package org.talenthub.talent.unmask;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.PersonalData;

/** Values of a person that somebody is still shown. */
@Component
class ErasedUnmaskings implements PersonalData {

    private final JdbcClient jdbc;

    ErasedUnmaskings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "traces";
    }

    @Override
    public long erase(Person person) {
        return jdbc.sql("delete from unmasking where record_id in (:ids)")
                .param("ids", person.records())
                .update();
    }
}
