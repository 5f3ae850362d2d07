package org.talenthub.chains;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.talenthub.common.PersonalData;

/** Where a person stood on the chains, and the words that said so. */
@Component
class ErasedPlaces implements PersonalData {

    private static final List<String> TABLES = List.of("chain_placement", "chain_choice", "chain_history");

    private final JdbcClient jdbc;

    ErasedPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "nodes";
    }

    @Override
    public long erase(Person person) {
        return TABLES.stream()
                .mapToLong(t -> jdbc.sql("delete from " + t + " where record_id in (:ids)")
                        .param("ids", person.records())
                        .update())
                .sum();
    }
}
