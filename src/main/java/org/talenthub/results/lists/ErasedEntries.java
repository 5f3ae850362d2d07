package org.talenthub.results.lists;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.PersonalData;

/** A person on lists, with the notes about him, and among what saved searches found. */
@Component
class ErasedEntries implements PersonalData {

    private final JdbcClient jdbc;

    ErasedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "lists";
    }

    @Override
    public long erase(Person person) {
        jdbc.sql("delete from saved_match where record_id in (:ids)")
                .param("ids", person.records())
                .update();
        return jdbc.sql("delete from record_list_entry where record_id in (:ids)")
                .param("ids", person.records())
                .update();
    }
}
