package org.talenthub.assessment.life;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.PersonalData;

/** What a closed year counted stays as a number, of nobody. */
@Component
class ErasedRows implements PersonalData {

    private final JdbcClient jdbc;

    ErasedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "counted";
    }

    @Override
    public long erase(Person person) {
        long gone = jdbc.sql("update carrier_assessment_row set row_id = 0 where type = 'talent' and row_id in (:ids)")
                .param("ids", person.records())
                .update();
        return person.reports().isEmpty()
                ? gone
                : gone
                        + jdbc.sql("update carrier_assessment_row set row_id = 0, row_no = null"
                                        + " where type = 'row' and row_id in (:ids)")
                                .param("ids", person.reports())
                                .update();
    }
}
