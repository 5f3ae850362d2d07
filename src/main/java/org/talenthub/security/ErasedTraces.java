package org.talenthub.security;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.Ids;
import org.talenthub.common.PersonalData;

/** The trail says that something was done to a record that is gone, and no more whom the record was about. */
@Component
class ErasedTraces implements PersonalData {

    private final JdbcClient jdbc;

    ErasedTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "traces";
    }

    @Override
    public long erase(Person person) {
        List<String> ids = person.records().stream().map(Ids::text).toList();
        long blanked = jdbc.sql(
                        "update audit_event set detail = null where subject_id in (:ids) and detail is not null")
                .param("ids", ids)
                .update();
        for (String name : person.names()) {
            if (name.length() > 1) {
                for (String column : List.of("detail", "purpose")) {
                    blanked += jdbc.sql("update audit_event set " + column + " = replace(" + column
                                    + ", ?, '＊') where locate(?, " + column + ") > 0")
                            .params(name, name)
                            .update();
                }
            }
        }
        return blanked;
    }
}
